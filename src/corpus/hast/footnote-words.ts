/** This file translates the words of footnotes, which the parser has written in English. */
import type { Element, Root } from 'hast'
import type { Plugin } from 'unified'
import { textWords } from '../mdast/text-words.ts'
import { visit } from '../walk.ts'
import { wordsFor } from '../words/words.ts'
import { PREFIX } from './fragments.ts'
import { mayHold } from './inventory.ts'

const ENGLISH = wordsFor('en').text

/** Writes the heading of the footnotes, and the names of the links back from them, in the language of the text. */
export const footnoteWords: Plugin<[], Root> = () => (tree, file) => {
  const words = textWords(file)
  if (words === ENGLISH || !mayHold(file, 'section')) return
  visit(tree, 'element', (node: Element) => {
    const { dataFootnoteBackref, ariaLabel, id } = node.properties
    if (node.tagName === 'h2' && id === `${PREFIX}footnote-label`)
      node.children = [{ type: 'text', value: words.footnotes }]
    if (dataFootnoteBackref === undefined || typeof ariaLabel !== 'string') return
    node.properties.ariaLabel = words.backTo(ariaLabel.slice(ENGLISH.backTo('').length))
  })
}
