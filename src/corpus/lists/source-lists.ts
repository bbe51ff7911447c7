/** This file makes the lists of all sources from a corpus, in each of their orders, cut into pages. */
import { withBase, workAddress } from '../address.ts'
import { dateInShort } from '../bibliography/source.ts'
import { authorKey, inOrderOfAuthors } from '../bibliography/order.ts'
import {
  SOURCE_ORDERS,
  type SourceList,
  type SourceOrder,
  type SourceSummary,
  type SourceTitle,
} from '../model/source-entry.ts'
import { listPages } from '../pagination.ts'
import { alone, requestFor } from '../render/page-citations.ts'
import { inquiriesOfWork } from '../render/reach.ts'
import { updateOf } from '../updates/known.ts'
import type { Corpus } from '../model/corpus.ts'
import { sourcePagination } from '../list-addresses.ts'
import type { CitationStyle } from '../model/citation-style.ts'
import type { Source, Work } from '../model/source.ts'

/** A `Listed` is a work with its row in the list. */
interface Listed {
  readonly source: Source
  readonly summary: SourceSummary
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
export function sourceLists(corpus: Corpus): SourceList[] {
  const listed = [...corpus.works.values()].map((work) => ({ source: work.source, summary: summarise(corpus, work) }))
  return SOURCE_ORDERS.flatMap((order) => pagesOf(corpus, order, listed.toSorted(comparing(order, corpus))))
}

function summarise(corpus: Corpus, work: Work): SourceSummary {
  const { source, notes } = work
  const update = updateOf(corpus.updates, source)
  return {
    html: corpus.references.format(requestFor(alone(corpus), source)),
    href: withBase(corpus.settings, workAddress(work)),
    ...(source.year !== undefined && { year: source.year }),
    ...(update !== undefined && { update }),
    notes: notes.length,
    inquiries: inquiriesOfWork(corpus, work).length,
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
    use: (a, b) => b.summary.notes - a.summary.notes || b.summary.inquiries - a.summary.inquiries || byAuthor(a, b),
  }
  return orders[order]
}

/** Cuts the list in one order into pages. */
function pagesOf({ settings, style }: Corpus, order: SourceOrder, listed: readonly Listed[]): SourceList[] {
  const orders = SOURCE_ORDERS.map((each) => ({
    order: each,
    href: withBase(settings, sourcePagination(each).addressOf(1)),
  }))
  return listPages(settings, listed, sourcePagination(order), (each) => labelOf(order, each, style)).map((page) => ({
    ...page,
    items: page.items.map(({ summary }) => summary),
    order,
    orders,
  }))
}

/** Names a work in the label of a page: by the first word of its author, its year, or the number of its notes. */
function labelOf(order: SourceOrder, { source, summary }: Listed, style: CitationStyle): string {
  if (order === 'year') return dateInShort(source.csl)
  if (order === 'use') return String(summary.notes)
  const [word = ''] = authorKey(source, style).split(/\s/)
  return word.charAt(0).toUpperCase() + word.slice(1)
}
