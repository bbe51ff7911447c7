/** Which of the evidence stands beside which block of an essay. */
import type { MarginNotes } from '../model/entry.ts'
import type { ParsedInquiry } from '../model/parsed.ts'
import type { Corpus } from '../model/corpus.ts'
import type { LinkResolution, EvidenceLink } from '../model/resolved.ts'

/** @param filled The HTML of each piece of the essay's body. */
export function marginNotesOf(
  corpus: Corpus,
  { path, body }: ParsedInquiry,
  filled: readonly string[],
  evidenceLinks: readonly EvidenceLink[],
): MarginNotes[] {
  const points = new Map(evidenceLinks.map(({ note }, index) => [note.path, index]))
  const resolutions = corpus.resolutions.get(path) ?? []
  const blocks = blocksOf(body, filled)
  return blocks.flatMap(({ at, link }, index) => {
    const cited = resolutions
      .slice(link, blocks[index + 1]?.link)
      .flatMap((resolution) => points.get(target(resolution)) ?? [])
    return cited.length === 0 ? [] : [{ at, evidence: [...new Set(cited)] }]
  })
}

const target = (resolution: LinkResolution): string =>
  resolution.type === 'found' || resolution.type === 'fragment-missing' ? resolution.path : ''

/** Where each block that may cite something begins, and its first link. */
function blocksOf(body: ParsedInquiry['body'], filled: readonly string[]): { at: number; link: number }[] {
  let at = 0
  return body.flatMap((piece, index) => {
    const begins = typeof piece !== 'string' && piece.at === 'beside' ? [{ at, link: piece.link }] : []
    at += filled[index]!.length
    return begins
  })
}
