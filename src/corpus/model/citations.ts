/** This file describes citations in the text of a page, as the style of the site writes them. */
import type { Source } from './source.ts'

/** A `Cite` is one work of a citation. */
export interface Cite {
  readonly source: Source
  /** This is true where the text around names the authors. */
  readonly suppressesAuthor?: boolean
  /** These words stand before the work. They are empty where there are none. */
  readonly prefix: string
  /** This is the name of CSL for what the locator counts, such as `page`. */
  readonly label?: string
  readonly locator?: string
  /** These words stand after the work and its locator. They are empty where there are none. */
  readonly suffix: string
  /**
   * These are the works of the page from which this one has to be told apart, itself among them, in the order of the
   * page. It is undefined where there are no others.
   */
  readonly among?: readonly Source[]
  /** This is the number of the work on its page. It is undefined where the style has no numbers. */
  readonly number?: number
}

/** A `Citation` is one or several works that are cited together. */
export interface Citation {
  /** This is the language of the page, as a BCP 47 tag. */
  readonly language: string
  /** This is true where the first work is a part of the sentence: `Lee (2025)`. */
  readonly isNarrative: boolean
  readonly cites: readonly Cite[]
  /** This is the number of the footnote that the citation is in. It is undefined elsewhere. */
  readonly note?: number
}
