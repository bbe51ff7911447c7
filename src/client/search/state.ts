/** What is looked for, as the address says it. Pure. */
export interface SearchState {
  readonly q: string
  /** Chosen values, by filter. */
  readonly filters: Readonly<Record<string, string>>
  /** Years of sources, both included. */
  readonly from?: string
  readonly to?: string
  readonly sort: 'relevance' | 'date'
}

const FILTERS = ['kind', 'topic', 'role', 'status', 'author', 'inquiry'] as const
const YEAR = /^\d{1,4}$/

/** @param search The query of an address, with its `?` or without. */
export function readState(search: string): SearchState {
  const parameters = new URLSearchParams(search)
  const value = (name: string): string | undefined => parameters.get(name)?.trim() || undefined
  const year = (name: string): string | undefined => {
    const written = value(name) ?? value('year')
    return written !== undefined && YEAR.test(written) ? written : undefined
  }
  const filters = FILTERS.flatMap((name) => {
    const chosen = value(name)
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

/** In characters, as the field has it. */
const MAX_LENGTH = 200

/** @returns What follows the path of an address: nothing, or what begins with `?`. */
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

/** Does it ask for anything? */
export const isEmptySearch = ({ q, filters, from, to }: SearchState): boolean =>
  q === '' && Object.keys(filters).length === 0 && from === undefined && to === undefined
