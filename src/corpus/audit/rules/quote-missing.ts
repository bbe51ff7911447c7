import { pointOfField } from '../../frontmatter/position.ts'
import { isNote, type ParsedNote } from '../../model/parsed.ts'
import { SCHEMAS } from '../../schema/fields.ts'
import { heldText, plainParagraphs } from '../held-text.ts'
import type { Rule } from '../rule.ts'
import { isAlmostVerbatim, isSamePassage, isVerbatim } from '../../quotes/verbatim.ts'

/** This rule finds quotes that are not in the text of their source, where the note holds such text. */
export const quoteMissing: Rule = {
  title: 'A quote that is not what its source says',
  why: 'A quote is word for word, or it is none. Where the body of a note holds text of its source, the quote should be in it: under a heading such as "Source text", "Excerpt" or "Abstract", or in a quotation or a paragraph that is evidently the same passage. Kinds of quotation mark, dashes, spaces, capitals, British and American spelling and a page number at the end do not count; "…", "[...]" and words in brackets stand for whatever the editor left out or replaced.',
  remedy: 'Copy the words from the source again, and mark what you leave out with "…".',
  find: ({ corpus }) =>
    [...corpus.entries.values()].filter(isNote).flatMap((note) => {
      const { quote } = note.data
      if (quote === undefined || isHeld(note, quote)) return []
      const point = () => pointOfField(note, SCHEMAS.note, ['quote'])
      return [{ file: note.path, point, sentence: 'The quote is not in the text of its source that the note holds.' }]
    }),
}

/**
 * Tells whether the quote is in what the note holds of its source. That is also true where the note holds nothing that
 * the quote could have been taken from.
 */
function isHeld(note: ParsedNote, quote: string): boolean {
  const { sections, quotations } = heldText(note.text)
  const plain = plainParagraphs(note.text).filter((paragraph) => isAlmostVerbatim(quote, paragraph))
  const paragraphs = [...sections, ...quotations.filter((paragraph) => isSamePassage(quote, paragraph)), ...plain]
  return (
    paragraphs.length === 0 || [...sections, ...quotations, ...plain].some((paragraph) => isVerbatim(quote, paragraph))
  )
}
