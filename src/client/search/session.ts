/** What the dialog and the page do alike: search as one types, say what was found, show it. */
import { element } from '../element.ts'
import { Engine } from './engine.ts'
import { BATCH_SIZE, find, loadHits, type Answer } from './find.ts'
import { groupHits } from './group.ts'
import type { Hit } from './hit.ts'
import { IndexUnavailable } from './pagefind.ts'
import { isEmptySearch, type SearchState } from './state.ts'
import { renderGroups, renderList, type ResultLayout } from './view.ts'

export const base = import.meta.env.BASE_URL
/** Milliseconds without a key, after which what was typed is looked for. */
const DEBOUNCE = 200

let engine: Promise<Engine> | undefined

/** One for the page, loaded when it is first needed; again, if it could not be had. */
export function loadEngine(): Promise<Engine> {
  engine ??= Engine.open(base, document.documentElement.lang).catch((error: unknown) => {
    engine = undefined
    throw error
  })
  return engine
}

export class SearchSession {
  readonly #results: HTMLElement
  readonly #status: HTMLElement
  readonly #layout: ResultLayout
  #lastRequest = 0
  #answer: Answer | undefined
  #shown = 0
  #state: SearchState | undefined
  /** Could the last search not be made? */
  hasFailed = false

  /** @param status What it says is heard. */
  constructor(results: HTMLElement, status: HTMLElement, layout: ResultLayout) {
    this.#results = results
    this.#status = status
    this.#layout = layout
  }

  /** How many results are not shown yet. */
  get remaining(): number {
    return (this.#answer?.results.length ?? 0) - this.#shown
  }

  get total(): number {
    return this.#answer?.results.length ?? 0
  }

  /**
   * What was found before stays until what is found now can take its place.
   *
   * @returns Nothing when another search came meanwhile, or when it failed, which is then said.
   */
  async search(state: SearchState, wait = DEBOUNCE): Promise<Answer | undefined> {
    const request = ++this.#lastRequest
    this.hasFailed = false
    if (isEmptySearch(state)) {
      this.#clear()
      return undefined
    }
    const slow = setTimeout(() => this.#setStatus(request, 'Searching …'), 400)
    try {
      const [loaded] = await Promise.all([loadEngine(), new Promise((resolve) => setTimeout(resolve, wait))])
      if (request !== this.#lastRequest) return undefined
      const answer = await find(loaded, state)
      if (request !== this.#lastRequest) return undefined
      this.#render(answer, state, loaded.note)
      return answer
    } catch (error) {
      this.hasFailed = request === this.#lastRequest
      this.#setStatus(request, (error instanceof IndexUnavailable ? error : new IndexUnavailable()).message)
      return undefined
    } finally {
      clearTimeout(slow)
    }
  }

  /** @returns The first of the results that were added. */
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

  #clear(): void {
    this.#answer = undefined
    this.#shown = 0
    this.#results.replaceChildren()
    this.#status.textContent = ''
  }

  #render(answer: Answer, state: SearchState, note: string | undefined): void {
    this.#answer = answer
    this.#state = state
    this.#shown = answer.hits.length
    this.#results.replaceChildren(...this.#renderHits(answer.hits, state))
    this.#status.textContent = [summary(answer, state), note].filter(Boolean).join(' ')
  }

  #renderHits(hits: readonly Hit[], { q, sort }: SearchState): HTMLElement[] {
    if (hits.length === 0) return this.#layout === 'links' ? [renderBrowseLinks()] : []
    return sort === 'date' ? [renderList(hits, this.#layout)] : renderGroups(groupHits(hits, q), this.#layout)
  }

  #setStatus(request: number, text: string): void {
    if (request === this.#lastRequest) this.#status.textContent = text
  }
}

function summary({ results, unmatched, corrected }: Answer, { q }: SearchState): string {
  const found = results.length === 0 ? 'Nothing' : String(results.length)
  if (corrected !== undefined) {
    const words = unmatched.map((word) => `“${word}”`).join(', ')
    return `Nothing has ${words}. ${found} found for “${corrected}”`
  }
  if (results.length === 0 && !navigator.onLine) return 'Nothing found in what was loaded before you went offline.'
  return q === '' ? `${found} found` : `${found} found for “${q}”`
}

/** Where one can go from a search that found nothing. */
export function renderBrowseLinks(): HTMLElement {
  const links = ['inquiries', 'notes', 'topics'].map((name) => element('a', { href: `${base}${name}/` }, `all ${name}`))
  const [inquiries, notes, topics] = links
  return element('p', { class: 'ways' }, 'Look through ', inquiries!, ', ', notes!, ' or ', topics!, '.')
}
