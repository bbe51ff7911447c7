import type { CitationStyle } from '../model/citation-style.ts'
import type { ReferenceFormatter } from '../model/references.ts'
import type { Source } from '../model/source.ts'
import { formatReference } from './reference.ts'

/** Works that have the same key have the same reference in a style: the key holds everything a reference is formatted from. */
export const referenceKey = ({ csl }: Source): string => JSON.stringify(csl)

/** Formats each work once. What another run or another thread formatted can be added, which spares loading the style. */
export class KnownReferences implements ReferenceFormatter {
  readonly style: CitationStyle
  readonly #htmlByKey = new Map<string, string>()

  constructor(style: CitationStyle) {
    this.style = style
  }

  format(source: Source): string {
    const key = referenceKey(source)
    let html = this.#htmlByKey.get(key)
    if (html === undefined) this.#htmlByKey.set(key, (html = formatReference(source, this.style)))
    return html
  }

  /** Tells whether `format` need only look the work up. */
  has(key: string): boolean {
    return this.#htmlByKey.has(key)
  }

  /** Adds the reference of a work, as HTML, under the work's key. */
  add(key: string, html: string): void {
    this.#htmlByKey.set(key, html)
  }
}
