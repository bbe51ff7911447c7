/** This file writes what an answer rests on as JSON, from the answer to the words of each source. */
import { absolute } from '../address.ts'
import { groundsAddress } from '../grounds-address.ts'
import type { Grounds } from '../grounds/grounds.ts'
import type { ReceiptNote } from '../grounds/receipt.ts'
import type { Settings } from '../site-config.ts'

/** Writes the receipt of an answer, with its certainty and the smallest sets of works with which it would turn. */
export function receiptJson(grounds: Grounds, settings: Settings): string {
  const { inquiry, answer, certainty, reasons, balance, turning, shared, receipt } = grounds
  const url = (href: string): string => absolute(settings, href)
  const noteAt = (index: number) => noteJson(receipt.notes[index]!, url)
  return `${JSON.stringify({
    url: url(groundsAddress(inquiry.href)),
    question: inquiry.title,
    inquiry: url(inquiry.href),
    answer,
    certainty,
    reasons: reasons.map(({ domain, levels, because }) => ({ domain, levels, because })),
    balance,
    turning,
    shared,
    sentences: receipt.sentences.map(({ sentence, href, notes }) => ({
      sentence,
      url: url(href),
      notes: notes.map(noteAt),
    })),
    uncited: receipt.uncited.map(noteAt),
  })}\n`
}

const noteJson = (
  { note, role, claim, quote, passage, check, sources }: ReceiptNote,
  url: (href: string) => string,
) => ({
  title: note.title,
  url: url(note.href),
  role,
  claim,
  quote,
  passage,
  check,
  sources,
})
