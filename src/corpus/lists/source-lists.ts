/** This file makes the lists of all sources from a corpus, in each of their orders, cut into pages. */
import { SOURCES_PATH, withBase, workAddress } from '../address.ts'
import { dateInShort } from '../bibliography/source.ts'
import { authorKey, inOrderOfAuthors } from '../bibliography/order.ts'
import type { SourceList, SourceOrder, SourceSummary, SourceTitle } from '../model/source-entry.ts'
import { compareText } from '../compare.ts'
import { alone, requestFor } from '../render/page-citations.ts'
import { inquiriesOfWork } from '../render/reach.ts'
import { updateOf } from '../updates/known.ts'
import type { Corpus } from '../model/corpus.ts'
import { sourcePagination } from '../list-addresses.ts'
import type { CitationStyle } from '../model/citation-style.ts'
import type { Source, Work } from '../model/source.ts'
import { initial } from './initial.ts'
import { listViews, type ListPlan, type OrderPlan } from './list-views.ts'
import { newestYears } from './listings.ts'

/** A `Listed` is a work as the list orders it, and its row, which is made once it is shown. */
interface Listed {
  readonly source: Source
  readonly notes: number
  readonly inquiries: number
  readonly summary: () => SourceSummary
}

/** Lists all works by author, without their references. Formatting references is slow, and this list needs none. */
export function sourceTitles({ settings, style, works }: Corpus): SourceTitle[] {
  const compare = inOrderOfAuthors(settings.language, style)
  return [...works.values()]
    .sort((a, b) => compare(a.source, b.source))
    .map((work) => ({
      title: `${work.source.title} (${work.source.short})`,
      href: withBase(settings, workAddress(work)),
    }))
}

/**
 * Gives all pages of the lists of sources, in every order. Where there is no work at all, each list has one empty page.
 */
export const sourceLists = (corpus: Corpus, plan = sourcePlan(corpus)): SourceList[] => listViews(corpus.settings, plan)

/** A `SourcePlan` is the list of all sources before it is cut into pages. */
export type SourcePlan = ListPlan<Listed, SourceSummary>

/** Plans the list of all sources: by author, newest first and most used first. */
export function sourcePlan(corpus: Corpus): SourcePlan {
  const listed = [...corpus.works.values()].map((work) => listedOf(corpus, work))
  const orderOf = (order: SourceOrder): OrderPlan<Listed> => ({
    name: order,
    items: listed.toSorted(comparing(order, corpus)),
    cut: sourcePagination(order),
    labelOf: (each) => labelOf(order, each, corpus.style),
    jumpOf: (each) => jumpOf(order, each, corpus.style),
  })
  const yearsOf = ({ source }: Listed): string[] => (source.year === undefined ? [] : [String(source.year)])
  const kindsOf = ({ source }: Listed): string[] => [source.csl.type ?? 'document']
  return {
    section: SOURCES_PATH,
    keepsOrders: true,
    orders: [orderOf('author'), orderOf('year'), orderOf('use')],
    facets: [
      { name: 'kind', values: [...new Set(listed.flatMap(kindsOf))].sort(compareText), valuesOf: kindsOf },
      { name: 'year', values: newestYears(listed.flatMap(yearsOf)), valuesOf: yearsOf },
    ],
    shown: ({ summary }) => summary(),
  }
}

function listedOf(corpus: Corpus, work: Work): Listed {
  const counts = { notes: work.notes.length, inquiries: inquiriesOfWork(corpus, work).length }
  let summary: SourceSummary | undefined
  return { source: work.source, ...counts, summary: () => (summary ??= { ...rowOf(corpus, work), ...counts }) }
}

function rowOf(corpus: Corpus, work: Work): Omit<SourceSummary, 'notes' | 'inquiries'> {
  const { source } = work
  const update = updateOf(corpus.updates, source)
  return {
    html: corpus.references.format(requestFor(alone(corpus), source)),
    href: withBase(corpus.settings, workAddress(work)),
    ...(source.year !== undefined && { year: source.year }),
    ...(update !== undefined && { update }),
  }
}

/**
 * Gives the function that compares works for an order. Works that are equal in year or in use are in the order of
 * authors.
 */
function comparing(order: SourceOrder, { settings, style }: Corpus): (a: Listed, b: Listed) => number {
  const compare = inOrderOfAuthors(settings.language, style)
  const byAuthor = (a: Listed, b: Listed): number => compare(a.source, b.source)
  const orders: Readonly<Record<SourceOrder, (a: Listed, b: Listed) => number>> = {
    author: byAuthor,
    year: (a, b) => (b.source.year ?? -Infinity) - (a.source.year ?? -Infinity) || byAuthor(a, b),
    use: (a, b) => b.notes - a.notes || b.inquiries - a.inquiries || byAuthor(a, b),
  }
  return orders[order]
}

/** Names a work in the label of a page: by the first word of its author, its year, or the number of its notes. */
function labelOf(order: SourceOrder, { source, notes }: Listed, style: CitationStyle): string {
  if (order === 'year') return dateInShort(source.csl)
  if (order === 'use') return String(notes)
  const [word = ''] = authorKey(source, style).split(/\s/)
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** Names what a work is found under: a letter, its year, or the number of its notes. */
function jumpOf(order: SourceOrder, { source, notes }: Listed, style: CitationStyle): string {
  if (order === 'use') return String(notes)
  return order === 'year' ? String(source.year ?? 'n.d.') : initial(authorKey(source, style), 1)
}
