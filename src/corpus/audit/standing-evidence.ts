/** This file finds the evidence of an inquiry that counts. */
import type { Corpus } from '../model/corpus.ts'
import type { ParsedInquiry } from '../model/parsed.ts'
import type { EvidenceLink } from '../model/resolved.ts'
import { restsOnRetracted } from '../updates/known.ts'

/**
 * Gives the evidence of an inquiry without the notes that rest on a retracted work. They are counted apart from the
 * balance, and `source-retracted` speaks of them.
 */
export function standingEvidence(corpus: Corpus, { path }: ParsedInquiry): readonly EvidenceLink[] {
  const evidence = corpus.evidenceByInquiry.get(path) ?? []
  // Most sites have no record of any work, and nothing is to be left out there.
  return corpus.updates.records.size === 0 ? evidence : evidence.filter(({ note }) => !restsOnRetracted(corpus, note))
}
