import type { Corpus } from '../../model/corpus.ts'
import type { ParsedInquiry } from '../../model/parsed.ts'
import { pointOfAnswer } from '../positions.ts'
import type { Rule } from '../rule.ts'
import { standingEvidence } from '../standing-evidence.ts'
import type { Stance } from '../../vocabulary.ts'

/** This rule finds inquiries whose evidence is all on one side. */
export const oneSided: Rule = {
  title: 'An inquiry whose evidence is all on one side',
  why: 'Where nothing disputes or qualifies an answer, often nobody has looked for what would; and where everything disputes it, it is hardly the answer. Two or more notes that only support or extend the answer are one side, two or more that only dispute it the other. Background is on neither, and notes that rest on a retracted work do not count.',
  remedy: 'Look for the best evidence on the other side, and say so if there is none.',
  find: ({ corpus, inquiries }) =>
    inquiries.flatMap((inquiry) => {
      const sentence = oneSideOf(corpus, inquiry)
      return sentence === undefined
        ? []
        : [{ file: inquiry.path, point: () => pointOfAnswer(inquiry), sentence: `${sentence}.` }]
    }),
}

/** Says that all the evidence of an inquiry is on one side, without a full stop. It is undefined where it is not. */
export function oneSideOf(corpus: Corpus, inquiry: ParsedInquiry): string | undefined {
  const sides = standingEvidence(corpus, inquiry).flatMap(({ role }) => (role && SIDES[role]) ?? [])
  const [side] = sides
  if (side === undefined || side === BOTH || sides.length < 2 || sides.some((other) => other !== side)) return undefined
  return `${sides.length === 2 ? 'Both' : `All ${sides.length}`} notes that bear on the answer ${side} it`
}

/** This stands for a note that qualifies the answer, which is partly on either side. */
const BOTH = 'qualify'
/** These words name the side of each role. `background` is on neither, and so is a note without a role. */
const SIDES: Readonly<Partial<Record<Stance, string>>> = {
  supports: 'support',
  extends: 'support',
  disputes: 'dispute',
  qualifies: BOTH,
}
