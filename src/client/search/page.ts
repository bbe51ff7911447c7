/** The search page: the same as the dialog, with filters, and with everything in its address so that it can be shared. */
import { FilterBar } from './filters.ts'
import { Session } from './session.ts'
import { isEmpty, readState, writeState, type State } from './state.ts'

const found = document.querySelector<HTMLElement>('#found')!
const everything = document.querySelector<HTMLElement>('#everything')!
const input = document.querySelector<HTMLInputElement>('main input[name=q]')!
const more = found.querySelector<HTMLButtonElement>('.more')!
const bar = new FilterBar(found)
const session = new Session(
  found.querySelector<HTMLElement>('.results')!,
  found.querySelector<HTMLElement>('.state')!,
  'links',
)

const state = (): State => ({ ...bar.state(), q: input.value.trim() })

/** @param isStep Is it something one may want to go back from? Typing is not. */
async function search(isStep: boolean): Promise<void> {
  const now = state()
  const address = location.pathname + writeState(now)
  if (address !== location.pathname + location.search) history[isStep ? 'pushState' : 'replaceState'](null, '', address)
  await show(now, isStep ? 0 : undefined)
}

async function show(now: State, wait?: number): Promise<void> {
  everything.hidden = !isEmpty(now)
  const answer = await session.search(now, wait)
  if (answer !== undefined) bar.draw(answer.counts, answer.hits)
  more.hidden = session.left <= 0
  // Where nothing could be searched, there is the list of everything.
  if (session.hasFailed) everything.hidden = false
}

function restore(): void {
  const said = readState(location.search)
  input.value = said.q
  bar.take(said)
  void show(said, 0)
}

input.addEventListener('input', () => void search(false))
input.form!.addEventListener('submit', (event) => {
  event.preventDefault()
  void search(true)
})
bar.onChange = () => void search(true)
bar.onCounted = () => void show(state(), 0)
more.addEventListener('click', () => {
  void session.more().then((group) => {
    more.hidden = session.left <= 0
    group?.querySelector<HTMLElement>('a')?.focus()
  })
})
addEventListener('popstate', restore)
found.hidden = false
restore()
