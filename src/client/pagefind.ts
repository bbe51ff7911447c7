/** The part of Pagefind's browser API that we use; the bundle itself is made by the build. */
export interface Pagefind {
  options(options: { baseUrl?: string; excerptLength?: number }): Promise<void>
  init(): Promise<void>
  mergeIndex(bundle: string, options: { baseUrl?: string; excerptLength?: number }): Promise<void>
  filters(): Promise<FilterCounts>
  /** @returns Null when a later search came before this one began. */
  debouncedSearch(term: string | null, options: { filters: Filters }, wait: number): Promise<Found | null>
}

/** For each filter, how many records have each value. */
export type FilterCounts = Record<string, Record<string, number>>
export type Filters = Record<string, string>

export interface Found {
  readonly results: readonly { data(): Promise<Result> }[]
  readonly filters: FilterCounts
}

export interface Result {
  readonly url: string
  /** HTML: escaped text with `<mark>` around the words that match. */
  readonly excerpt: string
  readonly meta: { readonly title?: string; readonly kind?: string; readonly status?: string; readonly source?: string }
}

/**
 * @param bundle Address of the folder of the index.
 * @param parts How many parts it has, which are searched as one: folders called by their numbers.
 */
export async function loadPagefind(bundle: string, baseUrl: string, parts: number): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ `${bundle}0/pagefind.js`)) as Pagefind
  const options = { baseUrl, excerptLength: 28 }
  await pagefind.options(options)
  await pagefind.init()
  const others = Array.from({ length: parts - 1 }, (_, index) => `${bundle}${index + 1}/`)
  await Promise.all(others.map((part) => pagefind.mergeIndex(part, options)))
  return pagefind
}
