/** Corpus → the list of all sources, in each of its orders, cut into pages that are not too heavy. */
import { withBase, workAddress } from '../address.ts'
import { authorKey, inOrderOfAuthors } from '../bibliography/order.ts'
import {
  SOURCE_ORDERS,
  type SourceList,
  type SourceOrder,
  type SourceSummary,
  type SourceTitle,
} from '../model/source-entry.ts'
import { listPages } from '../pagination.ts'
import { inquiriesReached } from '../render/reach.ts'
import type { Corpus } from '../model/corpus.ts'
import { cutBy } from '../list-addresses.ts'
import type { Source, Work } from '../model/source.ts'

interface Listed {
  readonly source: Source
  readonly summary: SourceSummary
}

/** By author. Needs no reference to be formatted. */
export const sourceTitles = ({ settings, works }: Corpus): SourceTitle[] =>
  [...works.values()]
    .sort((a, b) => inOrderOfAuthors(a.source, b.source))
    .map((work) => ({
      title: `${work.source.title} (${work.source.short})`,
      href: withBase(settings, workAddress(work)),
    }))

/** One without a row where there is no work at all. */
export function sourceLists(corpus: Corpus): SourceList[] {
  const listed = [...corpus.works.values()].map((work) => ({ source: work.source, summary: summarise(corpus, work) }))
  return SOURCE_ORDERS.flatMap((order) => pagesOf(corpus, order, listed.toSorted(COMPARE[order])))
}

function summarise(corpus: Corpus, work: Work): SourceSummary {
  const { source, notes } = work
  return {
    html: corpus.references.format(source),
    href: withBase(corpus.settings, workAddress(work)),
    ...(source.year !== undefined && { year: source.year }),
    notes: notes.length,
    inquiries: inquiriesReached(corpus, work).length,
  }
}

const byAuthor = (a: Listed, b: Listed): number => inOrderOfAuthors(a.source, b.source)

/** Newest first, and most used first; what is equal there is in the order of the authors. */
const COMPARE: Readonly<Record<SourceOrder, (a: Listed, b: Listed) => number>> = {
  author: byAuthor,
  year: (a, b) => (b.source.year ?? -Infinity) - (a.source.year ?? -Infinity) || byAuthor(a, b),
  use: (a, b) => b.summary.notes - a.summary.notes || b.summary.inquiries - a.summary.inquiries || byAuthor(a, b),
}

function pagesOf({ settings }: Corpus, order: SourceOrder, listed: readonly Listed[]): SourceList[] {
  const orders = SOURCE_ORDERS.map((each) => ({ order: each, href: withBase(settings, cutBy(each).addressOf(1)) }))
  return listPages(settings, listed, cutBy(order), (each) => labelOf(order, each)).map((page) => ({
    ...page,
    items: page.items.map(({ summary }) => summary),
    order,
    orders,
  }))
}

/** What an end of a page is called. */
function labelOf(order: SourceOrder, { source, summary }: Listed): string {
  if (order === 'year') return String(source.year ?? 'n.d.')
  if (order === 'use') return String(summary.notes)
  const [word = ''] = authorKey(source).split(/\s/)
  return word.charAt(0).toUpperCase() + word.slice(1)
}
