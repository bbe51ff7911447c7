/** This file knows to which footnotes the paragraphs of a text refer. */
import type { FootnoteDefinition, Nodes, Root } from 'mdast'
import { visit } from '../walk.ts'

/**
 * `CitedFootnotes` knows the footnotes of a text. A footnote is a part of every paragraph that refers to it, but its
 * figures are looked at in the first one only.
 */
export class CitedFootnotes {
  readonly #byName = new Map<string, FootnoteDefinition>()
  readonly #seen = new Set<FootnoteDefinition>()

  constructor(tree: Root) {
    visit(tree, 'footnoteDefinition', (note) => {
      this.#byName.set(note.identifier, note)
    })
  }

  /** Gives the footnotes to which a paragraph refers. */
  of(paragraph: Nodes): FootnoteDefinition[] {
    const found = new Set<FootnoteDefinition>()
    visit(paragraph, 'footnoteReference', ({ identifier }) => {
      const note = this.#byName.get(identifier)
      if (note !== undefined) found.add(note)
    })
    return [...found]
  }

  /** Tells whether a footnote is asked about for the first time. */
  isNew(note: FootnoteDefinition): boolean {
    const isNew = !this.#seen.has(note)
    this.#seen.add(note)
    return isNew
  }
}
