/** This file reads marks of MkDocs within paragraphs: keys of a keyboard, and the edits of CriticMarkup. */
import type { PhrasingContent, Root } from 'mdast'
import type { Plugin } from 'unified'
import { splitText } from './split-text.ts'

/** Matches keys (https://facelessuser.github.io/pymdown-extensions/extensions/keys/): `++ctrl+alt+del++`. */
const KEYS = /(?<![+\p{L}\p{N}])\+\+([\w-]+(?:\+[\w-]+)*)\+\+(?![+\p{L}\p{N}])/gu
/** Matches edits (https://fletcher.github.io/MultiMarkdown-6/syntax/critic.html): `{++new++}`, `{--old--}`, `{>>why<<}`. */
const EDITS = /\{(\+\+|--|==|>>)([^{}]+?)(?:\+\+|--|==|<<)\}/g
const ELEMENTS: Readonly<Record<string, string>> = { '++': 'ins', '--': 'del', '==': 'mark', '>>': 'span' }

/** Reads the marks. A comment of CriticMarkup stays as words in brackets. */
export const mkdocsMarks: Plugin<[], Root> = () => (tree, file) => {
  if (file.data.dialect?.program !== 'mkdocs') return
  const source = String(file)
  if (source.includes('{'))
    splitText(tree, '{', EDITS, ([, sign = '', words = '']) => [
      named(ELEMENTS[sign]!, sign === '>>' ? ` (${words.trim()})` : words),
    ])
  if (source.includes('++'))
    splitText(tree, '++', KEYS, ([, keys = '']) =>
      keys
        .split('+')
        .flatMap((key, index): PhrasingContent[] => [
          ...(index === 0 ? [] : [{ type: 'text' as const, value: '+' }]),
          named('kbd', keyName(key)),
        ]),
    )
}

/** Makes an element that Markdown has no node for. It has no children, so that nothing is read in its words. */
const named = (hName: string, value: string): PhrasingContent => ({ type: 'inlineCode', data: { hName }, value })

const keyName = (key: string): string =>
  key
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
