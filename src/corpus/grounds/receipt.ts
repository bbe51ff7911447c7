/** This file makes the receipt of an answer: from each sentence of its essay to the words of the sources behind it. */
import { hrefOf } from '../address.ts'
import { fillText } from '../render/link-text.ts'
import { bareReference } from '../render/reference.ts'
import { citationsOf } from '../render/page-citations.ts'
import { citationId } from '../render/open-link.ts'
import { passageIn } from '../render/passage.ts'
import { proseOf } from '../render/prose.ts'
import { isInReason } from '../render/reason-links.ts'
import { refTo, withoutUndefined } from '../render/ref.ts'
import type { Corpus } from '../model/corpus.ts'
import type { Ref, WithMarkup } from '../model/entry.ts'
import type { QuoteCheck } from '../model/updates.ts'
import { quoteCheckOf } from '../quotes/checked-quote.ts'
import type { ParsedInquiry, ParsedNote } from '../model/parsed.ts'
import type { EvidenceLink } from '../model/resolved.ts'
import type { Passage } from '../model/passage.ts'
import type { Stance } from '../vocabulary.ts'

/** A `ReceiptNote` is a note behind an answer, with the words of its source. */
export interface ReceiptNote extends WithMarkup {
  readonly note: Ref
  readonly role?: Stance
  readonly claim?: string
  /** These are verbatim words of the source. */
  readonly quote?: string
  /** This is where these words stand. */
  readonly passage?: Passage
  /** This is what came of looking for the quote in its source. */
  readonly check?: Omit<QuoteCheck, 'quote'>
  /** These are the works that the note is drawn from, each with the best address at which it can be read. */
  readonly sources: readonly { readonly short: string; readonly title: string; readonly href?: string }[]
}

/** A `ReceiptSentence` is a sentence of the essay that cites notes. */
export interface ReceiptSentence {
  readonly sentence: string
  /** This address leads to the first of its citations in the essay. */
  readonly href: string
  /** These are the indices of the notes, in the order in which the sentence cites them. */
  readonly notes: readonly number[]
}

/** A `Receipt` leads from the sentences of an essay to the words of their sources. */
export interface Receipt {
  readonly notes: readonly ReceiptNote[]
  /** These are the sentences in the order of the essay. */
  readonly sentences: readonly ReceiptSentence[]
  /** These are the indices of the notes that the essay does not cite. */
  readonly uncited: readonly number[]
}

/** Makes the receipt of an answer. */
export function receiptOf(corpus: Corpus, inquiry: ParsedInquiry, links: readonly EvidenceLink[]): Receipt {
  const sentences = sentencesOf(corpus, inquiry, links)
  const cited = new Set(sentences.flatMap(({ notes }) => notes))
  return {
    notes: links.map((link) => receiptNote(corpus, link)),
    sentences,
    uncited: [...links.keys()].filter((index) => !cited.has(index)),
  }
}

function receiptNote(corpus: Corpus, { note, inquiry, role }: EvidenceLink): ReceiptNote {
  const { claim, quote } = note.data
  const page = citationsOf(corpus, inquiry)
  return {
    note: refTo(corpus, note),
    ...withoutUndefined({ role, passage: passageIn(corpus, note), check: checkOf(corpus, note) }),
    ...proseOf(corpus, [note], { claim, quote }, { within: [note.path] }),
    sources: (corpus.sourceOf.get(note.path) ?? []).map((source) => {
      const { short, title, links } = bareReference(corpus, page, source)
      return { short, title, ...withoutUndefined({ href: links[0]?.href }) }
    }),
  }
}

function checkOf({ updates }: Corpus, note: ParsedNote): ReceiptNote['check'] {
  const known = quoteCheckOf(updates, note)
  if (known === undefined) return undefined
  const { quote: _, ...check } = known
  return check
}

/** Finds the sentences that cite notes. Citations of one sentence have the same sentence and the same surroundings. */
function sentencesOf(corpus: Corpus, inquiry: ParsedInquiry, links: readonly EvidenceLink[]): ReceiptSentence[] {
  const citations = links.flatMap(({ note }, index) =>
    (corpus.citations.get(note.path) ?? []).flatMap(({ from, link }) =>
      from === inquiry && !isInReason(inquiry, link) ? [{ index, link }] : [],
    ),
  )
  const inOrder = citations.toSorted((a, b) => a.link - b.link)
  const groups = Map.groupBy(inOrder, ({ link }) => JSON.stringify(inquiry.links[link]!.context))
  return [...groups.values()].map((all) => {
    const first = all[0]!.link
    return {
      sentence: fillText(corpus, inquiry, inquiry.links[first]!.context.sentence, { isElsewhere: true }),
      href: `${hrefOf(corpus, inquiry.path)}#${citationId(first)}`,
      notes: [...new Set(all.map(({ index }) => index))],
    }
  })
}
