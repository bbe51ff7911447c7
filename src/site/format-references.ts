import { citationKey, pageKey, referenceKey, type KnownReferences } from '../corpus/bibliography/reference-formatter.ts'
import { templateOf } from '../corpus/bibliography/citation-template.ts'
import { compareText } from '../corpus/compare.ts'
import type { Corpus } from '../corpus/model/corpus.ts'
import { requestsOf } from '../corpus/render/page-requests.ts'
import { inThreads, isWorthThreads } from './worker-pool.ts'
import { formatItems, type Formatted, type FormatItem } from './reference-worker.ts'

/** What is written in the style of the site, as HTML by the keys of the works and citations. */
export interface FormattedTexts {
  readonly references: Readonly<Record<string, string>>
  readonly citations: Readonly<Record<string, string>>
}

/**
 * Formats every work and every citation that the pages of a corpus show, so that no page waits for one. Many are
 * formatted in several threads, because each takes milliseconds.
 *
 * @param known What is formatted already. The rest is added to it.
 * @returns What this corpus shows, and nothing else. What the style cannot write is left out, so that the next run finds
 *   out why again.
 */
export async function formatReferences(corpus: Corpus, known: KnownReferences): Promise<FormattedTexts> {
  const { references, citations, pages } = requestsOf(corpus)
  const requests = new Map(references.map((request) => [referenceKey(request), request]))
  const templates = new Map(
    citations
      .map((citation) => templateOf(citation, false).citation)
      .map((citation) => [citationKey(citation), citation]),
  )
  const whole = new Map(
    pages
      .map((page) => page.map((citation) => templateOf(citation, true).citation))
      .map((page) => [pageKey(page), page]),
  )
  const missing: FormatItem[] = byAuthors([
    ...[...requests].flatMap(([key, request]) => (known.has(key) ? [] : [{ key, request }])),
    ...[...templates].flatMap(([key, citation]) => (known.hasCitation(key) ? [] : [{ key, citation }])),
    ...[...whole].flatMap(([key, page]) => (known.hasCitation(key) ? [] : [{ key, page }])),
  ])
  const worker = new URL('./reference-worker.ts', import.meta.url)
  const formatted = isWorthThreads(missing)
    ? await inThreads<Formatted>('Formatting references:', worker, missing, known.style)
    : formatItems(missing, known.style)
  missing.forEach((item, index) => {
    const { reference, citation } = formatted[index]!
    if (reference !== undefined) known.add(item.key, reference)
    else known.addCitation(item.key, citation)
  })
  return {
    references: Object.fromEntries(
      [...requests]
        .filter(([, request]) => known.faultOf(request) === undefined)
        .map(([key, request]) => [key, known.format(request)]),
    ),
    citations: Object.fromEntries(
      [...templates.keys(), ...whole.keys()].flatMap((key) => {
        const html = known.citation(key)
        return html === undefined ? [] : [[key, html]]
      }),
    ),
  }
}

/**
 * Sorts what is to be written by the authors of its first work. Then the thread that finds out how works are told apart
 * is mostly the one that writes them, and what is asked for a work alone and among others is written once.
 */
function byAuthors(items: readonly FormatItem[]): FormatItem[] {
  const sortKeys = items.map((item): readonly [string, FormatItem] => {
    const source =
      'request' in item ? item.request.source : ('page' in item ? item.page[0] : item.citation)?.cites[0]?.source
    return [`${source?.authors}\n${source?.key}`, item]
  })
  return sortKeys.sort(([a], [b]) => compareText(a, b)).map(([, item]) => item)
}
