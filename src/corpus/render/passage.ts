/** This file finds where in its source the quote of a note stands. */
import type { Corpus } from '../model/corpus.ts'
import type { ParsedNote } from '../model/parsed.ts'
import type { Passage } from '../model/passage.ts'
import { passageOf } from '../quotes/passage.ts'

/** Gives the passage of a note's quote. It is undefined without one. Of several sources, none is known to be quoted. */
export function passageIn({ sourceOf, settings }: Corpus, { path, data }: ParsedNote): Passage | undefined {
  if (data.quote === undefined) return undefined
  const sources = sourceOf.get(path) ?? []
  return passageOf(data.quote, sources.length === 1 ? sources[0] : undefined, data.lang ?? settings.language)
}
