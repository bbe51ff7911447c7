/** Which of the evidence stands beside which block of an essay. */
import type { Beside } from '../model/entry.ts'
import type { ParsedInquiry } from '../model/parsed.ts'
import type { Corpus } from '../model/corpus.ts'
import type { Outcome, Service } from '../model/resolved.ts'

/** @param filled The HTML of each piece of the essay's body. */
export function besideOf(
  corpus: Corpus,
  { path, body }: ParsedInquiry,
  filled: readonly string[],
  services: readonly Service[],
): Beside[] {
  const places = new Map(services.map(({ note }, index) => [note.path, index]))
  const outcomes = corpus.outcomes.get(path) ?? []
  const blocks = blocksOf(body, filled)
  return blocks.flatMap(({ at, link }, index) => {
    const cited = outcomes.slice(link, blocks[index + 1]?.link).flatMap((outcome) => places.get(target(outcome)) ?? [])
    return cited.length === 0 ? [] : [{ at, evidence: [...new Set(cited)] }]
  })
}

const target = (outcome: Outcome): string =>
  outcome.type === 'found' || outcome.type === 'fragment-missing' ? outcome.path : ''

/** Where each block that may cite something begins, and its first link. */
function blocksOf(body: ParsedInquiry['body'], filled: readonly string[]): { at: number; link: number }[] {
  let at = 0
  return body.flatMap((piece, index) => {
    const begins = typeof piece !== 'string' && piece.at === 'beside' ? [{ at, link: piece.link }] : []
    at += filled[index]!.length
    return begins
  })
}
