import type { CitationStyle } from '../model/citation-style.ts'
import type { ReferenceFormatter } from '../model/references.ts'
import type { Source } from '../model/source.ts'
import { formatAllSafely, formatSafely, type FormattedReference } from './reference.ts'

/**
 * Works that have the same key have the same reference in a style: the key holds everything a reference is formatted
 * from.
 */
export const referenceKey = ({ csl }: Source): string => JSON.stringify(csl)

/**
 * Formats each work once. What another run or another thread formatted can be added, which spares loading the style.
 */
export class KnownReferences implements ReferenceFormatter {
  readonly style: CitationStyle
  readonly #byKey = new Map<string, FormattedReference>()

  constructor(style: CitationStyle) {
    this.style = style
  }

  format(source: Source): string {
    return this.#formatted(source).html
  }

  /** Tells what kept the style from writing a work. It is undefined for a work that is written in the style. */
  faultOf(source: Source): string | undefined {
    return this.#formatted(source).fault
  }

  #formatted(source: Source): FormattedReference {
    const key = referenceKey(source)
    let formatted = this.#byKey.get(key)
    if (formatted === undefined) this.#byKey.set(key, (formatted = formatSafely(source, this.style)))
    return formatted
  }

  /** Formats works, together, which takes half the time of one after the other. */
  addAll(sources: readonly Source[]): void {
    formatAllSafely(sources, this.style).forEach((formatted, index) => {
      this.add(referenceKey(sources[index]!), formatted)
    })
  }

  /** Tells whether `format` need only look the work up. */
  has(key: string): boolean {
    return this.#byKey.has(key)
  }

  /** Adds the reference of a work under the work's key. */
  add(key: string, formatted: FormattedReference): void {
    this.#byKey.set(key, formatted)
  }
}
