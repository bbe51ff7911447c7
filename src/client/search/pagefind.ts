/**
 * This file types the part of Pagefind's browser API that is used here, and starts it. The bundle itself is made by
 * the build.
 */
import type { Manifest } from '../../corpus/search/shards.ts'

/** These are the filters of a search by name. Each asks for one value, or for any of several. */
export type Filters = Readonly<Record<string, string | { readonly any: readonly string[] }>>

/** These are the counts of records for each value of each filter whose file was read. */
export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>

/** These are the options of a search. */
interface SearchOptions {
  readonly filters?: Filters
}

/** This is the module of Pagefind, which is one engine and makes others. */
export interface PagefindModule extends Pagefind {
  createInstance(options: Options): Pagefind
}

/** This is the browser API of Pagefind. */
export interface Pagefind {
  options(options: Options): Promise<void>
  init(): Promise<void>
  mergeIndex(bundle: string, options: Options): Promise<void>
  /** Reads the files that a search would read, including those of the filters that it names. */
  preload(term: string | null, options: SearchOptions): Promise<void>
  /**
   * Searches the index.
   *
   * @param term The query; null finds all records.
   */
  search(term: string | null, options: SearchOptions): Promise<{ results: readonly RawResult[]; filters: Counts }>
}

/** This is a result of Pagefind. `data` fetches its record. */
export interface RawResult {
  readonly id: string
  readonly score: number
  data(): Promise<Fragment>
}

/** This is a section that matches. In `excerpt`, `<` and `>` are escaped, and each word that matches is in `<mark>`. */
export interface MatchingSection {
  readonly title: string
  readonly url: string
  readonly excerpt: string
}

/** This is the record of a result, which Pagefind calls a fragment. */
export interface Fragment {
  readonly url: string
  readonly excerpt: string
  readonly content: string
  readonly meta: Readonly<Record<string, string | undefined>>
  readonly filters: Readonly<Record<string, readonly string[] | undefined>>
  readonly sub_results: readonly MatchingSection[]
}

/** These are the options of an index. */
interface Options {
  readonly baseUrl: string
  readonly excerptLength: number
  readonly ranking: Ranking
  /**
   * Whether words are the same only with the same marks. Without it Pagefind takes every mark for an accent, the vowel
   * signs of Hindi included.
   */
  readonly exactDiacritics: boolean
}

/** These are the weights by which results are ranked. */
export interface Ranking {
  readonly metaWeights?: Readonly<Record<string, number>>
}

/** This is the error of an index that cannot be loaded. A message that it has may be shown to readers. */
export class IndexUnavailable extends Error {}

/** Fetches what the pages have to know before they search. */
const loadManifest = async (base: string): Promise<Manifest> =>
  (await fetch(`${base}pagefind/manifest.json`)).json() as Promise<Manifest>

/**
 * Loads the module of the engine, and what is known of its index.
 *
 * @param base The base path of the site.
 * @throws {IndexUnavailable} When the engine cannot be loaded.
 */
export async function loadPagefind(base: string): Promise<{ pagefind: PagefindModule; manifest: Manifest }> {
  const manifest = loadManifest(base)
  const engine = import(/* @vite-ignore */ `${base}pagefind/0/pagefind.js`) as Promise<PagefindModule>
  const pagefind = await engine.catch(async () => {
    throw new IndexUnavailable((await manifest).note)
  })
  return { pagefind, manifest: await manifest }
}

/**
 * Starts an engine over all shards of the index.
 *
 * @param isExact Whether words are the same only with the same marks.
 */
export async function startPagefind(
  module: PagefindModule,
  base: string,
  parts: number,
  ranking: Ranking,
  isExact: boolean,
): Promise<Pagefind> {
  const options = { baseUrl: base, excerptLength: 28, ranking, exactDiacritics: isExact }
  const pagefind = module.createInstance(options)
  await pagefind.options(options)
  await pagefind.init()
  const others = Array.from({ length: parts - 1 }, (_, index) => `${base}pagefind/${index + 1}/`)
  await Promise.all(others.map((part) => pagefind.mergeIndex(part, options)))
  return pagefind
}
