/** This file makes the page of findings of an inquiry, of which there is one where a note of it states facts of its study. */
import { findingsAddress } from '../address.ts'
import { losableOf, type Losable } from '../grounds/grounds.ts'
import { groundsAddress, hasGrounds } from '../grounds-address.ts'
import type { Corpus } from '../model/corpus.ts'
import type { InquiryEntry, Ref, WithMarkup } from '../model/entry.ts'
import { isInquiry, type ParsedInquiry } from '../model/parsed.ts'
import { refTo } from '../render/ref.ts'
import { render } from '../render/render.ts'
import type { Certainty, SitePath } from '../vocabulary.ts'
import { conflictOf } from './conflict.ts'
import type { Conflict, Outcome } from './finding.ts'
import { isStudied, outcomesOf } from './outcomes.ts'

/** A `FindingsPage` is what the page of findings of an inquiry shows. */
export interface FindingsPage extends WithMarkup {
  readonly address: SitePath
  readonly inquiry: Ref
  readonly answer?: string
  readonly certainty?: Certainty
  /** This is the page of what the answer rests on, where there is one. */
  readonly grounds?: string
  readonly outcomes: readonly Outcome[]
  /** This counts the notes of the inquiry that state nothing of their study. */
  readonly unstated: number
  readonly conflict?: Conflict
  /** This is the evidence as far as readers can take works out of it. */
  readonly losable: Losable
}

/** Makes the pages of findings of a corpus, in the order of the paths of their inquiries. */
export const findingsPages = (corpus: Corpus): FindingsPage[] =>
  [...corpus.entries.values()].filter(isInquiry).flatMap((inquiry) => {
    const evidence = corpus.evidenceByInquiry.get(inquiry.path) ?? []
    if (!evidence.some(({ note }) => note.data.study !== undefined)) return []
    const entry = render(corpus, inquiry) as InquiryEntry
    return entry.hasFindings ? [findingsPage(corpus, inquiry, entry)] : []
  })

function findingsPage(corpus: Corpus, inquiry: ParsedInquiry, entry: InquiryEntry): FindingsPage {
  const { address, href, evidence, answer, certainty, markup } = entry
  const conflict = conflictOf(evidence)
  return {
    address: findingsAddress(address),
    inquiry: refTo(corpus, inquiry),
    ...(answer !== undefined && { answer }),
    ...(certainty !== undefined && { certainty }),
    ...(hasGrounds(entry) && { grounds: groundsAddress(href) }),
    ...(markup?.['answer'] && { markup: { answer: markup['answer'] } }),
    outcomes: outcomesOf(evidence, inquiry.data.pool),
    unstated: evidence.filter((each) => !isStudied(each)).length,
    ...(conflict && { conflict }),
    losable: losableOf(corpus, inquiry, entry),
  }
}
