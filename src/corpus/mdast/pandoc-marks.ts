/** This file reads marks of Pandoc and of its relatives: sub- and superscripts, abbreviations, and breaks of pages. */
import type { Delete, Nodes, Paragraph, Parent, PhrasingContent, Root } from 'mdast'
import type { Plugin } from 'unified'
import type { Program } from '../site-config.ts'
import { visit } from '../walk.ts'
import { splitText } from './split-text.ts'

/** Matches what stands raised after a word: `2^nd^`. A tower of powers, `2^3^4`, is left alone. */
const SUPERSCRIPT = /(?<=[\p{L}\p{N})\]])\^((?:[^\s^[\]\\]|\\ )+)\^(?![\p{L}\p{N}^])/gu
/** Matches texts in which something may be raised. */
const MAY_RAISE = /[^\s^[(]\^[^\s^]+\^/
/** Matches texts in which a page may be broken. */
const MAY_BREAK = /^[ \t]*\\[a-z]+[ \t]*$/m
/** Matches words that Logseq and Roam mark: `^^words^^`. */
const MARKED = /(?<!\^)\^\^(?=[^\s^])([^^\n]*[^\s^])\^\^(?!\^)/g
/** Matches the definition of an abbreviation: `*[HTML]: Hyper Text Markup Language`. */
const ABBREVIATION = /^\*\[([^\]\n]+)\]:[ \t]*(.+)$/
/** Matches a command of LaTeX that breaks a page or sets a space. */
const COMMAND = /\\(?:newpage|pagebreak|clearpage|cleardoublepage|bigskip|medskip|smallskip|vfill|noindent|appendix)/
/** Matches such a command alone in a paragraph. */
const LAYOUT = new RegExp(`^${COMMAND.source}$`)

/** Reads the marks. */
export const pandocMarks: Plugin<[], Root> = () => (tree, file) => {
  const source = String(file)
  const isPandoc =
    WITHOUT_SINGLE_STRIKES.has(file.data.dialect?.program ?? 'plain') || /\.(?:qmd|rmd)$/i.test(file.path)
  if (source.includes('~'))
    visit(tree, 'delete', (node, index, parent) =>
      subscript(node, isPandoc ? undefined : beforeOf(index, parent), source),
    )
  if (source.includes('^^'))
    splitText(tree, '^^', MARKED, ([, words = '']) => [
      { type: 'mark', data: { hName: 'mark' }, children: [text(words)] },
    ])
  if (source.includes('^') && MAY_RAISE.test(source))
    splitText(tree, '^', SUPERSCRIPT, ([, words = '']) => [named('sup', words.replaceAll('\\ ', ' '))])
  if (COMMAND.test(source) && MAY_BREAK.test(source)) takeOutLayout(tree, source)
  if (source.includes('*[')) abbreviations(tree)
}

const text = (value: string): PhrasingContent => ({ type: 'text', value })

/** Makes an element that Markdown has no node for. It has no children, so that nothing is read in its words. */
const named = (hName: string, value: string, hProperties = {}): PhrasingContent => ({
  type: 'inlineCode',
  data: { hName, hProperties },
  value,
})

/** In these programs, words between single signs are always lowered. */
const WITHOUT_SINGLE_STRIKES = new Set<Program>(['pandoc', 'zettlr', 'quarto', 'manubot'])

const beforeOf = (index = 0, parent?: Parent): Nodes | 'nothing' =>
  (parent?.children[index - 1] as Nodes | undefined) ?? 'nothing'

/**
 * Turns `~2~` within a word into a subscript. Between single signs, other words are struck out, as on GitHub.
 *
 * @param before What stands before the signs. It is undefined where that does not count.
 */
function subscript(node: Delete, before: Nodes | 'nothing' | undefined, source: string): undefined {
  const written = source.slice(node.position?.start.offset, node.position?.end.offset)
  if (written.startsWith('~~') || /(?<!\\)\s/.test(written)) return
  if (before === 'nothing' || (before !== undefined && !endsWithWord(before))) return
  node.data = { ...node.data, hName: 'sub' }
}

const endsWithWord = (node: Nodes): boolean => node.type === 'text' && /[\p{L}\p{N})\]]$/u.test(node.value)

/** Takes out the commands that only set pages of paper. */
function takeOutLayout(tree: Root, source: string): void {
  visit(tree, 'paragraph', ({ position }: Paragraph, index, parent) => {
    if (parent === undefined || index === undefined) return undefined
    if (!LAYOUT.test(source.slice(position?.start.offset, position?.end.offset).trim())) return undefined
    parent.children.splice(index, 1)
    return index
  })
}

/** Takes out the definitions of abbreviations, and explains the abbreviations in the text. */
function abbreviations(tree: Root): void {
  const known = new Map<string, string>()
  visit(tree, 'paragraph', (node, index, parent) => {
    const [only, ...others] = node.children
    if (only?.type !== 'text' || others.length > 0 || parent === undefined || index === undefined) return undefined
    const defined = only.value.split('\n').map((line) => ABBREVIATION.exec(line.trim()))
    if (!defined.every((each) => each !== null)) return undefined
    for (const [, name = '', meaning = ''] of defined) known.set(name, meaning)
    ;(parent.children as Nodes[]).splice(index, 1)
    return index
  })
  if (known.size === 0 || known.size > MAX_ABBREVIATIONS) return
  const names = [...known.keys()].map((name) => name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))
  const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${names.join('|')})(?![\p{L}\p{N}])`, 'gu')
  splitText(tree, '', pattern, ([name]) => [named('abbr', name, { title: known.get(name) })])
}

/** A text has at most this many abbreviations. Each of them is looked for at every word. */
const MAX_ABBREVIATIONS = 500
