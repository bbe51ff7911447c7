/** The part of Pagefind's browser API that we use, and how it is started; the bundle itself is made by the build. */
import type { Manifest } from '../../corpus/search/shards.ts'

/** What a filter asks for: a value, or any of several. */
export type Filters = Readonly<Record<string, string | { readonly any: readonly string[] }>>

/** For each filter whose file has been read, how many records have each value. */
export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>

interface SearchOptions {
  readonly filters?: Filters
}

export interface Pagefind {
  options(options: Options): Promise<void>
  init(): Promise<void>
  mergeIndex(bundle: string, options: Options): Promise<void>
  /** Reads what a search would, the files of the filters that it names included. */
  preload(term: string | null, options: SearchOptions): Promise<void>
  /** @param term Null for all records. */
  search(term: string | null, options: SearchOptions): Promise<{ results: readonly RawResult[]; filters: Counts }>
}

export interface RawResult {
  readonly id: string
  readonly score: number
  data(): Promise<Fragment>
}

/** A text that matches; `excerpt` has its `<` and `>` escaped, and `<mark>` around each word that matches. */
export interface MatchingSection {
  readonly title: string
  readonly url: string
  readonly excerpt: string
}

export interface Fragment {
  readonly url: string
  readonly excerpt: string
  readonly content: string
  readonly meta: Readonly<Record<string, string | undefined>>
  readonly filters: Readonly<Record<string, readonly string[] | undefined>>
  readonly sub_results: readonly MatchingSection[]
}

interface Options {
  readonly baseUrl: string
  readonly excerptLength: number
  readonly ranking: Ranking
}

export interface Ranking {
  readonly metaWeights?: Readonly<Record<string, number>>
}

/** Its message may be shown. */
export class IndexUnavailable extends Error {
  constructor(message = 'The search index could not be loaded.') {
    super(message)
  }
}

/** @param base The path of the site. */
export async function loadPagefind(base: string, ranking: Ranking): Promise<{ pagefind: Pagefind; note?: string }> {
  const bundle = `${base}pagefind/`
  const manifest = fetch(`${bundle}manifest.json`).then((response) => response.json() as Promise<Manifest>)
  const engine = import(/* @vite-ignore */ `${bundle}0/pagefind.js`) as Promise<Pagefind>
  const [pagefind, { parts, note }] = await Promise.all([
    engine.catch(async () => {
      throw new IndexUnavailable((await manifest).note)
    }),
    manifest,
  ])
  const options = { baseUrl: base, excerptLength: 28, ranking }
  await pagefind.options(options)
  await pagefind.init()
  const others = Array.from({ length: parts - 1 }, (_, index) => `${bundle}${index + 1}/`)
  await Promise.all(others.map((part) => pagefind.mergeIndex(part, options)))
  return { pagefind, ...(note !== undefined && { note }) }
}
