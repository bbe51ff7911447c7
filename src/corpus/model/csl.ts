/**
 * This file describes a work in CSL-JSON, the format that citation processors read
 * (https://github.com/citation-style-language/schema).
 */

/**
 * A `Csl` is a work in CSL-JSON. Only the fields that this project reads itself are named here. The others are handed
 * to the citation processor and to the exports as they are.
 */
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

/** A `CslName` is the name of a person or, in `literal`, of an organisation. */
export interface CslName {
  readonly family?: string
  readonly given?: string
  readonly literal?: string
  readonly suffix?: string
  readonly 'non-dropping-particle'?: string
  readonly 'dropping-particle'?: string
  /** This is the ORCID of a person, as Crossref and DataCite write it into CSL-JSON. */
  readonly ORCID?: string
  readonly [part: string]: unknown
}

/** A `CslDate` is a date of which the month or the day may be unknown. */
export interface CslDate {
  /**
   * Each date is a list of year, month and day, as far as they are known. Years before our era are negative. A second
   * date is the end of a span, and its year is zero where the span is open.
   */
  readonly 'date-parts'?: readonly (readonly (number | string)[])[]
  /** This is the date as it was written. A processor may not understand it. */
  readonly raw?: string
  /** This is a date in words that no processor is to change, such as `in press`. */
  readonly literal?: string
  /** This is 1 for spring, 2 for summer, 3 for autumn and 4 for winter, or a season in words. */
  readonly season?: string | number
  /** This is true where the date is uncertain or not exact. */
  readonly circa?: boolean
}
