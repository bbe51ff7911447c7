import { pointOfField } from '../../frontmatter/position.ts'
import type { Corpus } from '../../model/corpus.ts'
import type { ParsedInquiry } from '../../model/parsed.ts'
import { SCHEMAS } from '../../schema/fields.ts'
import { restsOnRetracted } from '../../updates/known.ts'
import type { Rule } from '../rule.ts'
import { standingEvidence } from '../standing-evidence.ts'
import { oneSideOf } from './one-sided.ts'
import { onlySourceOf } from './one-source.ts'

/** This rule finds answers that are called highly certain on evidence that may not carry that. */
export const certaintyHigh: Rule = {
  title: 'A high certainty on thin evidence',
  why: 'GRADE calls an answer highly certain where further research is very unlikely to change it. Evidence that is all on one side, that is all from one work, of which a part was retracted, or of which nobody knows when it appeared, may not carry that.',
  remedy: 'Rate the certainty anew, or say in "reasons" why the evidence carries it and silence the rule.',
  find: ({ corpus, inquiries }) =>
    inquiries.flatMap((inquiry) => {
      const doubts = inquiry.data.certainty === 'high' ? doubtsOf(corpus, inquiry) : []
      if (doubts.length === 0) return []
      const point = () => pointOfField(inquiry, SCHEMAS.inquiry, ['certainty'])
      return [{ file: inquiry.path, point, sentence: `The certainty is high. ${doubts.join(' ')}` }]
    }),
}

/** Says in sentences what speaks against a high certainty. */
function doubtsOf(corpus: Corpus, inquiry: ParsedInquiry): string[] {
  const oneSide = oneSideOf(corpus, inquiry)
  const work = onlySourceOf(corpus, inquiry)
  const evidence = corpus.evidenceByInquiry.get(inquiry.path) ?? []
  const retracted = evidence.filter(({ note }) => restsOnRetracted(corpus, note)).length
  const undated = undatedIn(corpus, inquiry)
  return [
    ...(oneSide === undefined ? [] : [`${oneSide}.`]),
    ...(work === undefined ? [] : [`All the evidence is from one work, "${work.title}".`]),
    ...(retracted === 0 ? [] : [`${counted(retracted, 'note rests', 'notes rest')} on a retracted work.`]),
    ...(undated === 0 ? [] : [`${counted(undated, 'work has', 'works have')} no year.`]),
  ]
}

/** Counts the works without a year that the evidence of an inquiry is drawn from. */
const undatedIn = (corpus: Corpus, inquiry: ParsedInquiry): number =>
  new Set(
    standingEvidence(corpus, inquiry)
      .flatMap(({ note }) => corpus.sourceOf.get(note.path) ?? [])
      .filter(({ year }) => year === undefined),
  ).size

const counted = (count: number, one: string, other: string): string =>
  count === 1 ? `One ${one}` : `${count} ${other}`
