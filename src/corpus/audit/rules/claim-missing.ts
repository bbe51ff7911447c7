import { pointOfField } from '../../frontmatter/position.ts'
import type { ParsedNote } from '../../model/parsed.ts'
import { SCHEMAS } from '../../schema/fields.ts'
import type { Rule } from '../rule.ts'

/** This rule finds notes that count as evidence and say nothing. */
export const claimMissing: Rule = {
  title: 'A note that bears on a question and claims nothing',
  why: 'The note counts in the balance of the evidence, and readers who follow it find what its source is about at most, not what it shows. A claim, a quote, a text of its own or a title of four words and more is enough.',
  remedy: 'Write "claim" in the note: one paragraph on what its source shows.',
  find: ({ corpus, inquiries }) => {
    const notes = new Set<ParsedNote>()
    for (const { path } of inquiries)
      for (const { note, role } of corpus.evidenceByInquiry.get(path) ?? [])
        if (role !== 'background' && isEmpty(note)) notes.add(note)
    return [...notes].map((note) => ({
      file: note.path,
      point: () => pointOfField(note, SCHEMAS.note, ['title']),
      sentence: `The note "${note.title}" is evidence for an inquiry, and it claims nothing.`,
    }))
  },
}

/** Tells whether a note has nothing but a name. A title that is long enough to be a sentence may be the claim itself. */
const isEmpty = ({ data, words, title, links, isSource }: ParsedNote): boolean =>
  data.claim === undefined &&
  data.quote === undefined &&
  words === 0 &&
  links.length === 0 &&
  isSource !== true &&
  title.trim().split(/\s+/).length < FEWEST_WORDS

/** A title of so many words may be a sentence. */
const FEWEST_WORDS = 4
