import { pointOfStatement } from '../positions.ts'
import type { Rule } from '../rule.ts'

/** This rule finds notes that say how they bear on an inquiry whose essay does not cite them. */
export const noteUncited: Rule = {
  title: 'A note that bears on a question and is not cited',
  why: 'The note says how it bears on the inquiry, so it counts in the balance of the evidence, and the argument passes it over. Either the essay lacks a piece of evidence or the note is no evidence for this question. An inquiry whose essay is not written yet is left alone.',
  remedy: 'Cite the note in the essay, or take the inquiry out of the note.',
  find: ({ corpus, inquiries }) =>
    inquiries
      .filter(({ paragraphs }) => paragraphs.length > 0)
      .flatMap(({ path, title }) =>
        (corpus.evidenceByInquiry.get(path) ?? []).flatMap(({ note, role, stated, citedAt }) => {
          if (role === undefined || stated === undefined || citedAt !== undefined) return []
          const sentence = `The note "${note.title}" ${VERBS[role]} "${title}", and the essay never cites it.`
          return [{ file: stated.in, point: () => pointOfStatement(corpus, stated), sentence }]
        }),
      ),
}

const VERBS = {
  supports: 'supports',
  disputes: 'disputes',
  qualifies: 'qualifies',
  extends: 'extends',
  background: 'gives background to',
  none: 'bears on',
} as const
