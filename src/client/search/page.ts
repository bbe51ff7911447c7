/** The search page: the same as the dialog, with filters, and with everything in its address so that it can be shared. */
import { FilterBar } from './filters.ts'
import { SearchSession } from './session.ts'
import { isEmptySearch, readState, writeState, type SearchState } from './state.ts'

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

const state = (): SearchState => ({ ...filterBar.getState(), q: input.value.trim() })

/** @param isStep Is it something one may want to go back from? Typing is not. */
async function search(isStep: boolean): Promise<void> {
  const searched = state()
  const address = location.pathname + writeState(searched)
  if (address !== location.pathname + location.search) history[isStep ? 'pushState' : 'replaceState'](null, '', address)
  await showResults(searched, isStep ? 0 : undefined)
}

async function showResults(searched: SearchState, wait?: number): Promise<void> {
  everything.hidden = !isEmptySearch(searched)
  const answer = await session.search(searched, wait)
  if (answer !== undefined) filterBar.render(answer.counts, answer.hits)
  moreButton.hidden = session.remaining <= 0
  // Where nothing could be searched, there is the list of everything.
  if (session.hasFailed) everything.hidden = false
}

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
  void session.showMore().then((group) => {
    moreButton.hidden = session.remaining <= 0
    group?.querySelector<HTMLElement>('a')?.focus()
  })
})
addEventListener('popstate', restore)
found.hidden = false
restore()
