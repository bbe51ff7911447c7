/** This file makes references of works that are ready to print. */
import { doiAddress } from '../doi.ts'
import type { CitedSource, Reference } from '../model/entry.ts'
import { coinsOf } from '../bibliography/coins.ts'
import { highwireOf } from '../bibliography/embedded-metadata.ts'
import { linkedWork } from '../bibliography/linked-work.ts'
import { requestFor, type PageWorks } from './page-citations.ts'
import { withoutUndefined } from './ref.ts'
import { deadLinkAt } from '../updates/dead-links.ts'
import { recordOf } from '../updates/known.ts'
import { standingOf } from '../updates/standing.ts'
import type { Corpus } from '../model/corpus.ts'
import { workHref } from '../address.ts'
import type { Source } from '../model/source.ts'

/** Makes a reference of a work of a page, with what reference managers read. */
export const reference = (corpus: Corpus, page: PageWorks, source: Source): Reference =>
  (madeOf(corpus, page, source).full ??= {
    ...bareReference(corpus, page, source),
    meta: highwireOf(source),
    coins: coinsOf(source),
  })

/** Makes a reference of a work for a page that is about it, with linked data besides. */
export function describedReference(corpus: Corpus, page: PageWorks, source: Source): Reference {
  const { updates = [] } = recordOf(corpus.updates, source) ?? {}
  return (madeOf(corpus, page, source).described ??= {
    ...reference(corpus, page, source),
    linkedData: linkedWork(source, standingOf(updates), updates),
  })
}

/** Makes a reference of a work of a page without what reference managers read. */
export const bareReference = (corpus: Corpus, page: PageWorks, source: Source): CitedSource =>
  (madeOf(corpus, page, source).bare ??= makeBare(corpus, page, source))

function makeBare(corpus: Corpus, page: PageWorks, source: Source): CitedSource {
  const { key, title, year, links } = source
  const request = requestFor(page, source)
  return {
    short: corpus.references.short(request),
    title,
    html: corpus.references.format(request),
    links: withDeaths(corpus, links),
    ...withoutUndefined({ key: source.isDescribed ? undefined : key, year, href: workHref(corpus, key) }),
    ...recorded(corpus, source),
  }
}

/** Says of each address of a work whether it is dead. */
function withDeaths({ updates }: Corpus, links: Source['links']): CitedSource['links'] {
  if (updates.deadLinks === undefined) return links
  return links.map((link) => ({ ...link, ...withoutUndefined({ dead: deadLinkAt(updates, link.href) }) }))
}

/** These are the references of a work that were made. */
interface Made {
  bare?: CitedSource
  full?: Reference
  described?: Reference
}

/** Remembers references by language and work, because many pages show the same work. */
const known = new WeakMap<Corpus, Map<string, Map<Source, Made>>>()

/** Gives the references of a work that were made for other pages. A page that has to tell it apart has its own. */
function madeOf(corpus: Corpus, { language, apart }: PageWorks, source: Source): Made {
  if (apart.has(source)) return {}
  const byLanguage = known.get(corpus) ?? new Map<string, Map<Source, Made>>()
  known.set(corpus, byLanguage)
  const bySource = byLanguage.get(language) ?? new Map<Source, Made>()
  byLanguage.set(language, bySource)
  const made = bySource.get(source) ?? {}
  bySource.set(source, made)
  return made
}

/** Says what became of a work, as far as a registry records it. */
function recorded({ updates: known }: Corpus, source: Source): Pick<Reference, 'update' | 'otherUpdates' | 'versions'> {
  const record = recordOf(known, source)
  if (record === undefined) return {}
  const { updates, versions } = record
  const update = standingOf(updates)
  return {
    ...withoutUndefined({ update }),
    ...(updates.length > 1 && { otherUpdates: updates.filter((each) => each !== update) }),
    ...(versions.length > 0 && {
      versions: versions.map((version) => ({ ...version, href: doiAddress(version.doi) })),
    }),
  }
}
