/**
 * This file holds what the dialog and the search page share: they search while the reader types, say what was found,
 * and show it.
 */
import { base } from '../base.ts'
import { element } from '../element.ts'
import { Engine } from './engine.ts'
import { loadDrawing } from './fields.ts'
import { BATCH_SIZE, find, loadHits, type Answer } from './find.ts'
import { groupHits } from './group.ts'
import type { Hit } from './hit.ts'
import { IndexUnavailable } from './pagefind.ts'
import { withPlaces } from './places.ts'
import { isEmptySearch, writeState, type SearchState } from './state.ts'
import { renderGroups, renderList, type ResultLayout } from './view.ts'
import { words } from '../words.ts'
import { counted } from './count.ts'

/** This is the time in milliseconds without a key press after which a search starts. */
const DEBOUNCE = 200

/** This is the engine once it was asked for, or undefined before that and after a failure. */
let engine: Promise<Engine> | undefined

/**
 * Loads the engine when it is first needed, and again if that failed.
 *
 * @throws {IndexUnavailable} When there is no index to load. The promise is rejected.
 */
export function loadEngine(): Promise<Engine> {
  engine ??= Engine.open(base, document.documentElement.lang).catch((error: unknown) => {
    engine = undefined
    throw error
  })
  return engine
}

/** A `SearchSession` makes the searches of one field and shows their results. */
export class SearchSession {
  readonly #results: HTMLElement
  readonly #status: HTMLElement
  readonly #layout: ResultLayout
  /** This is the number of the last search. A search that is no longer the last shows nothing. */
  #lastRequest = 0
  #answer: Answer | undefined
  #state: SearchState | undefined
  /** This tells whether the last search failed. */
  hasFailed = false

  /**
   * @param results The element that the results are shown in.
   * @param status The live region that says what was found.
   * @param layout Whether the results are links of a page or options of a list.
   */
  constructor(results: HTMLElement, status: HTMLElement, layout: ResultLayout) {
    this.#results = results
    this.#status = status
    this.#layout = layout
  }

  /** This is the number of results that are not shown yet. */
  get remaining(): number {
    return this.total - (this.#answer?.hits.length ?? 0)
  }

  /** This is the number of all results. */
  get total(): number {
    return this.#answer?.results.length ?? 0
  }

  /**
   * Searches, and shows the results. The results of the search before stay until then.
   *
   * @param wait The time in milliseconds to wait for further typing.
   * @returns The answer, or undefined when nothing is asked for, when another search came meanwhile, or when the
   * search failed. The status then says so.
   */
  async search(state: SearchState, wait = DEBOUNCE): Promise<Answer | undefined> {
    const request = ++this.#lastRequest
    this.hasFailed = false
    if (isEmptySearch(state)) {
      this.#clear()
      return undefined
    }
    const slow = setTimeout(() => this.#setStatus(request, words().search.searching), 400)
    try {
      const [loaded] = await Promise.all([loadEngine(), new Promise((resolve) => setTimeout(resolve, wait))])
      if (request !== this.#lastRequest) return undefined
      const answer = await find(loaded, state)
      await loadDrawing(answer.hits)
      if (request !== this.#lastRequest) return undefined
      this.#render(answer, state, loaded.note)
      return answer
    } catch (error) {
      this.hasFailed = request === this.#lastRequest
      this.#setStatus(request, (error instanceof IndexUnavailable && error.message) || words().search.unavailable)
      return undefined
    } finally {
      clearTimeout(slow)
    }
  }

  /**
   * Shows the next batch of results.
   *
   * @returns The link of the first result that was added, or undefined when another search came meanwhile.
   */
  async showMore(): Promise<HTMLElement | undefined> {
    const [answer, request, state] = [this.#answer, this.#lastRequest, this.#state]
    if (answer === undefined || state === undefined) return undefined
    const [{ hits: shown, results }, q] = [answer, answer.corrected ?? state.q]
    const more = await loadHits(await loadEngine(), results.slice(shown.length, shown.length + BATCH_SIZE), q)
    await loadDrawing(more)
    if (request !== this.#lastRequest) return undefined
    this.#answer = { ...answer, hits: [...shown, ...more] }
    this.#results.replaceChildren(...this.#renderHits(this.#answer, state))
    return this.#linkTo(more[0])
  }

  /** Returns the link of a hit that is shown. */
  #linkTo(hit: Hit | undefined): HTMLElement | undefined {
    return [...this.#results.querySelectorAll('a')].find((link) => link.getAttribute('href') === hit?.matchUrl)
  }

  /** Removes all results. */
  #clear(): void {
    this.#answer = undefined
    this.#results.replaceChildren()
    this.#status.textContent = ''
  }

  /** Shows an answer in place of the one before. */
  #render(answer: Answer, state: SearchState, note: string | undefined): void {
    this.#answer = answer
    this.#state = state
    this.#results.replaceChildren(...this.#renderHits(answer, state))
    this.#status.textContent = [summary(answer, state), note].filter(Boolean).join(' ')
  }

  /**
   * Renders hits as groups, or as one list if they are sorted by date. On a page, no hits are rendered as links to
   * the lists.
   */
  #renderHits({ hits, corrected }: Answer, state: SearchState): HTMLElement[] {
    if (hits.length === 0) return this.#layout === 'links' ? [renderBrowseLinks()] : []
    const placed = withPlaces(hits)
    if (state.sort === 'date') return [renderList(placed, this.#layout)]
    const moreOn = (inquiry: string): string | undefined =>
      this.remaining === 0
        ? undefined
        : `${base}search/${writeState({ ...state, filters: { ...state.filters, inquiry } })}`
    return renderGroups(groupHits(placed, corrected ?? state.q), this.#layout, moreOn)
  }

  /** Says something in the status, unless another search came meanwhile. */
  #setStatus(request: number, text: string): void {
    if (request === this.#lastRequest) this.#status.textContent = text
  }
}

/** Says in a sentence how much was found, and for which query. */
function summary(answer: Answer, { q }: SearchState): string {
  const { results, unmatched, corrected } = answer
  const { search } = words()
  const found = countFound(answer)
  if (corrected !== undefined) {
    return `${search.nothingHas(unmatched.map(search.word).join(search.comma))} ${search.foundFor(found, corrected)}`
  }
  if (results.length === 0 && !navigator.onLine) return search.offline
  return q === '' ? found : search.foundFor(found, q)
}

/** Says how many results there are, and how many of them have only some of the words. */
function countFound({ results: { length: all }, complete }: Answer): string {
  const { search } = words()
  if (all === 0) return search.nothing
  if (complete === all) return counted(search.found, all)
  if (complete === 0) return search.onlySome(counted(search.found, all))
  return search.allAndSome(counted(search.found, complete), counted({ other: '#' }, all - complete))
}

/** Renders links to the lists of inquiries, notes and topics, for a search that found nothing. */
export function renderBrowseLinks(): HTMLElement {
  const ways = element('p', { class: 'ways' })
  // The words are our own, and each language has the links where its sentence has them.
  ways.innerHTML = words().search.lookThrough(base)
  return ways
}
