/** This file tells which links of an inquiry stand in the reasons for its certainty, which are on a page of their own. */
import { hrefOf } from '../address.ts'
import { groundsAddress } from '../grounds-address.ts'
import type { Corpus } from '../model/corpus.ts'
import type { Parsed } from '../model/parsed.ts'

/**
 * Tells whether a link stands in a reason for the certainty of an answer.
 *
 * @param link The index of the link in `links`.
 */
export function isInReason(entry: Parsed, link: number): boolean {
  if (entry.kind !== 'inquiry' || entry.data.reasons.length === 0) return false
  const texts = new Set(entry.data.reasons.map(({ because }) => because))
  return entry.fields.some(
    ({ text, body }) => texts.has(text) && body.some((piece) => typeof piece !== 'string' && piece.link === link),
  )
}

/**
 * Gives the address of the page on which a link of an entry stands.
 *
 * @param link The index of the link in `links`.
 */
export function pageOfLink(corpus: Corpus, entry: Parsed, link: number): string {
  const href = hrefOf(corpus, entry.path)
  return isInReason(entry, link) ? groundsAddress(href) : href
}
