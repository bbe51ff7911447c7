/** What the history of the window keeps of a page, besides its address. */
interface State {
  /** Index, among the links of the text, of the one that the sheet is open for. */
  readonly sheet?: number
}

export const sheetInHistory = (): number | undefined => (history.state as State | null)?.sheet

export const pushSheet = (link: number): void => history.pushState({ sheet: link } satisfies State, '')
