/**
 * The search over any page: a field that owns a list of options, after the combobox pattern of the ARIA Authoring Practices. The focus
 * stays in the field; arrows choose, Enter opens, Escape gives the focus back.
 */
import { element } from '../element.ts'
import type { Hit } from './hit.ts'
import { selectOption, selectedOption, optionsOf, adjacentOption } from './options.ts'
import { base, SearchSession, renderBrowseLinks, loadEngine } from './session.ts'
import { writeState, type SearchState } from './state.ts'

let opened: ReturnType<typeof createDialog> | undefined

/** @param typed What was typed while this was loaded. */
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
  // What it takes arrives while one types. What cannot be had is said when something is looked for.
  loadEngine().catch(() => undefined)
}

function createDialog() {
  const input = element('input', {
    ...{ type: 'search', name: 'q', placeholder: 'Search', autocomplete: 'off', spellcheck: 'false', maxlength: '200' },
    ...{ enterkeyhint: 'go', role: 'combobox', 'aria-label': 'Search', 'aria-autocomplete': 'list' },
    ...{ 'aria-controls': 'search-found', 'aria-expanded': 'false' },
  })
  const status = element('p', { class: 'state label', role: 'status' })
  const list = element('div', { id: 'search-found', class: 'results', role: 'listbox', 'aria-label': 'Results' })
  const browseLinks = renderBrowseLinks()
  const allResults = element('a', { class: 'all-found', href: `${base}search/` })
  const scope = renderScope()
  const dialog = element(
    'dialog',
    { class: 'search-dialog no-print', 'aria-label': 'Search' },
    element('form', { action: `${base}search/`, role: 'search' }, input, renderCloseButton()),
    ...(scope === undefined ? [] : [scope.label]),
    element('div', { class: 'found' }, status, list, browseLinks),
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
    // An inquiry with nothing typed would be all of its notes, which stand on its page.
    const asked = currentSearch()
    const answer = await session.search(asked.q === '' ? { ...asked, filters: {} } : asked, wait)
    if (answer === undefined && asked.q !== '') return
    show(answer?.hits)
  }
  const show = (hits: readonly Hit[] = []): void => {
    selectOption(input, list, bestOption(hits, optionsOf(list)))
    input.setAttribute('aria-expanded', String(optionsOf(list).length > 0))
    const isNone = currentSearch().q !== '' && session.total === 0
    browseLinks.hidden = !isNone
    allResults.hidden = session.total === 0
    allResults.href = `${base}search/${writeState(currentSearch())}`
    allResults.textContent =
      session.remaining > 0 ? `All ${session.total} results, with filters` : 'As a page, with filters'
  }

  input.addEventListener('input', () => void search())
  scope?.label.addEventListener('change', () => void search(0))
  input.addEventListener('keydown', (event) => onKey(event, input, list))
  input.form!.addEventListener('submit', (event) => {
    event.preventDefault()
    selectedOption(list)?.click()
  })
  // A result may be on this very page.
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
 * The best is chosen wherever it stands: it may be beneath its question. Sources stand last, and notes say more of them, so a source is
 * chosen only where nothing stands before it.
 */
function bestOption(hits: readonly Hit[], options: readonly HTMLAnchorElement[]): HTMLAnchorElement | undefined {
  const optionOf = ({ matchUrl }: Hit) => options.find((option) => option.getAttribute('href') === matchUrl)
  const best = hits.find((hit) => hit.kind !== 'source' || optionOf(hit) === options[0])
  return best && optionOf(best)
}

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
    // The browser would first empty the field.
    event.preventDefault()
    input.closest('dialog')!.close()
  }
}

function renderCloseButton(): HTMLButtonElement {
  const button = element('button', { type: 'button', class: 'close' }, 'Close')
  button.addEventListener('click', () => button.closest('dialog')!.close())
  return button
}

/** On the page of an inquiry, the notes that serve it can be searched by themselves. */
function renderScope(): { label: HTMLElement; filters(): SearchState['filters'] } | undefined {
  if (document.querySelector('main article[data-kind=inquiry]') === null) return undefined
  const box = element('input', { type: 'checkbox' })
  const label = element('label', { class: 'scope' }, box, 'Only the notes on this question')
  return { label, filters: () => (box.checked ? { inquiry: location.pathname } : {}) }
}

const renderKeyHints = (): HTMLElement =>
  element(
    'p',
    { class: 'keys', 'aria-hidden': 'true' },
    ...['↑↓ choose', '↵ open', 'Ctrl ↵ in a new tab', 'Esc close'].map((key) => element('span', {}, key)),
  )
