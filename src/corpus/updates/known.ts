/** This file tells what is known of a source: what became of it, and whether anybody could be asked. */
import type { Corpus } from '../model/corpus.ts'
import type { ParsedNote } from '../model/parsed.ts'
import type { Unasked, WorkRecord, WorkUpdate, WorkUpdates } from '../model/updates.ts'
import type { Source } from '../model/source.ts'
import { registeredDoi } from './registered-doi.ts'
import { standingOf } from './standing.ts'

type Known = Pick<Source, 'csl' | 'arxiv'>

/** Gives what a registry records of a source. It is undefined where that is nothing, or nobody was asked. */
export function recordOf({ records }: WorkUpdates, source: Known): WorkRecord | undefined {
  // Most sites have no record at all, and their sources are not looked at.
  if (records.size === 0) return undefined
  const doi = registeredDoi(source)
  return doi === undefined ? undefined : records.get(doi)
}

/** Gives the update by which a source is known now. It is undefined where nothing happened to it. */
export const updateOf = (updates: WorkUpdates, source: Known): WorkUpdate | undefined =>
  standingOf(recordOf(updates, source)?.updates ?? [])

/** Gives those of some sources that were retracted. */
export const retractedOf = <T extends Known>(updates: WorkUpdates, sources: readonly T[]): T[] =>
  sources.filter((source) => updateOf(updates, source)?.status === 'retracted')

/**
 * Tells whether a work that a note is drawn from was retracted. Such a note counts as evidence no more. One of several
 * works is enough, because nobody but the writer can tell what the others carry without it.
 */
export const restsOnRetracted = ({ sourceOf, updates }: Corpus, { path }: ParsedNote): boolean =>
  retractedOf(updates, sourceOf.get(path) ?? []).length > 0

/**
 * Says why it is not known whether a source was retracted. It is undefined where a registry answered, and on a site that
 * asks none.
 */
export function unaskedBecause({ answered, unknown }: WorkUpdates, source: Known): Unasked | undefined {
  if (answered === undefined) return undefined
  const doi = registeredDoi(source)
  if (doi === undefined) return 'no-doi'
  if (unknown.has(doi)) return 'unknown'
  return answered.has(doi) ? undefined : 'unasked'
}
