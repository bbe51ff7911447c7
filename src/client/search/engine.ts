/** This file turns queries into ranked results by Pagefind. It does not know how results are shown. */
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
 * These are the weights of what is not text of the page: its names, its source in short, and its words in other
 * forms. They were measured by `npm run bench:search`. No other setting of the engine made results better, see
 * docs/search.md.
 */
export const RANKING: Ranking = { metaWeights: { title: 12, aliases: 12, source: 6, forms: 1 } }

/**
 * This is the number of results that is enough. When fewer records have all the words, those that have some of the
 * words follow.
 */
const ENOUGH_RESULTS = 5

/** This is a result by its rank. Its record is a file that `load` fetches. */
export interface Ranked {
  readonly id: string
  readonly score: number
  load(): Promise<Fragment>
}

/** These are the results of a search, with the counts of the filters. */
export interface Found {
  readonly results: readonly Ranked[]
  /**
   * These are the counts of those filters whose files were read. Each is counted as if nothing had been chosen in
   * that filter.
   */
  readonly counts: Counts
}

/** An `Engine` searches the index of one site. */
export class Engine {
  readonly #pagefind: Pagefind
  readonly #base: string
  readonly #language: string
  #vocabulary: Promise<string[]> | undefined
  /** This is a note on the index, which exists under `astro dev` only. */
  readonly note: string | undefined
  readonly #counted = new Set<string>()

  private constructor(pagefind: Pagefind, base: string, language: string, note?: string) {
    this.#pagefind = pagefind
    this.#base = base
    this.#language = language
    this.note = note
  }

  /**
   * Loads Pagefind and the index.
   *
   * @param base The base path of the site.
   * @param language The language of the site, which the words of a query are read in.
   * @throws {IndexUnavailable} When there is no index to load.
   */
  static async open(base: string, language: string, ranking = RANKING): Promise<Engine> {
    const { pagefind, note } = await loadPagefind(base, ranking)
    return new Engine(pagefind, base, language, note)
  }

  /** Reads the files of these filters, so that all later results come with their counts. */
  async countFilters(filters: readonly string[]): Promise<void> {
    const uncounted = filters.filter((name) => !this.#counted.has(name))
    if (uncounted.length === 0) return
    for (const name of uncounted) this.#counted.add(name)
    await this.#pagefind.preload(null, { filters: Object.fromEntries(uncounted.map((name) => [name, ''])) })
  }

  /**
   * Fetches the words of the index, among which the spelling of a query is corrected. The list is empty when it
   * cannot be fetched.
   */
  vocabulary(): Promise<string[]> {
    this.#vocabulary ??= fetch(`${this.#base}pagefind/words.txt`)
      .then((response) => (response.ok ? response.text() : ''))
      .then((text) => text.split('\n').filter(Boolean))
      .catch(() => [])
    return this.#vocabulary
  }

  /**
   * Searches the index.
   *
   * @param state The query with its filters and its order.
   */
  async search(state: SearchState): Promise<Found> {
    const filters = await this.#resolveFilters(state)
    const results = await this.#rank(state, filters)
    return { results, counts: await this.#countResults(state, filters) }
  }

  /** Returns the results in their order: those with all the words and phrases, then those with some of the words. */
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

  /**
   * Returns the records that have at least a third of the words. Those with the most and the rarest words come first.
   */
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

  /** Counts the results for each value of the filters that were read. */
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

  /** Turns a range of years into a filter that lists each year of the index in that range. */
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
