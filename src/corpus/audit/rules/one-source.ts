import { workKey } from '../../bibliography/citation-processor.ts'
import type { Corpus } from '../../model/corpus.ts'
import type { ParsedInquiry } from '../../model/parsed.ts'
import { pointOfAnswer } from '../positions.ts'
import type { Rule } from '../rule.ts'
import { standingEvidence } from '../standing-evidence.ts'
import type { Source } from '../../model/source.ts'

/** This rule finds inquiries whose evidence is all drawn from one work. */
export const oneSource: Rule = {
  title: 'An inquiry whose evidence comes from one work',
  why: 'However many notes are drawn from it, one work is one set of authors, methods and mistakes. Neither background nor a note that rests on a retracted work counts as evidence, and a note without a source is taken for an observation of its own.',
  remedy: 'Look for a second source, or say in the entry why there is none.',
  find: ({ corpus, inquiries }) =>
    inquiries.flatMap((inquiry) => {
      const work = onlySourceOf(corpus, inquiry)
      if (work === undefined) return []
      const sentence = `All the evidence for the answer is from one work, "${work.title}".`
      return [{ file: inquiry.path, point: () => pointOfAnswer(inquiry), sentence }]
    }),
}

/** Gives the one work that all the evidence of an inquiry is drawn from. It is undefined where there are several. */
export function onlySourceOf(corpus: Corpus, inquiry: ParsedInquiry): Source | undefined {
  const notes = standingEvidence(corpus, inquiry).filter(({ role }) => role !== 'background')
  const works = notes.map(({ note }) => corpus.sourceOf.get(note.path) ?? [])
  const distinct = new Set(works.flat().map(identityOf))
  return distinct.size > 1 || works.some((each) => each.length === 0) ? undefined : works.flat()[0]
}

/**
 * Gives what makes a work the same as another. That is its key, and where a note names one that the bibliography does
 * not have, all that is said of it.
 */
const identityOf = (source: Source): string => source.key ?? workKey(source)
