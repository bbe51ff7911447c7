import type { Rule } from '../rule.ts'

/** This rule finds notes that an essay cites and that do not say how they bear on its inquiry. */
export const roleUndeclared: Rule = {
  title: 'A cited note that does not say how it bears',
  why: 'Readers see what each piece of evidence does to the answer, and in the balance how much there is on either side. A note without a role toward the inquiry has no place in it.',
  remedy: 'List the inquiry under "inquiries" in the note, with its role.',
  find: ({ corpus, inquiries }) =>
    inquiries.flatMap((inquiry) =>
      (corpus.evidenceByInquiry.get(inquiry.path) ?? []).flatMap(({ note, role, citedAt }) => {
        const link = citedAt === undefined ? undefined : inquiry.links[citedAt]
        if ((role !== undefined && role !== 'none') || link === undefined) return []
        const sentence = `The note "${note.title}" is cited here, and it does not say how it bears on the question.`
        return [{ file: inquiry.path, point: () => link.point, sentence }]
      }),
    ),
}
