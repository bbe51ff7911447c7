import { isNote, type Figure, type ParsedInquiry, type ParsedNote, type EssayParagraph } from '../../model/parsed.ts'
import { NoteFigures } from '../note-figures.ts'
import { decimalOf } from '../../figures/numerals.ts'
import type { AuditContext, FindingDetails, Rule } from '../rule.ts'
import type { Corpus } from '../../model/corpus.ts'

/** This rule finds figures of an essay that none of the notes cited in the same paragraph has. */
export const figureUnsupported: Rule = {
  title: 'A figure that no note cited beside it has',
  why: 'A slip of the pen in a number is found by nobody, and changes what the evidence says. Each figure of a paragraph that cites notes should be in the title, claim, quote or body of one of them, with the same value: 1,000 is 1000, 50% is 0.5, 8 thousand is 8000, and "eight" in the note is 8. A rounded figure has another value. Names (GPT-4), years, dates, ordinals, numbers of pages and tables, fractions, code and formulas are left alone, and so is a paragraph that also cites a work by its key, since the work is not here to be read.',
  remedy: 'Mend the figure, cite the note that has it, or mark the paragraph as your own with "^own" at its end.',
  find: (context) => {
    const notes = new NoteFigures(decimalOf(context.corpus.settings.language))
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
  const cited = notesCited(corpus, inquiry, paragraph)
  if (cited.length === 0) return []
  return paragraph.figures
    .filter((figure) => !cited.some((note) => notes.has(note, figure)))
    .map((figure) => ({ file: inquiry.path, point: () => figure.point, sentence: says(figure, cited) }))
}

/**
 * Gives the notes that a paragraph cites. The list is empty where the paragraph also cites a work by its key, because
 * the text of the work is not here to be read.
 */
function notesCited(
  { resolutions, entries }: Corpus,
  { path }: ParsedInquiry,
  { links }: EssayParagraph,
): ParsedNote[] {
  const led = links.flatMap((index) => resolutions.get(path)?.[index] ?? [])
  if (led.some(({ type }) => type === 'source')) return []
  const found = led.flatMap((resolution) => ('path' in resolution ? (entries.get(resolution.path) ?? []) : []))
  return [...new Set(found.filter(isNote))]
}

const says = ({ written }: Figure, [first, ...others]: readonly ParsedNote[]): string =>
  others.length === 0
    ? `The figure "${written}" is not in the note cited here, "${first?.title ?? ''}".`
    : `The figure "${written}" is in none of the ${others.length + 1} notes cited here.`
