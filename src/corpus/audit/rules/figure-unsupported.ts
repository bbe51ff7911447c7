import type { Figure } from '../../model/figure.ts'
import type { EssayParagraph, ParsedInquiry, ParsedNote } from '../../model/parsed.ts'
import { citedBy, citesWork } from '../cited.ts'
import { NoteFigures } from '../note-figures.ts'
import type { AuditContext, FindingDetails, Rule } from '../rule.ts'

/** This rule finds figures of an essay that none of the notes cited in the same paragraph has. */
export const figureUnsupported: Rule = {
  title: 'A figure that no note cited beside it has',
  why: 'A slip of the pen in a number is found by nobody, and changes what the evidence says. Each figure of a paragraph that cites notes should be in the title, claim, quote or body of one of them, with the same value, unit and sign, however it is written: 1,000 is 1000, 50% is 0.5 and half, 5 km are 5,000 m, "eight" is 8, and 63% is 63.4% rounded. Names (GPT-4, ISO 8601), dates, numbers of pages and tables, and marks of lists are left alone. Years, ordinals, numbers in words, and all figures of a paragraph that cites a work itself, are reported only where a note makes the same statement with another number.',
  remedy: 'Mend the figure, cite the note that has it, or mark the paragraph as your own with "^own" at its end.',
  isByInquiry: true,
  find: (context) => {
    const notes = new NoteFigures(context.corpus.settings.language)
    return context.inquiries.flatMap((inquiry) =>
      inquiry.paragraphs
        .filter(({ isOwn, figures }) => !isOwn && figures.length > 0)
        .flatMap((paragraph) => inParagraph(context, inquiry, paragraph, notes)),
    )
  },
}

function inParagraph(
  { corpus }: AuditContext,
  inquiry: ParsedInquiry,
  paragraph: EssayParagraph,
  notes: NoteFigures,
): FindingDetails[] {
  const cited = citedBy(corpus, inquiry, paragraph)
  if (cited.length === 0) return []
  const isElsewhere = paragraph.namesWork || citesWork(corpus, inquiry, paragraph, cited)
  return paragraph.figures
    .filter((figure) => isMissing(figure, paragraph.figures, cited, notes, isElsewhere))
    .map((figure) => ({ file: inquiry.path, point: () => figure.point, sentence: says(figure, cited) }))
}

/**
 * Tells whether a figure is in none of the notes. Where it may be the author's own, or in a work that is not here to be
 * read, one of the notes must also have another number in its place.
 */
function isMissing(
  figure: Figure,
  others: readonly Figure[],
  cited: readonly ParsedNote[],
  notes: NoteFigures,
  isElsewhere: boolean,
): boolean {
  const isLoose = isElsewhere || figure.kind !== 'measured'
  if (figure.kind === 'measured' && cited.some((note) => notes.has(note, figure, others))) return false
  return !isLoose || cited.some((note) => notes.contradicts(note, figure))
}

const says = ({ written }: Figure, [first, ...others]: readonly ParsedNote[]): string =>
  others.length === 0
    ? `The figure "${written}" is not in the note cited here, "${first?.title ?? ''}".`
    : `The figure "${written}" is in none of the ${others.length + 1} notes cited here.`
