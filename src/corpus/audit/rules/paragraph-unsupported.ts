import { asserts } from '../../figures/assertion.ts'
import type { ParsedInquiry, EssayParagraph } from '../../model/parsed.ts'
import type { Rule } from '../rule.ts'
import type { Corpus } from '../../model/corpus.ts'
import type { LinkResolution } from '../../model/resolved.ts'

/** This rule finds paragraphs of an essay that cite nothing. */
export const paragraphUnsupported: Rule = {
  title: 'A paragraph without evidence',
  why: 'A paragraph that states something and cites no note and no work asks to be taken on trust. Introductions, judgements, plans and summaries are the author’s to make and are left alone, as far as their words show what they are. A citation in a footnote of the paragraph counts, and so does one in the list or quotation that it announces with a colon. Lists, quotations, callouts and tables are not looked at by themselves.',
  remedy: 'Cite what it rests on, or mark it as your own with "^own" at its end.',
  isByInquiry: true,
  find: ({ corpus, inquiries }) =>
    inquiries.flatMap((inquiry) =>
      inquiry.paragraphs
        .filter(
          ({ standsAlone, isOwn, asserts, namesWork, begins }) =>
            standsAlone && asserts !== false && !isOwn && !namesWork && begins !== '',
        )
        .filter((paragraph) => !citesSomething(corpus, inquiry, paragraph) && isAsserting(inquiry, paragraph))
        .map(({ point, begins }) => ({
          file: inquiry.path,
          point: () => point,
          sentence: `The paragraph that begins "${begins}" cites no note and no work.`,
        })),
    ),
}

/** Tells whether a paragraph states something. Of one with links that are no evidence, the text is read for it. */
const isAsserting = ({ text }: ParsedInquiry, { asserts: known, point }: EssayParagraph): boolean =>
  known ?? asserts(plainText(text, point.line))

/** Gives the paragraph that begins at a line, without the marks of links. */
function plainText(text: string, line: number): string {
  const lines = text.split('\n').slice(line - 1)
  const end = lines.findIndex((each) => each.trim() === '')
  const paragraph = lines.slice(0, end < 0 ? undefined : end).join('\n')
  return paragraph.replace(/\[\[(?:[^[\]|]*\|)?([^[\]]*)\]\]|\[([^[\]]*)\]\([^()]*\)/g, '$1$2').replace(/[*_`]/g, '')
}

/**
 * Links with these resolutions were meant as citations. That they lead nowhere, or to a draft, is reported elsewhere.
 */
const MEANT = new Set<LinkResolution['type']>(['source', 'identifier', 'private', 'unread', 'missing', 'ambiguous'])

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
