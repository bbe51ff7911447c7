/** This file describes the pages of a site for an RO-Crate: those of entries, and those of works with the works themselves. */
import { absolute, withBase, workAddress } from '../address.ts'
import { linkedWork } from '../bibliography/linked-work.ts'
import type { Corpus } from '../model/corpus.ts'
import type { Entry, Reference } from '../model/entry.ts'
import type { Work } from '../model/source.ts'
import type { Settings } from '../site-config.ts'
import { recordOf } from '../updates/known.ts'
import { standingOf } from '../updates/standing.ts'
import type { SitePath } from '../vocabulary.ts'
import { jsonLd } from './json-ld.ts'

type Json = Readonly<Record<string, unknown>>

/** A `DescribedWork` is a work with the page that is about it. */
export interface DescribedWork {
  /** This is its DOI or its address. A work that has neither, or those of a work before it, has a name in the crate. */
  readonly id: string
  readonly description: Json
  /** This is the path of the page in the folder of the site. */
  readonly file: string
  readonly page: Json
}

/** Gives the path of a file in the folder of the site, encoded. A page is the file `index.html` of its folder. */
export const fileAt = (address: SitePath): string => address.slice(1) + (address.endsWith('/') ? 'index.html' : '')

/** Describes all works that have a page, by the addresses of their pages with the site's base. */
export function describedWorks({ works, settings, updates }: Corpus): Map<string, DescribedWork> {
  const ids = new Set<unknown>()
  const described = [...works.values()].map((work): [string, DescribedWork] => {
    const known = recordOf(updates, work.source)?.updates ?? []
    const { '@id': own, ...description } = linkedWork(work.source, standingOf(known), known)
    const id = typeof own === 'string' && !ids.has(own) ? own : `#${work.slug}`
    ids.add(id)
    const href = withBase(settings, workAddress(work))
    return [href, { id, description, file: fileAt(workAddress(work)), page: workPage(work, id, href, settings) }]
  })
  return new Map(described)
}

const workPage = ({ source }: Work, id: string, href: string, settings: Settings): Json => ({
  '@type': ['File', 'AboutPage'],
  name: source.title,
  encodingFormat: 'text/html',
  url: urlOf(href, settings),
  inLanguage: settings.language,
  mainEntity: { '@id': id },
})

const urlOf = (href: string, settings: Settings): string | undefined =>
  settings.url === undefined ? undefined : absolute(settings, href)

/**
 * Describes the page of an entry, as a file that is also a question, a claim or a page of another kind. The author and
 * the licence are those of the site, which says them.
 */
export function pageOf(entry: Entry, settings: Settings, works: ReadonlyMap<string, DescribedWork>): Json {
  const { '@type': type, about, 'dcterms:relation': relations, ...facts } = jsonLd(entry, settings)
  const said = Object.fromEntries(Object.entries(facts).filter(([name]) => !OF_THE_SITE.has(name)))
  return {
    '@type': ['File', type],
    ...said,
    encodingFormat: 'text/html',
    keywords: about,
    citation: worksOf(entry, works),
    'dct:relation': (relations as readonly OwnRelation[] | undefined)?.flatMap(roleOf),
  }
}

/** These facts of an entry are those of its page by itself, or of the whole site. */
const OF_THE_SITE: ReadonlySet<string> = new Set(['@context', '@id', 'author', 'license', 'isPartOf'])

/** Lists the works that an entry is drawn from or cites, each once. One that has no page is described in its place. */
function worksOf(entry: Entry, works: ReadonlyMap<string, DescribedWork>): Json[] {
  const drawn = entry.kind === 'note' ? entry.references : []
  const found = [...drawn, ...entry.cited.references].flatMap(({ href, linkedData }: Partial<Reference>): Json[] => {
    const work = works.get(href ?? '')
    if (work !== undefined) return [{ '@id': work.id }]
    return linkedData === undefined ? [] : [linkedData]
  })
  return [...new Map(found.map((each) => [JSON.stringify(each), each])).values()]
}

/** An `OwnRelation` is a relation for which CiTO has no word, from the end that it starts from or from the other one. */
interface OwnRelation {
  readonly '@id': string
  readonly additionalType: { readonly name?: string }
}

/**
 * Describes such a relation as schema.org describes one that has more to it than its two ends
 * (https://schema.org/Role). From an end where it has no name, it is left to the other one.
 */
const roleOf = ({ '@id': id, additionalType: { name } }: OwnRelation): Json[] =>
  name === undefined ? [] : [{ '@type': 'Role', roleName: name, 'dct:relation': { '@id': id } }]
