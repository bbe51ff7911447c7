/** This is what a reader searches for, as the address says it. */
export interface SearchState {
  readonly q: string
  /** This is the value that is chosen in each filter, by the name of the filter. */
  readonly filters: Readonly<Record<string, string>>
  /** This is the range of years of the sources, which includes both years. */
  readonly from?: string
  readonly to?: string
  readonly sort: 'relevance' | 'date'
}

/** These are the names of the filters, which are parameters of the address. */
const FILTERS: ReadonlySet<string> = new Set([
  ...['kind', 'topic', 'role', 'status', 'language', 'design', 'preregistered', 'author', 'inquiry'],
])
/** The fields that the owner of a site declares are filters with such names; see `ownFacetName`. */
const OWN_FILTER = 'field-'
const YEAR = /^\d{1,4}$/

/**
 * Reads what an address asks for. It ignores what it does not know.
 *
 * @param search The query of the address, with or without its `?`.
 * @example readState('?q=reward&role=disputes') // { q: 'reward', filters: { role: 'disputes' }, sort: 'relevance' }
 */
export function readState(search: string): SearchState {
  const parameters = new URLSearchParams(search)
  const value = (name: string): string | undefined => parameters.get(name)?.trim() || undefined
  const year = (name: string): string | undefined => {
    const written = value(name) ?? value('year')
    return written !== undefined && YEAR.test(written) ? written : undefined
  }
  const filters = [...new Set(parameters.keys())].flatMap((name) => {
    const chosen = FILTERS.has(name) || name.startsWith(OWN_FILTER) ? value(name) : undefined
    return chosen === undefined ? [] : [[name, chosen] as const]
  })
  const [from, to] = [year('from'), year('to')]
  return {
    q: value('q')?.slice(0, MAX_LENGTH) ?? '',
    filters: Object.fromEntries(filters),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    sort: value('sort') === 'date' ? 'date' : 'relevance',
  }
}

/** This is the greatest length of a query in characters, which is that of the field. */
const MAX_LENGTH = 200

/**
 * Writes what is asked for as the query of an address.
 *
 * @returns The query with its `?`, or an empty string when nothing is asked for.
 */
export function writeState({ q, filters, from, to, sort }: SearchState): string {
  const parameters = new URLSearchParams({
    ...(q !== '' && { q }),
    ...filters,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(sort === 'date' && { sort }),
  })
  return parameters.size > 0 ? `?${parameters}` : ''
}

/** Tells whether a state asks for nothing. */
export const isEmptySearch = ({ q, filters, from, to }: SearchState): boolean =>
  q === '' && Object.keys(filters).length === 0 && from === undefined && to === undefined
