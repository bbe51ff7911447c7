/**
 * This file describes how references are written: by a style of CSL, the Citation Style Language
 * (https://citationstyles.org).
 */

/** A `CitationStyle` is the CSL style that a site writes its references in. */
export interface CitationStyle {
  /** The name is written as `site.yaml` has it: `apa`, or the file name `nature.csl`. */
  readonly name: string
  /** This is the text of the style file. It is undefined for a style that needs no file. */
  readonly xml?: string
  /** This is true where the style cites works by number. A citation then shows the number of the work on its page. */
  readonly isNumeric: boolean
}
