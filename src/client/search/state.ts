/** What is looked for, as the address says it. Pure. */
export interface State {
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
export function readState(search: string): State {
  const parameters = new URLSearchParams(search)
  const value = (name: string): string | undefined => parameters.get(name)?.trim() || undefined
  const year = (name: string): string | undefined => {
    const said = value(name) ?? value('year')
    return said !== undefined && YEAR.test(said) ? said : undefined
  }
  const filters = FILTERS.flatMap((name) => {
    const chosen = value(name)
    return chosen === undefined ? [] : [[name, chosen] as const]
  })
  const [from, to] = [year('from'), year('to')]
  return {
    q: value('q')?.slice(0, LONGEST) ?? '',
    filters: Object.fromEntries(filters),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    sort: value('sort') === 'date' ? 'date' : 'relevance',
  }
}

/** In characters, as the field has it. */
const LONGEST = 200

/** @returns What follows the path of an address: nothing, or what begins with `?`. */
export function writeState({ q, filters, from, to, sort }: State): string {
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
export const isEmpty = ({ q, filters, from, to }: State): boolean =>
  q === '' && Object.keys(filters).length === 0 && from === undefined && to === undefined
