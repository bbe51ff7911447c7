/** Chooses among things that can be completed. */
import { CompletionItemKind, type CompletionItem, type CompletionList, type Range } from 'vscode-languageserver/node'

/** Something that can be completed. */
export interface Offer {
  readonly label: string
  /** Gives what is written. It is asked for few of all offers, and is the label where nothing else is said. */
  readonly written?: () => string
  /** More names by which it is found. */
  readonly names?: readonly string[]
  readonly detail?: string
  readonly documentation?: string
  readonly kind: CompletionItemKind
}

/** No reader looks through more, and an editor would wait for ten thousand. */
const MOST = 100

/**
 * Returns the offers that fit what is written so far, the best ones first.
 *
 * @param range The place of what is written so far, which an offer takes.
 */
export function listOf(offers: Iterable<Offer>, written: string, range: Range): CompletionList {
  const query = normal(written)
  const fitting = [...offers].flatMap((offer) => {
    const rank = Math.min(...[offer.label, ...(offer.names ?? [])].map((name) => rankOf(normal(name), query)))
    return rank < NONE ? [{ offer, rank }] : []
  })
  const best = fitting.sort((one, other) => one.rank - other.rank).slice(0, MOST)
  return {
    isIncomplete: best.length < fitting.length,
    items: best.map(({ offer }, index) => itemOf(offer, index, written, range)),
  }
}

/** Returns what is written where an offer is taken. */
export const writtenOf = ({ label, written }: Offer): string => written?.() ?? label

const NONE = 3

/** A name that begins so comes first, then one with a word that does, then one that has it anywhere. */
function rankOf(name: string, query: string): number {
  const at = name.indexOf(query)
  if (at < 0) return NONE
  return at === 0 ? 0 : /[^\p{L}\p{N}]/u.test(name[at - 1]!) ? 1 : 2
}

const normal = (text: string): string => (/^[\0-\x7f]*$/.test(text) ? text : text.normalize('NFC')).toLowerCase()

function itemOf(offer: Offer, index: number, written: string, range: Range): CompletionItem {
  const { label, kind, detail, documentation } = offer
  return {
    label,
    kind,
    ...(detail !== undefined && { detail }),
    ...(documentation !== undefined && { documentation }),
    sortText: String(index).padStart(3, '0'),
    // The best ones were chosen here, by names that the editor does not know.
    filterText: written === '' ? label : written,
    textEdit: { range, newText: writtenOf(offer) },
  }
}
