import type { ParsedInquiry, EssayParagraph } from '../../model/parsed.ts'
import type { Rule } from '../rule.ts'
import type { Corpus } from '../../model/corpus.ts'
import type { LinkResolution } from '../../model/resolved.ts'

/** This rule finds paragraphs of an essay that cite nothing. */
export const paragraphUnsupported: Rule = {
  title: 'A paragraph without evidence',
  why: 'A paragraph that cites no note and no work asks to be taken on trust. Often it is an introduction or a judgement, which is the author’s to make: then it should say so. A citation in a footnote of the paragraph counts, and so does one in the list or quotation that it announces with a colon. Lists, quotations, callouts and tables are not looked at by themselves.',
  remedy: 'Cite what it rests on, or mark it as your own with "^own" at its end.',
  find: ({ corpus, inquiries }) =>
    inquiries.flatMap((inquiry) =>
      inquiry.paragraphs
        .filter(({ standsAlone, isOwn, begins }) => standsAlone && !isOwn && begins !== '')
        .filter((paragraph) => !citesSomething(corpus, inquiry, paragraph))
        .map(({ point, begins }) => ({
          file: inquiry.path,
          point: () => point,
          sentence: `The paragraph that begins "${begins}" cites no note and no work.`,
        })),
    ),
}

/**
 * Links with these resolutions were meant as citations. That they lead nowhere, or to a draft, is reported elsewhere.
 */
const MEANT = new Set<LinkResolution['type']>(['source', 'private', 'unread', 'missing', 'ambiguous'])

function citesSomething(
  { resolutions, entries }: Corpus,
  { path, links }: ParsedInquiry,
  paragraph: EssayParagraph,
): boolean {
  return paragraph.links.some((index) => {
    const resolution = resolutions.get(path)?.[index]
    if (resolution === undefined || links[index]?.form === 'picture') return false
    if ('path' in resolution) return entries.get(resolution.path)?.kind === 'note'
    return MEANT.has(resolution.type)
  })
}
