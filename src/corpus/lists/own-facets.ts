/** This file makes facets of the fields that the owner of a site declares. */
import { collatorOf } from '../compare.ts'
import { ownFacetName } from '../model/list-page.ts'
import type { Parsed } from '../model/parsed.ts'
import { distinctSlugs, wishedSlug } from '../names/slug.ts'
import type { FacetPlan } from './list-views.ts'

/** An `OwnFacet` is a field by which entries can be narrowed, with its values. */
export interface OwnFacet {
  /** This is the name of the field. */
  readonly field: string
  /** This says how pages name it. */
  readonly label: string
  /** These are the values that occur, in the order in which they are shown. */
  readonly values: readonly string[]
}

/** Gives the fields by which entries can be narrowed, as far as some entry has a value. */
export function ownFacetsOf(entries: Iterable<Parsed>, language: string): OwnFacet[] {
  const facets = new Map<string, { label: string; values: Set<string> }>()
  for (const { own = [] } of entries)
    for (const { name, label, values = [] } of own) {
      const known = facets.get(name)
      if (known === undefined) facets.set(name, { label, values: new Set(values) })
      else for (const value of values) known.values.add(value)
    }
  const compare = collatorOf(language)
  return [...facets]
    .map(([field, { label, values }]) => ({ field, label, values: [...values].sort(compare) }))
    .filter(({ values }) => values.length > 0)
}

/** Plans the facets of a list by such fields. Each value has pages of its own, so they are for fields with few values. */
export const ownFacetPlans = <T extends { readonly entry: Parsed }>(
  listed: readonly T[],
  language: string,
): FacetPlan<T>[] =>
  ownFacetsOf(
    listed.map(({ entry }) => entry),
    language,
  ).map(({ field, label, values }) => {
    const { slugs } = distinctSlugs(values.map((value) => [value, segment(value)] as const))
    return {
      name: ownFacetName(field),
      label,
      values,
      valuesOf: ({ entry }) => entry.own?.find(({ name }) => name === field)?.values ?? [],
      slugOf: (value) => slugs.get(value)!,
    }
  })

/** Writes words as one segment of an address. */
const segment = (words: string): string => wishedSlug(words).replaceAll('/', '-')
