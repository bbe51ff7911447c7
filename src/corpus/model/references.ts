/** This file describes what writes references and citations in the style of the site. */
import type { Citation } from './citations.ts'
import type { Source } from './source.ts'

/** A `ReferenceRequest` is a work that a page shows. */
export interface ReferenceRequest {
  readonly source: Source
  /** This is the language of the page, as a BCP 47 tag. */
  readonly language: string
  /**
   * These are the works of the page from which this one has to be told apart, itself among them, in the order of the
   * page. It is undefined where there are no others.
   */
  readonly among?: readonly Source[]
}

/** A `PlaceOnPage` is the index of a citation among all citations of its page. */
export interface PlaceOnPage {
  readonly citations: readonly Citation[]
  readonly index: number
}

/** Writes references and citations, all of them in the style of the site. */
export interface ReferenceFormatter {
  /** Returns the reference as sanitised HTML. */
  format(request: ReferenceRequest): string
  /**
   * Returns a citation as sanitised HTML, in which `fillLinkMarks` puts the links of the works. It is undefined where
   * the style cannot write it.
   *
   * @param page Where the citation stands among all citations of its page, in a style in which that matters.
   */
  cite(citation: Citation, page?: PlaceOnPage): string | undefined
  /** Returns author and year of a work, as a citation names them. It is text. */
  short(request: ReferenceRequest): string
}
