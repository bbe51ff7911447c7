/** This file turns queries into ranked results by Pagefind. It does not know how results are shown. */
import { sortNewestFirst, excludeResults } from './by-date.ts'
import { hasSigns } from '../../corpus/search/letters.ts'
import type { Manifest } from '../../corpus/search/shards.ts'
import {
  loadPagefind,
  startPagefind,
  type Counts,
  type Filters,
  type Fragment,
  type Pagefind,
  type PagefindModule,
  type Ranking,
  type RawResult,
} from './pagefind.ts'
import { readQuery, type Reading } from './query.ts'
import { findAll, findSome } from './rank.ts'
import type { SearchState } from './state.ts'

/**
 * These are the weights of what is not text of the page: its names, its source in short, and its words in other
 * forms. They were measured by `npm run bench:search`. No other setting of the engine made results better, see
 * docs/search.md.
 */
export const RANKING: Ranking = { metaWeights: { title: 12, aliases: 12, file: 6, source: 6, keys: 6, forms: 1 } }

/**
 * This is the number of results that is enough. When fewer records have all the words, those that have some of the
 * words are ranked with them.
 */
const ENOUGH_RESULTS = 10
/** This is the number of records that are looked through for a word. */
const RECORDS_OF_WORD = 3

/** This is a result by its rank. Its record is a file that `load` fetches. */
export interface Ranked {
  readonly id: string
  readonly score: number
  load(): Promise<Fragment>
}

/** These are the results of a search, with the counts of the filters. */
export interface Found {
  readonly results: readonly Ranked[]
  /** This is the number of results that have all the words and phrases. */
  readonly complete: number
  /**
   * These are the counts of those filters whose files were read. Each is counted as if nothing had been chosen in
   * that filter.
   */
  readonly counts: Counts
}

/** An `Engine` searches the index of one site. */
export class Engine {
  readonly #module: PagefindModule
  readonly #manifest: Manifest
  readonly #ranking: Ranking
  readonly #base: string
  /** This says how the words of a query are read. */
  readonly reading: Reading
  /** These are the engines that were started, by whether they compare marks. */
  readonly #started = new Map<boolean, Promise<Pagefind>>()
  #vocabulary: Promise<string[]> | undefined
  readonly #counted = new Set<string>()

  private constructor(module: PagefindModule, manifest: Manifest, base: string, language: string, ranking: Ranking) {
    this.#module = module
    this.#manifest = manifest
    this.#ranking = ranking
    this.#base = base
    this.reading = {
      language,
      functionWords: new Set(manifest.functionWords),
      commonWords: new Map(manifest.commonWords?.map((word, rank) => [word, rank])),
      parts: manifest.parts,
    }
  }

  /**
   * Loads Pagefind and the index.
   *
   * @param base The base path of the site.
   * @param language The language of the site, which the words of a query are read in.
   * @throws {IndexUnavailable} When there is no index to load.
   */
  static async open(base: string, language: string, ranking = RANKING): Promise<Engine> {
    const { pagefind, manifest } = await loadPagefind(base)
    const engine = new Engine(pagefind, manifest, base, language, ranking)
    await engine.#engineFor('')
    return engine
  }

  /** This is a note on the index, which exists under `astro dev` only. */
  get note(): string | undefined {
    return this.#manifest.note
  }

  /** These are questions of the site. */
  get examples(): readonly string[] {
    return this.#manifest.examples ?? []
  }

  /** Returns the engine that reads a query as it is meant: one that compares marks where the query has signs. */
  #engineFor(q: string): Promise<Pagefind> {
    const isExact = hasSigns(q)
    let started = this.#started.get(isExact)
    if (started === undefined) {
      started = startPagefind(this.#module, this.#base, this.#manifest.parts, this.#ranking, isExact)
      this.#started.set(isExact, started)
    }
    return started
  }

  /** Reads the files of these filters, so that all later results come with their counts. */
  async countFilters(filters: readonly string[]): Promise<void> {
    for (const name of filters) this.#counted.add(name)
    await Promise.all([...this.#started.values()].map(async (engine) => this.#readCounted(await engine)))
  }

  /** Reads the files of the filters that are counted. Pagefind reads each only once. */
  async #readCounted(pagefind: Pagefind): Promise<void> {
    if (this.#counted.size === 0) return
    await pagefind.preload(null, { filters: Object.fromEntries([...this.#counted].map((name) => [name, ''])) })
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
    const pagefind = await this.#engineFor(state.q)
    await this.#readCounted(pagefind)
    const filters = await resolveFilters(pagefind, state)
    const query = readQuery(state.q, this.reading)
    const complete = await findAll(pagefind, query, filters)
    const some = complete.length < ENOUGH_RESULTS ? await findSome(pagefind, query.words, filters) : []
    const ranked = [...some, ...excludeResults(complete, some)]
    const ordered = state.sort === 'date' ? await sortNewestFirst(pagefind, ranked, query.term, filters) : ranked
    const counts = await this.#countResults(pagefind, query.term, filters)
    return { results: ordered.map(toRanked), complete: complete.length, counts }
  }

  /**
   * Tells whether any record has a word, in any form that the engine takes for the same. In quotes it does not put
   * another word that begins alike in its place. It is false of pairs of characters too, whose order it does not know.
   */
  async hasWord(word: string): Promise<boolean> {
    const { results } = await (await this.#engineFor(word)).search(`"${readQuery(word, this.reading).term}"`, {})
    return results.length > 0
  }

  /** Returns the first records that the engine has for one word. They may have another word that begins alike. */
  async recordsOf(word: string): Promise<Fragment[]> {
    const pagefind = await this.#engineFor(word)
    const { results } = await pagefind.search(readQuery(word, this.reading).term, {})
    return Promise.all(results.slice(0, RECORDS_OF_WORD).map((result) => result.data()))
  }

  /** Counts the results for each value of the filters that were read. */
  async #countResults(pagefind: Pagefind, term: string | null, filters: Filters): Promise<Counts> {
    const { filters: counts } = await pagefind.search(term, { filters })
    const chosen = Object.keys(filters).filter((name) => this.#counted.has(name))
    const own = await Promise.all(
      chosen.map(async (name) => {
        const others = Object.fromEntries(Object.entries(filters).filter(([other]) => other !== name))
        return [name, (await pagefind.search(term, { filters: others })).filters[name] ?? {}] as const
      }),
    )
    return { ...counts, ...Object.fromEntries(own) }
  }
}

/** Turns a range of years into a filter that lists each year of the index in that range. */
async function resolveFilters(pagefind: Pagefind, { filters, from, to }: SearchState): Promise<Filters> {
  if (from === undefined && to === undefined) return filters
  await pagefind.preload(null, { filters: { year: '' } })
  const { year = {} } = (await pagefind.search(null, {})).filters
  const any = Object.keys(year).filter((each) => each >= (from ?? '') && each <= (to ?? '9999'))
  return { ...filters, year: { any: any.length > 0 ? any : ['none'] } }
}

const toRanked = (result: RawResult): Ranked => ({ id: result.id, score: result.score, load: () => result.data() })
