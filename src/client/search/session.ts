/** What the dialog and the page do alike: search as one types, say what was found, show it. */
import { element } from '../element.ts'
import { Engine } from './engine.ts'
import { BATCH, find, hitsOf, type Answer } from './find.ts'
import { groupHits } from './group.ts'
import type { Hit } from './hit.ts'
import { NoIndex } from './pagefind.ts'
import { isEmpty, type State } from './state.ts'
import { drawGroups, drawList, type Form } from './view.ts'

export const base = import.meta.env.BASE_URL
/** Milliseconds without a key, after which what was typed is looked for. */
const WAIT = 200

let engine: Promise<Engine> | undefined

/** One for the page, loaded when it is first needed; again, if it could not be had. */
export function withEngine(): Promise<Engine> {
  engine ??= Engine.open(base, document.documentElement.lang).catch((error: unknown) => {
    engine = undefined
    throw error
  })
  return engine
}

export class Session {
  readonly #results: HTMLElement
  readonly #status: HTMLElement
  readonly #form: Form
  #turn = 0
  #answer: Answer | undefined
  #shown = 0
  #state: State | undefined
  /** Could the last search not be made? */
  hasFailed = false

  /** @param status What it says is heard. */
  constructor(results: HTMLElement, status: HTMLElement, form: Form) {
    this.#results = results
    this.#status = status
    this.#form = form
  }

  /** How many results are not shown yet. */
  get left(): number {
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
  async search(state: State, wait = WAIT): Promise<Answer | undefined> {
    const turn = ++this.#turn
    this.hasFailed = false
    if (isEmpty(state)) {
      this.#clear()
      return undefined
    }
    const slow = setTimeout(() => this.#say(turn, 'Searching …'), 400)
    try {
      const [loaded] = await Promise.all([withEngine(), new Promise((resolve) => setTimeout(resolve, wait))])
      if (turn !== this.#turn) return undefined
      const answer = await find(loaded, state)
      if (turn !== this.#turn) return undefined
      this.#draw(answer, state, loaded.note)
      return answer
    } catch (error) {
      this.hasFailed = turn === this.#turn
      this.#say(turn, (error instanceof NoIndex ? error : new NoIndex()).message)
      return undefined
    } finally {
      clearTimeout(slow)
    }
  }

  /** @returns The first of the results that were added. */
  async more(): Promise<HTMLElement | undefined> {
    const [answer, turn, state] = [this.#answer, this.#turn, this.#state]
    if (answer === undefined || state === undefined) return undefined
    const hits = await hitsOf(answer.results.slice(this.#shown, this.#shown + BATCH), state.q)
    if (turn !== this.#turn) return undefined
    const groups = this.#elements(hits, state)
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

  #draw(answer: Answer, state: State, note: string | undefined): void {
    this.#answer = answer
    this.#state = state
    this.#shown = answer.hits.length
    this.#results.replaceChildren(...this.#elements(answer.hits, state))
    this.#status.textContent = [summary(answer, state), note].filter(Boolean).join(' ')
  }

  #elements(hits: readonly Hit[], { q, sort }: State): HTMLElement[] {
    if (hits.length === 0) return this.#form === 'links' ? [waysOn()] : []
    return sort === 'date' ? [drawList(hits, this.#form)] : drawGroups(groupHits(hits, q), this.#form)
  }

  #say(turn: number, text: string): void {
    if (turn === this.#turn) this.#status.textContent = text
  }
}

function summary({ results, missing, instead }: Answer, { q }: State): string {
  const found = results.length === 0 ? 'Nothing' : String(results.length)
  if (instead !== undefined) {
    const words = missing.map((word) => `“${word}”`).join(', ')
    return `Nothing has ${words}. ${found} found for “${instead}”`
  }
  if (results.length === 0 && !navigator.onLine) return 'Nothing found in what was loaded before you went offline.'
  return q === '' ? `${found} found` : `${found} found for “${q}”`
}

/** Where one can go from a search that found nothing. */
export function waysOn(): HTMLElement {
  const ways = ['inquiries', 'notes', 'topics'].map((name) => element('a', { href: `${base}${name}/` }, `all ${name}`))
  const [inquiries, notes, topics] = ways
  return element('p', { class: 'ways' }, 'Look through ', inquiries!, ', ', notes!, ' or ', topics!, '.')
}
