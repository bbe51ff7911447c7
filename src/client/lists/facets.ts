/**
 * This file narrows a list by several facets at once, from the small index of the list. It is apart from the browser, so
 * tests can run it.
 */
import type { FacetIndex, Series } from '../../corpus/lists/facet-index.ts'

/** This is the value that is chosen in each facet, by the name of the facet. */
export type Chosen = ReadonlyMap<string, string>

/** A `Place` is where a row is found: on which page, and the how many-th of its rows it is, from 0. */
export interface Place {
  readonly href: string
  readonly row: number
}

type Facet = FacetIndex['facets'][number]

/** Returns the items that have all of the chosen values, by their places in the list. */
export function matching({ total, facets }: FacetIndex, chosen: Chosen): number[] {
  const wanted = facets.flatMap((facet) => (chosen.has(facet.name) ? [[facet, numberOf(facet, chosen)] as const] : []))
  return Array.from({ length: total }, (_, item) => item).filter((item) =>
    wanted.every(([{ of }, number]) => of[item]!.includes(number)),
  )
}

/** Returns for each value of a facet how many items have it that also have what is chosen in the other facets. */
export function countsOf(index: FacetIndex, { name, values, of }: Facet, chosen: Chosen): Map<string, number> {
  const counts = values.map(() => 0)
  const others = new Map([...chosen].filter(([facet]) => facet !== name))
  for (const item of matching(index, others)) for (const number of of[item]!) counts[number]!++
  return new Map(values.map(([value], number) => [value, counts[number]!]))
}

const numberOf = ({ name, values }: Facet, chosen: Chosen): number =>
  values.findIndex(([value]) => value === chosen.get(name))

/**
 * Returns where the rows of items are. They are taken from the pages of the rarest of the chosen values, so that few
 * pages are fetched.
 */
export function placesOf(index: FacetIndex, chosen: Chosen, items: readonly number[]): Place[] {
  const parts = index.facets.flatMap((facet) => {
    if (!chosen.has(facet.name)) return []
    const number = numberOf(facet, chosen)
    const [, ...series] = facet.values[number]!
    return [{ series, members: facet.of.flatMap((numbers, item) => (numbers.includes(number) ? [item] : [])) }]
  })
  const all = { series: index.list, members: Array.from({ length: index.total }, (_, item) => item) }
  const { series, members } = [all, ...parts].reduce((a, b) => (b.members.length < a.members.length ? b : a))
  const size = Math.ceil(members.length / Math.ceil(members.length / index.most))
  const places = new Map(members.map((item, place) => [item, place]))
  return items.map((item) => {
    const place = places.get(item)!
    return { href: pageOf(series, Math.floor(place / size) + 1), row: place % size }
  })
}

const pageOf = ([first, others]: Series, page: number): string => (page === 1 ? first : `${others}${page}/`)

/** Reads what an address chooses. Values that the list does not have are left out. */
export function readChosen({ facets }: FacetIndex, search: string): Chosen {
  const parameters = new URLSearchParams(search)
  return new Map(
    facets.flatMap(({ name, values }) => {
      const value = parameters.get(name)
      return value !== null && values.some(([each]) => each === value) ? [[name, value] as const] : []
    }),
  )
}
