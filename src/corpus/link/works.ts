/** This file finds the works of the bibliography that have a page: those that a public entry draws on or cites. */
import type { Bibliography } from '../bibliography/bibliography.ts'
import { citeKey } from '../cite-key.ts'
import { cutSlug, distinctSlugs, slug } from '../names/slug.ts'
import { isNote, type ParsedNote } from '../model/parsed.ts'
import type { ResolvedEntry } from './relations.ts'
import { compareText } from '../compare.ts'
import type { Source, Work } from '../model/source.ts'

/** `Uses` are the notes that draw on a work and the links that cite it. */
interface Uses {
  readonly notes: ParsedNote[]
  readonly citations: Work['citations'][number][]
}

/**
 * Collects the works that have a page, by their keys and in the order of the keys.
 *
 * @param all The public entries, in the order of their paths.
 */
export function worksOf(all: readonly ResolvedEntry[], bibliography: Bibliography): Map<string, Work> {
  const used = new Map<string, Uses>()
  const usesOf = (key: string): Uses => {
    const uses = used.get(key) ?? { notes: [], citations: [] }
    used.set(key, uses)
    return uses
  }
  for (const { entry, sources, resolutions } of all) {
    if (isNote(entry)) for (const { key } of sources) if (key !== undefined) usesOf(citeKey(key)).notes.push(entry)
    resolutions.forEach((resolution, link) => {
      if (resolution.type === 'source' && entry.links[link]!.cites !== 'authors')
        usesOf(resolution.key).citations.push({ from: entry, link })
    })
  }
  const keys = [...used.keys()].sort(compareText)
  const { slugs } = distinctSlugs(keys.map((key) => [key, slugOfKey(key)] as const))
  return new Map(
    keys.flatMap((key): [string, Work][] => {
      const source = bibliography.get(key)
      return source === undefined || !hasKey(source)
        ? []
        : [[key, { source, slug: slugs.get(key)!, ...used.get(key)! }]]
    }),
  )
}

const hasKey = (source: Source): source is Work['source'] => source.key !== undefined

/** Gives the slug that a work asks for. That is its key, in which signs that cannot stand in an address are hyphens. */
const slugOfKey = (key: string): string => cutSlug(slug(key.replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-'))) || 'source'
