/** This file finds the notes that stand in the margin of each block of an essay. */
import type { MarginNotes } from '../model/entry.ts'
import type { ParsedInquiry } from '../model/parsed.ts'
import type { Corpus } from '../model/corpus.ts'
import type { LinkResolution, EvidenceLink } from '../model/resolved.ts'

/**
 * Gives the notes in the margin of an essay, in the order of its blocks.
 *
 * @param filled The HTML of each piece of the essay's body.
 * @param evidenceLinks The evidence of the inquiry, in the order of its page.
 */
export function marginNotesOf(
  corpus: Corpus,
  { path, body }: ParsedInquiry,
  filled: readonly string[],
  evidenceLinks: readonly EvidenceLink[],
): MarginNotes[] {
  const indices = new Map(evidenceLinks.map(({ note }, index) => [note.path, index]))
  const resolutions = corpus.resolutions.get(path) ?? []
  const blocks = blocksOf(body, filled)
  return blocks.flatMap(({ at, until, link }, index) => {
    const cited = resolutions
      .slice(link, blocks[index + 1]?.link)
      .flatMap((resolution) => indices.get(target(resolution)) ?? [])
    return cited.length === 0 ? [] : [{ at, until, evidence: [...new Set(cited)] }]
  })
}

/** Gives the path of the entry to which a link leads. It is empty where it leads to none. */
const target = (resolution: LinkResolution): string =>
  resolution.type === 'found' || resolution.type === 'fragment-missing' ? resolution.path : ''

/** Gives the offsets at which each block that may cite something begins and ends, with the first of its links. */
function blocksOf(
  body: ParsedInquiry['body'],
  filled: readonly string[],
): (Omit<MarginNotes, 'evidence'> & { link: number })[] {
  let at = 0
  const blocks: { at: number; until: number; link: number }[] = []
  body.forEach((piece, index) => {
    if (typeof piece !== 'string' && piece.at === 'margin') blocks.push({ at, until: at, link: piece.link })
    if (typeof piece !== 'string' && piece.at === 'margined') blocks.at(-1)!.until = at
    at += filled[index]!.length
  })
  return blocks
}
