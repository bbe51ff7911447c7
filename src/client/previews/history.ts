/** This is the state that an entry of the session history keeps of a page, besides its address. */
interface State {
  /** This is the index of the link that the sheet is open for, among the links of the text. */
  readonly sheet?: number
}

/**
 * Returns the index of the link that the sheet is open for, according to the history. It is undefined when no sheet
 * is open.
 */
export const sheetInHistory = (): number | undefined => (history.state as State | null)?.sheet

/** Adds an entry to the history for a sheet that opens. */
export const pushSheet = (link: number): void => history.pushState({ sheet: link } satisfies State, '')
