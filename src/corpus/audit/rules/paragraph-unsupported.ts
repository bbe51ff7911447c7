import type { ParsedInquiry, Passage } from '../../model/parsed.ts'
import type { Rule } from '../rule.ts'
import type { Corpus } from '../../model/corpus.ts'
import type { Outcome } from '../../model/resolved.ts'

export const paragraphUnsupported: Rule = {
  title: 'A paragraph without evidence',
  why: 'A paragraph that cites no note and no work asks to be taken on trust. Often it is an introduction or a judgement, which is the author’s to make: then it should say so. A citation in a footnote of the paragraph counts, and so does one in the list or quotation that it announces with a colon. Lists, quotations, callouts and tables are not looked at by themselves.',
  remedy: 'Cite what it rests on, or mark it as your own with "^own" at its end.',
  find: ({ corpus, inquiries }) =>
    inquiries.flatMap((inquiry) =>
      inquiry.passages
        .filter(({ standsAlone, isOwn, begins }) => standsAlone && !isOwn && begins !== '')
        .filter((passage) => !citesSomething(corpus, inquiry, passage))
        .map(({ place, begins }) => ({
          file: inquiry.path,
          place: () => place,
          sentence: `The paragraph that begins "${begins}" cites no note and no work.`,
        })),
    ),
}

/** A citation that leads nowhere, or to a draft, was meant as one; it is reported for itself. */
const MEANT = new Set<Outcome['type']>(['source', 'private', 'unread', 'missing', 'ambiguous'])

function citesSomething({ outcomes, entries }: Corpus, { path, links }: ParsedInquiry, passage: Passage): boolean {
  return passage.links.some((index) => {
    const outcome = outcomes.get(path)?.[index]
    if (outcome === undefined || links[index]?.form === 'picture') return false
    if ('path' in outcome) return entries.get(outcome.path)?.kind === 'note'
    return MEANT.has(outcome.type)
  })
}
