/** This file finds the works that have a page: those that a public entry draws on or cites. */
import type { Bibliography } from '../bibliography/bibliography.ts'
import { citeKey } from '../cite-key.ts'
import { cutSlug, distinctSlugs, slug } from '../names/slug.ts'
import { isNote, type ParsedNote } from '../model/parsed.ts'
import type { Resolved } from './resolve-entry.ts'
import { compareText } from '../compare.ts'
import type { Source, Work } from '../model/source.ts'

/** `Uses` are the notes that draw on a work and the links that cite it. */
interface Uses {
  /** This is the work where notes describe it. */
  readonly source: Source | undefined
  readonly notes: ParsedNote[]
  readonly citations: Work['citations'][number][]
}

/**
 * Collects the works that have a page, by their keys and in the order of the keys.
 *
 * @param all The public entries, in the order of their paths.
 */
export function worksOf(all: readonly Resolved[], bibliography: Bibliography): Map<string, Work> {
  const used = new Map<string, Uses>()
  const usesOf = (key: string, source?: Source): Uses => {
    const uses = used.get(key) ?? { source, notes: [], citations: [] }
    used.set(key, uses)
    return uses
  }
  for (const { entry, sources, resolutions } of all) {
    if (isNote(entry))
      for (const source of sources.filter(hasKey)) usesOf(citeKey(source.key), source).notes.push(entry)
    resolutions.forEach((resolution, link) => {
      if (resolution.type === 'source' && entry.links[link]!.cites !== 'authors')
        usesOf(resolution.key).citations.push({ from: entry, link })
    })
  }
  const keys = [...used.keys()].sort(compareText)
  // Works of the bibliography have their addresses, whatever notes describe.
  const isListed = (key: string): boolean => used.get(key)?.source?.isDescribed !== true
  const wishes = [...keys.filter(isListed), ...keys.filter((key) => !isListed(key))]
  const { slugs } = distinctSlugs(wishes.map((key) => [key, slugOfKey(key)] as const))
  return new Map(
    keys.flatMap((key): [string, Work][] => {
      const { source: described, ...uses } = used.get(key)!
      const source = isListed(key) ? bibliography.get(key) : described
      return source === undefined || !hasKey(source) ? [] : [[key, { source, slug: slugs.get(key)!, ...uses }]]
    }),
  )
}

const hasKey = (source: Source): source is Work['source'] => source.key !== undefined

/** Gives the slug that a work asks for. That is its key, in which signs that cannot stand in an address are hyphens. */
const slugOfKey = (key: string): string => cutSlug(slug(key.replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-'))) || 'source'
