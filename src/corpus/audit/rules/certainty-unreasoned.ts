import { pointOfField } from '../../frontmatter/position.ts'
import { SCHEMAS } from '../../schema/fields.ts'
import type { Rule } from '../rule.ts'

/** This rule finds answers of which nobody says why they are as certain as they are. */
export const certaintyUnreasoned: Rule = {
  title: 'A certainty without a reason',
  why: 'A word for certainty is a judgement, and a reader can only follow or dispute it by its reasons. GRADE asks for them domain by domain.',
  remedy: 'Say why under "reasons", by the domains that lower or raise the certainty.',
  find: ({ inquiries }) =>
    inquiries.flatMap((inquiry) => {
      const { certainty, reasons } = inquiry.data
      if (certainty === undefined || reasons.length > 0) return []
      const point = () => pointOfField(inquiry, SCHEMAS.inquiry, ['certainty'])
      return [{ file: inquiry.path, point, sentence: `No reason is given for the certainty "${certainty}".` }]
    }),
}
