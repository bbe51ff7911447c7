/**
 * This file knows what a page cites. How a work is cited depends on the other works of the page: those that its text
 * cites, and those that it shows beside.
 */
import { readLocator, withLocator } from '../bibliography/cited-locator.ts'
import { featuresOf, type StyleFeatures } from '../bibliography/style-features.ts'
import { toldApart } from '../bibliography/told-apart.ts'
import type { Citation, Cite } from '../model/citations.ts'
import type { Corpus } from '../model/corpus.ts'
import type { Link, Parsed } from '../model/parsed.ts'
import type { ReferenceRequest } from '../model/references.ts'
import type { LinkResolution } from '../model/resolved.ts'
import type { Source, Work } from '../model/source.ts'
import { numbersOf, sourcesBeside } from './listed-works.ts'

/** A `CitedLink` is one work of a citation, as a link of its page. */
export interface CitedLink {
  /** This is the index of the link in `links`. */
  readonly index: number
  readonly link: Link
  readonly resolution: LinkResolution
  /** This is undefined where there is no such work. */
  readonly work?: Work
}

/** `PageWorks` are the works of a page. */
export interface PageWorks {
  /** This is the language of the page, as a BCP 47 tag. */
  readonly language: string
  /** These are the works from which a work has to be told apart, itself among them. */
  readonly apart: ReadonlyMap<Source, readonly Source[]>
}

/** `PageCitations` are the citations of a page. */
export interface PageCitations extends PageWorks {
  readonly features: StyleFeatures
  /** These are the works that the text cites, by their keys, in the order in which it first cites them. */
  readonly cited: ReadonlyMap<string, Work>
  /** These are the works that are cited together, by the index of the first of their links. */
  readonly clusters: ReadonlyMap<number, readonly CitedLink[]>
  /** These are the numbers of the works in the list of references. They are undefined where the style has none. */
  readonly numbers?: ReadonlyMap<string, number>
}

/** The citations of the pages of a corpus. */
const known = new WeakMap<Corpus['resolutions'], Map<Parsed, PageCitations>>()

/** Gives the citations of a page. */
export function citationsOf(corpus: Corpus, entry: Parsed): PageCitations {
  const pages = known.get(corpus.resolutions) ?? new Map<Parsed, PageCitations>()
  known.set(corpus.resolutions, pages)
  let citations = pages.get(entry)
  if (citations === undefined) pages.set(entry, (citations = findCitations(corpus, entry)))
  return citations
}

function findCitations(corpus: Corpus, entry: Parsed): PageCitations {
  const links = citedLinks(corpus, entry)
  const cited = new Map(
    links.flatMap(({ resolution, work }) => (work && resolution.type === 'source' ? [[resolution.key, work]] : [])),
  )
  const features = featuresOf(corpus.style)
  const sources = new Set([
    ...[...cited.values()].map(({ source }): Source => source),
    ...sourcesBeside(corpus, entry.path),
  ])
  return {
    language: entry.data.lang ?? corpus.settings.language,
    features,
    cited,
    clusters: Map.groupBy(
      links.filter(({ link }) => link.form === 'citation'),
      ({ link, index }) => link.cite?.first ?? index,
    ),
    apart: toldApart([...sources], features),
    ...(features.isNumeric && { numbers: numbersOf(corpus, entry.path, cited) }),
  }
}

/** Lists the links of a page that cite, and those that name a work in another way. */
function citedLinks({ resolutions, works }: Corpus, { path, links }: Parsed): CitedLink[] {
  const all = resolutions.get(path) ?? []
  return links.flatMap((link, index): CitedLink[] => {
    const resolution = all[index]
    if (resolution === undefined || (link.form !== 'citation' && resolution.type !== 'source')) return []
    const work = resolution.type === 'source' ? works.get(resolution.key) : undefined
    return [{ index, link, resolution, ...(work && { work }) }]
  })
}

/** Gives the works of a page that shows one work alone. */
export const alone = ({ settings }: Corpus): PageWorks => ({ language: settings.language, apart: new Map() })

/** Gives a work as the reference of a page needs it. */
export function requestFor({ language, apart }: PageWorks, source: Source): ReferenceRequest {
  const among = apart.get(source)
  return { source, language, ...(among && { among }) }
}

/**
 * Gives a citation as the style takes it. Works that are not known are left out, and their words with them.
 *
 * @param words Gives the words before or after a work.
 */
export function citationAt(
  page: PageCitations,
  cluster: readonly CitedLink[],
  words: (cited: CitedLink, at: 'prefix' | 'suffix') => string,
): Citation {
  const [first] = cluster
  return {
    language: page.language,
    isNarrative: isNarrative(first?.link),
    cites: cluster.flatMap((cited) => (cited.work === undefined ? [] : [citeOf(page, cited, cited.work, words)])),
    ...(first?.link.cite?.note !== undefined && { note: first.link.cite.note }),
  }
}

/** Tells whether a citation is a part of the sentence. */
export const isNarrative = (link: Link | undefined): boolean =>
  link?.cites === 'sentence' || link?.cites === 'narrative'

function citeOf(
  { language, apart, numbers, features }: PageCitations,
  cited: CitedLink,
  { source }: Work,
  words: (cited: CitedLink, at: 'prefix' | 'suffix') => string,
): Cite {
  const { link, resolution } = cited
  const among = apart.get(source)
  const number = resolution.type === 'source' ? numbers?.get(resolution.key) : undefined
  const suffix = words(cited, 'suffix')
  // A style that shows no locator must not lose it.
  const { label, locator, rest } = features.showsLocator
    ? readLocator(suffix, language)
    : { rest: withLocator(suffix, language), label: undefined, locator: undefined }
  return {
    source,
    prefix: words(cited, 'prefix'),
    suffix: rest,
    ...(locator !== undefined && { locator, label: label ?? 'page' }),
    ...((link.cites === 'year' || link.cites === 'suppressed') && { suppressesAuthor: true }),
    ...(among && { among }),
    ...(number !== undefined && { number }),
  }
}

/** `PageInOrder` are the citations that a style writes on a page, in their order, and their indices by their first link. */
interface PageInOrder {
  readonly citations: readonly Citation[]
  readonly indices: ReadonlyMap<number, number>
}

const orders = new WeakMap<PageCitations, PageInOrder>()

/** Gives all citations of a page, for a style in which each depends on those before it. */
export function inOrder(page: PageCitations): PageInOrder {
  let order = orders.get(page)
  if (order === undefined) orders.set(page, (order = findOrder(page)))
  return order
}

function findOrder(page: PageCitations): PageInOrder {
  const written = [...page.clusters].flatMap(([first, cluster]) => {
    const works = cluster.filter(({ work, link }) => work !== undefined && link.cites !== 'authors')
    const isWritten = works.length > 0 && (!page.features.isNote || works[0]!.link.cite?.note !== undefined)
    return isWritten ? [{ first, works }] : []
  })
  return {
    citations: written.map(({ works }) => citationAt(page, works, ({ link }, at) => link.cite?.[at] ?? '')),
    indices: new Map(written.map(({ first }, index) => [first, index])),
  }
}
