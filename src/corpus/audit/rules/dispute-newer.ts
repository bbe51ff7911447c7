import { pointOfField } from '../../frontmatter/position.ts'
import type { Parsed } from '../../model/parsed.ts'
import { SCHEMAS } from '../../schema/fields.ts'
import { countsAs } from '../../own-statuses.ts'
import type { Rule } from '../rule.ts'
import { standingEvidence } from '../standing-evidence.ts'

/** This rule finds settled inquiries that a newer note disputes. */
export const disputeNewer: Rule = {
  title: 'A settled inquiry that a newer note disputes',
  why: 'The answer was settled before this evidence was there. Compared are the days on which the two were last changed in substance: "updated", or else "created". A note that rests on a retracted work does not count.',
  remedy: 'Weigh the note in the essay and set "updated", or change the status.',
  find: ({ corpus, inquiries }) =>
    inquiries
      .filter(({ data }) => countsAs(corpus.settings, data.status) === 'settled')
      .flatMap((inquiry) =>
        standingEvidence(corpus, inquiry).flatMap(({ note, role }) => {
          const [settled, disputed] = [dayOf(inquiry), dayOf(note)]
          if (role !== 'disputes' || settled === undefined || disputed === undefined || !isAfter(disputed, settled))
            return []
          const point = () => pointOfField(inquiry, SCHEMAS.inquiry, ['status'])
          const sentence = `The question was settled on ${settled}, and the note "${note.title}" of ${disputed} disputes the answer.`
          return [{ file: inquiry.path, point, sentence }]
        }),
      ),
}

/** Tells whether one date is after another. Of two that are not equally exact, the later may not be known. */
const isAfter = (date: string, other: string): boolean => date > other && !date.startsWith(other)

/** Gives the day on which an entry last changed in substance, or the month or year. */
const dayOf = ({ data }: Parsed): string | undefined => data.updated ?? data.created
