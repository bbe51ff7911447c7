/** This file describes where the words of a quote stand in their source. */

/**
 * A `TextQuoteSelector` selects the words of a quotation in the text of its source, as the Web Annotation Data Model
 * does (https://www.w3.org/TR/annotation-model/#text-quote-selector).
 */
export interface TextQuoteSelector {
  readonly type: 'TextQuoteSelector'
  readonly exact: string
}

/** A `Passage` is where the words of a quote stand. */
export interface Passage {
  /** There is one selector for each part of the quote, between what the editor left out. The list is never empty. */
  readonly selector: readonly TextQuoteSelector[]
  /** This is the page as the quote names it. */
  readonly page?: string
  /** This address leads to the words in the source. It is undefined where the source has no address. */
  readonly href?: string
}
