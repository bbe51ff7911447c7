/**
 * This file makes the search dialog that opens over any page: a field that owns a list of options, after the combobox
 * pattern of the ARIA Authoring Practices. The focus stays in the field. The arrow keys choose an option, Enter opens
 * it, and Escape closes the dialog, which gives the focus back.
 */
import { base } from '../base.ts'
import { element } from '../element.ts'
import type { Hit } from './hit.ts'
import { selectOption, selectedOption, optionsOf, adjacentOption } from './options.ts'
import { showExamples } from './examples.ts'
import { SearchSession, renderBrowseLinks, loadEngine } from './session.ts'
import { writeState, type SearchState } from './state.ts'
import { words } from '../words.ts'
import { counted } from './count.ts'

/** This is the dialog once it was created. There is one to a page. */
let opened: ReturnType<typeof createDialog> | undefined

/**
 * Opens the search dialog, and creates it the first time.
 *
 * @param typed The text that was typed while this script was loaded.
 */
export function openSearch(typed = ''): void {
  opened ??= createDialog()
  const { dialog, input } = opened
  if (dialog.open) return
  dialog.showModal()
  input.select()
  if (typed !== '') {
    input.value = typed
    input.dispatchEvent(new Event('input'))
  }
  // The engine loads while the reader types. A failure is reported when something is searched for.
  loadEngine().catch(() => undefined)
}

/** Creates the dialog and puts it into the page, closed. */
function createDialog() {
  const { search: named } = words()
  const input = element('input', {
    ...{
      type: 'search',
      name: 'q',
      placeholder: named.search,
      autocomplete: 'off',
      spellcheck: 'false',
      maxlength: '200',
    },
    ...{ enterkeyhint: 'go', role: 'combobox', 'aria-label': named.search, 'aria-autocomplete': 'list' },
    ...{ 'aria-controls': 'search-found', 'aria-expanded': 'false' },
  })
  const status = element('p', { class: 'state label', role: 'status' })
  const list = element('div', { id: 'search-found', class: 'results', role: 'listbox', 'aria-label': named.results })
  const browseLinks = renderBrowseLinks()
  const examples = element('div', { class: 'examples' })
  const found = element('div', { class: 'found' }, status, list, examples, browseLinks)
  const allResults = element('a', { class: 'all-found', href: `${base}search/` })
  const scope = renderScope()
  const dialog = element(
    'dialog',
    { class: 'search-dialog no-print', 'aria-label': named.search },
    element('form', { action: `${base}search/`, role: 'search' }, input, renderCloseButton()),
    ...(scope === undefined ? [] : [scope.label]),
    found,
    element('div', { class: 'foot' }, allResults, renderKeyHints()),
  )
  document.body.append(dialog)

  const session = new SearchSession(list, status, 'options')
  const currentSearch = (): SearchState => ({
    q: input.value.trim(),
    filters: scope?.filters() ?? {},
    sort: 'relevance',
  })
  const search = async (wait?: number): Promise<void> => {
    // An empty query on one inquiry would find all of its notes, which are on its page.
    const asked = currentSearch()
    const answer = await session.search(asked.q === '' ? { ...asked, filters: {} } : asked, wait)
    if (answer === undefined && asked.q !== '') return
    show(answer?.hits)
  }
  const show = (hits: readonly Hit[] = []): void => {
    selectOption(input, list, firstResult(hits, optionsOf(list)))
    found.scrollTop = 0
    input.setAttribute('aria-expanded', String(optionsOf(list).length > 0))
    const isNone = currentSearch().q !== '' && session.total === 0
    browseLinks.hidden = !isNone
    examples.hidden = currentSearch().q !== ''
    allResults.hidden = session.total === 0
    allResults.href = `${base}search/${writeState(currentSearch())}`
    allResults.textContent = session.remaining > 0 ? counted(named.all, session.total) : named.asPage
  }

  void showExamples(examples, (question) => {
    input.value = question
    input.focus()
    void search(0)
  })
  input.addEventListener('input', () => void search())
  scope?.label.addEventListener('change', () => void search(0))
  input.addEventListener('keydown', (event) => onKey(event, input, list))
  input.form!.addEventListener('submit', (event) => {
    event.preventDefault()
    selectedOption(list)?.click()
  })
  // The dialog closes for a result too, because the result may be on this page.
  dialog.addEventListener('click', ({ target, ctrlKey, metaKey, shiftKey }) => {
    const isLink = target instanceof Element && target.closest('a') !== null
    if ((isLink && !ctrlKey && !metaKey && !shiftKey) || target === dialog) dialog.close()
  })
  list.addEventListener('pointermove', ({ target }) => {
    const option = (target as Element).closest<HTMLElement>('[role=option]')
    if (option !== null && option !== selectedOption(list)) selectOption(input, list, option, false)
  })
  show()
  return { dialog, input }
}

/**
 * Returns the first option of a hit. An inquiry that does not match is a heading over its notes, so it is passed over.
 */
function firstResult(hits: readonly Hit[], options: readonly HTMLAnchorElement[]): HTMLAnchorElement | undefined {
  const addresses = new Set(hits.map(({ matchUrl }) => matchUrl))
  return options.find((option) => addresses.has(option.getAttribute('href')!))
}

/** Handles the keys that move in the list, open an option in a new tab, or close the dialog. */
function onKey(event: KeyboardEvent, input: HTMLInputElement, list: HTMLElement): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (event.isComposing) return
  if (by !== undefined) {
    event.preventDefault()
    selectOption(input, list, adjacentOption(list, by))
  } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault()
    const option = selectedOption(list)
    if (option !== undefined) window.open(option.href, '_blank', 'noopener')
  } else if (event.key === 'Escape') {
    // By default the browser first empties the field.
    event.preventDefault()
    input.closest('dialog')!.close()
  }
}

/** Renders the button that closes the dialog. */
function renderCloseButton(): HTMLButtonElement {
  const button = element('button', { type: 'button', class: 'close' }, words().close)
  button.addEventListener('click', () => button.closest('dialog')!.close())
  return button
}

/**
 * Renders the control that limits a search to the notes of the inquiry whose page is open. It is undefined on other
 * pages.
 */
function renderScope(): { label: HTMLElement; filters(): SearchState['filters'] } | undefined {
  if (document.querySelector('main article[data-kind=inquiry]') === null) return undefined
  const box = element('input', { type: 'checkbox' })
  const label = element('label', { class: 'scope' }, box, words().search.onlyThis)
  return { label, filters: () => (box.checked ? { inquiry: location.pathname } : {}) }
}

/** Renders the line that names the keys of the dialog. */
const renderKeyHints = (): HTMLElement =>
  element(
    'p',
    { class: 'keys', 'aria-hidden': 'true' },
    ...words()
      .search.keys.split('|')
      .map((key) => element('span', {}, key)),
  )
