/** This file moves citations into footnotes, for styles that cite in notes. */
import type { Citation, Paragraph, PhrasingContent, Root, Text } from 'mdast'

/** Matches the punctuation before which no number of a footnote stands. */
const PUNCTUATION = /^[.,;:!?]+/

/** `CitationNotes` adds footnotes to a text. */
export class CitationNotes {
  readonly #tree: Root
  #count = 0

  constructor(tree: Root) {
    this.#tree = tree
  }

  /**
   * Puts references to footnotes in the place of citations. A footnote follows the punctuation after the citation, and
   * no space is before it. A citation in a sentence leaves the authors in it.
   */
  moved(children: readonly PhrasingContent[]): PhrasingContent[] {
    const done: PhrasingContent[] = []
    for (let index = 0; index < children.length; index++) {
      const child = children[index]!
      // An `@key` without brackets may be the name of a person on some site.
      if (child.type !== 'citation' || isBare(child)) {
        done.push(child)
        continue
      }
      const authors = authorsOf(child)
      const last = done.at(-1)
      if (authors !== undefined) done.push(authors)
      else if (last?.type === 'text') done[done.length - 1] = { ...last, value: last.value.trimEnd() }
      const next = children[index + 1]
      const signs = next?.type === 'text' ? (PUNCTUATION.exec(next.value)?.[0] ?? '') : ''
      if (signs !== '') {
        done.push({ type: 'text', value: signs })
        done.push(this.#note(child))
        done.push({ ...(next as Text), value: (next as Text).value.slice(signs.length) })
        index++
      } else done.push(this.#note(child))
    }
    return done
  }

  #note(citation: Citation): PhrasingContent {
    const identifier = `cite-${++this.#count}`
    const { position } = citation
    const paragraph: Paragraph = { type: 'paragraph', children: [citation] }
    this.#tree.children.push({ type: 'footnoteDefinition', identifier, label: identifier, children: [paragraph] })
    return { type: 'footnoteReference', identifier, label: identifier, ...(position && { position }) }
  }
}

const firstOf = ({ children: [first] }: Citation): Citation | undefined =>
  first?.type === 'citation' ? first : undefined

function isBare(citation: Citation): boolean {
  const cites = firstOf(citation)?.data.hProperties.dataCites
  return cites === 'sentence' || cites === 'suppressed'
}

/** Makes the authors of a citation in a sentence, which the footnote then leaves out. */
function authorsOf(citation: Citation): Citation | undefined {
  const first = firstOf(citation)
  if (first?.data.hProperties.dataCites !== 'narrative') return undefined
  const { hProperties } = first.data
  const authors: Citation = { ...first, data: { hName: 'span', hProperties: { ...hProperties, dataCites: 'authors' } } }
  first.data = { hName: 'span', hProperties: { ...hProperties, dataCites: 'year' } }
  return { ...citation, children: [authors] }
}
