/** This file finds the works of a page that a style may have to tell apart. */
import { issuedParts } from './csl.ts'
import type { StyleFeatures } from './style-features.ts'
import type { Csl, CslName } from '../model/csl.ts'
import type { Source } from '../model/source.ts'

/**
 * Groups the works of a page such that no citation of a work depends on the works of another group. Two works can only
 * be mistaken for each other where their first people have one family name, and where they are of one year or their
 * first people have different given names. Works without people are all in one group.
 *
 * @param sources The works of the page, each once, in their order.
 * @returns The groups of two and more works, by each of their works.
 */
export function toldApart(sources: readonly Source[], features: StyleFeatures): Map<Source, readonly Source[]> {
  const apart = new Map<Source, readonly Source[]>()
  if (sources.length < 2 || (features.isNumeric && !features.isPositional)) return apart
  // Where a citation depends on those before it, nobody can tell on which works it does not depend.
  const groups = features.isPositional ? [[...sources]] : groupsOf(sources, features)
  for (const group of groups) if (group.length > 1) for (const each of group) apart.set(each, group)
  return apart
}

/** Joins the works that share a key, and those that share one with these. */
function groupsOf(sources: readonly Source[], features: StyleFeatures): Source[][] {
  const keys = keysOf(sources, features)
  const groups = new Map<string, Set<string>>()
  for (const own of keys) {
    const joined = new Set(own.flatMap((key) => [key, ...(groups.get(key) ?? [])]))
    for (const key of joined) groups.set(key, joined)
  }
  return [...Map.groupBy(sources.keys(), (index) => groups.get(keys[index]![0]!)).values()].map((indices) =>
    indices.map((index) => sources[index]!),
  )
}

/** Gives the keys of each work. Works without a key in common cannot be mistaken for each other. */
function keysOf(sources: readonly Source[], { givenNameRule }: StyleFeatures): string[][] {
  const people = sources.map(({ csl }) => peopleOf(csl, givenNameRule.startsWith('all-names')))
  const givens = new Map<string, Set<string>>()
  for (const { family, given = '' } of people.flat()) givens.set(family, (givens.get(family) ?? new Set()).add(given))
  const isShared = (family: string): boolean => givenNameRule !== 'by-cite' && givens.get(family)!.size > 1
  return people.map((named, index) => {
    const [year = ''] = issuedParts(sources[index]!.csl)
    const keys = named.flatMap(({ family }) => [`${family}\n${year}`, ...(isShared(family) ? [family] : [])])
    return keys.length > 0 ? keys : ['']
  })
}

/** Gives the people of a work by whom a citation may name it: the first of each list, or all of them. */
function peopleOf(work: Csl, isAll: boolean): { family: string; given?: string | undefined }[] {
  return Object.values(work).flatMap((value) => {
    if (!Array.isArray(value)) return []
    return (isAll ? (value as CslName[]) : (value as CslName[]).slice(0, 1)).map(({ family, literal, given }) => ({
      family: (family ?? literal ?? given ?? '').toLowerCase(),
      given,
    }))
  })
}
