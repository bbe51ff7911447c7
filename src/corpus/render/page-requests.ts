/** This file lists what the pages of a corpus have written in the style of the site, so that it can be done at once. */
import { citationOf } from '../bibliography/reference-formatter.ts'
import { featuresOf } from '../bibliography/style-features.ts'
import type { Citation } from '../model/citations.ts'
import type { Corpus } from '../model/corpus.ts'
import type { Parsed } from '../model/parsed.ts'
import type { ReferenceRequest } from '../model/references.ts'
import type { Source } from '../model/source.ts'
import { sourcesBeside } from './listed-works.ts'
import { alone, citationAt, citationsOf, inOrder, requestFor } from './page-citations.ts'

/** `PageRequests` are the references and the citations of all pages, some more than once where several pages have them. */
export interface PageRequests {
  readonly references: readonly ReferenceRequest[]
  readonly citations: readonly Citation[]
  /** These are the citations of whole pages, in a style in which each depends on those before it. */
  readonly pages: readonly (readonly Citation[])[]
}

/** Lists the references and the citations of all pages. */
export function requestsOf(corpus: Corpus): PageRequests {
  const pages = [...corpus.entries.values()].map((entry) => requestsOfPage(corpus, entry))
  const listed = [...corpus.works.values()].map(({ source }) => requestFor(alone(corpus), source))
  const described = [...corpus.sourceOf.values()].flatMap((sources) =>
    sources.map((source) => requestFor(alone(corpus), source)),
  )
  const references = distinct([...listed, ...described, ...pages.flatMap((page) => page.references)])
  const { isNumeric, isNote } = featuresOf(corpus.style)
  // In such styles, cards name author and year without the style.
  const shorts = isNumeric || isNote ? [] : references.map(citationOf)
  return {
    references,
    citations: [...shorts, ...pages.flatMap((page) => page.citations)],
    pages: pages.flatMap((page) => page.pages),
  }
}

/** Leaves out works that were asked for alone before. Most pages ask for nothing else, and to compare works takes long. */
function distinct(requests: readonly ReferenceRequest[]): ReferenceRequest[] {
  const languages = new Map<Source, string>()
  return requests.filter(({ source, language, among }) => {
    if (among !== undefined) return true
    if (languages.get(source) === language) return false
    languages.set(source, language)
    return true
  })
}

function requestsOfPage(corpus: Corpus, entry: Parsed): PageRequests {
  const page = citationsOf(corpus, entry)
  const shown = [...[...page.cited.values()].map(({ source }) => source), ...sourcesBeside(corpus, entry.path)]
  const references = shown.map((source) => requestFor(page, source))
  if (page.features.isPositional) {
    const { citations } = inOrder(page)
    return { references, citations: [], pages: citations.length === 0 ? [] : [citations] }
  }
  const citations = [...page.clusters.values()].flatMap((cluster) => {
    const works = cluster.filter(({ work }) => work !== undefined)
    return works.length === 0 ? [] : [citationAt(page, works, ({ link }, at) => link.cite?.[at] ?? '')]
  })
  return { references, citations, pages: [] }
}
