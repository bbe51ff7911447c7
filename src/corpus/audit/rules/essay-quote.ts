import type { EssayPassage, ParsedInquiry, ParsedNote } from '../../model/parsed.ts'
import { citedBy } from '../cited.ts'
import { heldText, plainParagraphs } from '../held-text.ts'
import type { FindingDetails, Rule } from '../rule.ts'
import { isAlmostVerbatim, isSamePassage, isVerbatim } from '../../quotes/verbatim.ts'

/** This rule finds quotations of an essay that are not what a note cited in the same paragraph has. */
export const essayQuote: Rule = {
  title: 'A quotation in an essay that the note has in other words',
  why: 'Words in quotation marks are the words of the source. Where a note cited in the same paragraph evidently has the passage, in its quote or in the text of its source, the two should be the same. Shorter passages than five words, and those of which no note cited has anything like it, are left alone.',
  remedy: 'Copy the words from the note again, and mark what you leave out with "…".',
  find: ({ corpus, inquiries }) =>
    inquiries.flatMap((inquiry) =>
      inquiry.paragraphs.flatMap((paragraph) => {
        if (paragraph.quotations.length === 0) return []
        const cited = citedBy(corpus, inquiry, paragraph)
        return paragraph.quotations.flatMap((quotation) => judge(inquiry, quotation, cited))
      }),
    ),
}

function judge(inquiry: ParsedInquiry, { text, point }: EssayPassage, cited: readonly ParsedNote[]): FindingDetails[] {
  const texts = cited.map((note) => ({ note, passages: passagesLike(text, note) }))
  if (texts.some(({ note, passages }) => [...passages, ...allOf(note)].some((passage) => isVerbatim(text, passage))))
    return []
  const [found] = texts.filter(({ passages }) => passages.length > 0)
  if (found === undefined) return []
  const sentence = `The quotation "${beginning(text)}" is not what the note cited here, "${found.note.title}", has.`
  return [{ file: inquiry.path, point: () => point, sentence }]
}

/** Gives the passages of a note that a quotation was evidently taken from. */
function passagesLike(quotation: string, { text, data: { quote = '' } }: ParsedNote): string[] {
  const { sections, quotations } = heldText(text)
  return [
    ...[quote, ...sections, ...quotations].filter((passage) => isSamePassage(quotation, passage, 0.5)),
    ...plainParagraphs(text).filter((passage) => isAlmostVerbatim(quotation, passage)),
  ]
}

/** Gives all that a note says, because its own words may be quoted as well. */
const allOf = ({ title, text, data: { claim = '', quote = '' } }: ParsedNote): string[] => [
  [title, claim, quote].join('\n'),
  plainParagraphs(text).join('\n'),
]

const beginning = (text: string): string => {
  const words = text.split(' ')
  return words.length > 8 ? `${words.slice(0, 8).join(' ')} …` : text
}
