/** A work in CSL-JSON, the form in which citation processors read it (https://github.com/citation-style-language/schema). */

/** As far as we read it ourselves; the other fields go to the processor and the exports as they are. */
export interface Csl {
  readonly id?: string | number
  readonly type?: string
  readonly title?: string
  readonly author?: readonly CslName[]
  readonly editor?: readonly CslName[]
  readonly translator?: readonly CslName[]
  readonly issued?: CslDate
  readonly DOI?: string
  readonly URL?: string
  readonly [field: string]: unknown
}

export interface CslName {
  readonly family?: string
  readonly given?: string
  readonly literal?: string
  readonly suffix?: string
  readonly 'non-dropping-particle'?: string
  readonly 'dropping-particle'?: string
}

export interface CslDate {
  /** Year, month, day, as far as they are known; a second date is the end of a span. */
  readonly 'date-parts'?: readonly (readonly (number | string)[])[]
  /** A date as it was written, which a processor may or may not understand. */
  readonly raw?: string
  readonly literal?: string
}
