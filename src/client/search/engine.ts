/** Queries → ranked results, by Pagefind. Knows nothing of how they are shown. */
import { sortNewestFirst, excludeResults } from './by-date.ts'
import {
  loadPagefind,
  type Counts,
  type Filters,
  type Fragment,
  type Pagefind,
  type Ranking,
  type RawResult,
} from './pagefind.ts'
import { readQuery } from './query.ts'
import type { SearchState } from './state.ts'

/**
 * Weights of what is not text of the page: its names, its source in short, and its words in other forms. Measured by
 * `npm run bench:search`; whatever else the engine can be told made nothing better, see docs/search.md.
 */
export const RANKING: Ranking = { metaWeights: { title: 12, aliases: 12, source: 6, forms: 1 } }

/** When fewer have all the words, those that have some of them follow. */
const ENOUGH_RESULTS = 5

export interface Ranked {
  readonly id: string
  readonly score: number
  load(): Promise<Fragment>
}

export interface Found {
  readonly results: readonly Ranked[]
  /** Of the filters whose files have been read, counted as if nothing had been chosen in the filter itself. */
  readonly counts: Counts
}

export class Engine {
  readonly #pagefind: Pagefind
  readonly #base: string
  readonly #language: string
  #vocabulary: Promise<string[]> | undefined
  /** In dev: what is to be said of the index. */
  readonly note: string | undefined
  readonly #counted = new Set<string>()

  private constructor(pagefind: Pagefind, base: string, language: string, note?: string) {
    this.#pagefind = pagefind
    this.#base = base
    this.#language = language
    this.note = note
  }

  /** @param base The path of the site. */
  static async open(base: string, language: string, ranking = RANKING): Promise<Engine> {
    const { pagefind, note } = await loadPagefind(base, ranking)
    return new Engine(pagefind, base, language, note)
  }

  /** From now on, counts of these filters come with what is found. */
  async countFilters(filters: readonly string[]): Promise<void> {
    const uncounted = filters.filter((name) => !this.#counted.has(name))
    if (uncounted.length === 0) return
    for (const name of uncounted) this.#counted.add(name)
    await this.#pagefind.preload(null, { filters: Object.fromEntries(uncounted.map((name) => [name, ''])) })
  }

  /** Words that may have been meant. */
  vocabulary(): Promise<string[]> {
    this.#vocabulary ??= fetch(`${this.#base}pagefind/words.txt`)
      .then((response) => (response.ok ? response.text() : ''))
      .then((text) => text.split('\n').filter(Boolean))
      .catch(() => [])
    return this.#vocabulary
  }

  async search(state: SearchState): Promise<Found> {
    const filters = await this.#resolveFilters(state)
    const results = await this.#rank(state, filters)
    return { results, counts: await this.#countResults(state, filters) }
  }

  async #rank({ q, sort }: SearchState, filters: Filters): Promise<Ranked[]> {
    const { term, phrases, words } = readQuery(q, this.#language)
    const all = await this.#pagefind.search(term, { filters })
    let results = all.results.filter(({ score }) => term === null || score > 0)
    for (const phrase of phrases) {
      const matching = new Set((await this.#pagefind.search(phrase, { filters })).results.map(({ id }) => id))
      results = results.filter(({ id }) => matching.has(id))
    }
    const more = results.length < ENOUGH_RESULTS && words.length > 1 ? await this.#findSome(words, filters) : []
    const ranked = [...results, ...excludeResults(more, results)]
    return (sort === 'date' ? await sortNewestFirst(this.#pagefind, ranked, term, filters) : ranked).map(toRanked)
  }

  /** Records that have some of the words, those that have the most and the rarest first. */
  async #findSome(words: readonly string[], filters: Filters): Promise<RawResult[]> {
    const found = await Promise.all(words.map((word) => this.#pagefind.search(word, { filters })))
    const byId = Map.groupBy(
      found.flatMap(({ results }) => results),
      ({ id }) => id,
    )
    const minWords = Math.max(1, Math.ceil(words.length / 3))
    return [...byId.values()]
      .filter((results) => results.length >= minWords)
      .map((results) => ({
        ...results.reduce((best, result) => (result.score > best.score ? result : best)),
        score: (sum(results.map(({ score }) => score)) * results.length) / words.length,
      }))
      .sort((a, b) => b.score - a.score)
  }

  async #countResults({ q }: SearchState, filters: Filters): Promise<Counts> {
    const { term } = readQuery(q, this.#language)
    const { filters: counts } = await this.#pagefind.search(term, { filters })
    const chosen = Object.keys(filters).filter((name) => this.#counted.has(name))
    const own = await Promise.all(
      chosen.map(async (name) => {
        const others = Object.fromEntries(Object.entries(filters).filter(([other]) => other !== name))
        return [name, (await this.#pagefind.search(term, { filters: others })).filters[name] ?? {}] as const
      }),
    )
    return { ...counts, ...Object.fromEntries(own) }
  }

  async #resolveFilters({ filters, from, to }: SearchState): Promise<Filters> {
    if (from === undefined && to === undefined) return filters
    await this.#pagefind.preload(null, { filters: { year: '' } })
    const { year = {} } = (await this.#pagefind.search(null, {})).filters
    const any = Object.keys(year).filter((each) => each >= (from ?? '') && each <= (to ?? '9999'))
    return { ...filters, year: { any: any.length > 0 ? any : ['none'] } }
  }
}

const toRanked = (result: RawResult): Ranked => ({ id: result.id, score: result.score, load: () => result.data() })

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
