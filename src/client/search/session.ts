/**
 * This file holds what the dialog and the search page share: they search while the reader types, say what was found,
 * and show it.
 */
import { element } from '../element.ts'
import { Engine } from './engine.ts'
import { BATCH_SIZE, find, loadHits, type Answer } from './find.ts'
import { groupHits } from './group.ts'
import type { Hit } from './hit.ts'
import { IndexUnavailable } from './pagefind.ts'
import { isEmptySearch, type SearchState } from './state.ts'
import { renderGroups, renderList, type ResultLayout } from './view.ts'
import { words } from '../words.ts'
import { counted } from './count.ts'

/** This is the base path of the site. */
export const base = import.meta.env.BASE_URL
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
  /** This is the number of results that are shown. */
  #shown = 0
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
    return (this.#answer?.results.length ?? 0) - this.#shown
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
   * @returns The first element that was added, or undefined when another search came meanwhile.
   */
  async showMore(): Promise<HTMLElement | undefined> {
    const [answer, request, state] = [this.#answer, this.#lastRequest, this.#state]
    if (answer === undefined || state === undefined) return undefined
    const hits = await loadHits(answer.results.slice(this.#shown, this.#shown + BATCH_SIZE), state.q)
    if (request !== this.#lastRequest) return undefined
    const groups = this.#renderHits(hits, state)
    this.#results.append(...groups)
    this.#shown += hits.length
    return groups[0]
  }

  /** Removes all results. */
  #clear(): void {
    this.#answer = undefined
    this.#shown = 0
    this.#results.replaceChildren()
    this.#status.textContent = ''
  }

  /** Shows an answer in place of the one before. */
  #render(answer: Answer, state: SearchState, note: string | undefined): void {
    this.#answer = answer
    this.#state = state
    this.#shown = answer.hits.length
    this.#results.replaceChildren(...this.#renderHits(answer.hits, state))
    this.#status.textContent = [summary(answer, state), note].filter(Boolean).join(' ')
  }

  /**
   * Renders hits as groups, or as one list if they are sorted by date. On a page, no hits are rendered as links to
   * the lists.
   */
  #renderHits(hits: readonly Hit[], { q, sort }: SearchState): HTMLElement[] {
    if (hits.length === 0) return this.#layout === 'links' ? [renderBrowseLinks()] : []
    return sort === 'date' ? [renderList(hits, this.#layout)] : renderGroups(groupHits(hits, q), this.#layout)
  }

  /** Says something in the status, unless another search came meanwhile. */
  #setStatus(request: number, text: string): void {
    if (request === this.#lastRequest) this.#status.textContent = text
  }
}

/** Says in a sentence how much was found, and for which query. */
function summary({ results, unmatched, corrected }: Answer, { q }: SearchState): string {
  const { search } = words()
  const found = results.length === 0 ? search.nothing : counted(search.found, results.length)
  if (corrected !== undefined) {
    return `${search.nothingHas(unmatched.map(search.word).join(search.comma))} ${search.foundFor(found, corrected)}`
  }
  if (results.length === 0 && !navigator.onLine) return search.offline
  return q === '' ? found : search.foundFor(found, q)
}

/** Renders links to the lists of inquiries, notes and topics, for a search that found nothing. */
export function renderBrowseLinks(): HTMLElement {
  const ways = element('p', { class: 'ways' })
  // The words are our own, and each language has the links where its sentence has them.
  ways.innerHTML = words().search.lookThrough(base)
  return ways
}
