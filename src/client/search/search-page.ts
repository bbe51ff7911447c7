/**
 * This script runs the search page. It searches as the dialog does, with filters, and keeps everything in the address
 * so that a search can be shared.
 */
import { FilterBar } from './filters.ts'
import { SearchSession } from './session.ts'
import { isEmptySearch, readState, writeState, type SearchState } from './state.ts'

/** Runs the search page. */
export function startSearchPage(): void {
  const found = document.querySelector<HTMLElement>('#found')!
  const everything = document.querySelector<HTMLElement>('#everything')!
  const input = document.querySelector<HTMLInputElement>('main input[name=q]')!
  const moreButton = found.querySelector<HTMLButtonElement>('.more')!
  const filterBar = new FilterBar(found)
  const session = new SearchSession(
    found.querySelector<HTMLElement>('.results')!,
    found.querySelector<HTMLElement>('.state')!,
    'links',
  )

  /** Returns what the field and the filters ask for. */
  const state = (): SearchState => ({ ...filterBar.getState(), q: input.value.trim() })

  /**
   * Writes what is asked for into the address and searches for it.
   *
   * @param isStep Whether a reader may want to go back from it, which is so for a filter but not for typing.
   */
  async function search(isStep: boolean): Promise<void> {
    const searched = state()
    const page = location.origin + location.pathname
    const address = page + writeState(searched)
    if (address !== page + location.search) history[isStep ? 'pushState' : 'replaceState'](null, '', address)
    await showResults(searched, isStep ? 0 : undefined)
  }

  /** Searches and shows the results, or the list of everything when nothing is asked for. */
  async function showResults(searched: SearchState, wait?: number): Promise<void> {
    everything.hidden = !isEmptySearch(searched)
    const answer = await session.search(searched, wait)
    if (answer !== undefined) filterBar.render(answer.counts, answer.hits)
    moreButton.hidden = session.remaining <= 0
    // The list of everything also shows when the search failed.
    if (session.hasFailed) everything.hidden = false
  }

  /** Sets the field and the filters to what the address asks for, and searches for it. */
  function restore(): void {
    const restored = readState(location.search)
    input.value = restored.q
    filterBar.setState(restored)
    void showResults(restored, 0)
  }

  input.addEventListener('input', () => void search(false))
  input.form!.addEventListener('submit', (event) => {
    event.preventDefault()
    void search(true)
  })
  filterBar.onChange = () => void search(true)
  filterBar.onCounted = () => void showResults(state(), 0)
  moreButton.addEventListener('click', () => {
    void session.showMore().then((first) => {
      moreButton.hidden = session.remaining <= 0
      first?.focus()
    })
  })
  addEventListener('popstate', restore)
  found.hidden = false
  // What was typed before this script was there is kept. The browser fills the field from nothing else.
  const typed = input.value
  restore()
  if (typed !== '' && typed !== input.value) {
    input.value = typed
    void search(false)
  }
}
