/** How references are written: a style of CSL, the Citation Style Language. */

export interface CitationStyle {
  /** As `site.yaml` names it. */
  readonly name: string
  /** The style itself, where it is a file of the content folder. */
  readonly xml?: string
  /** Are works cited by their numbers on the page? */
  readonly isNumeric: boolean
}
