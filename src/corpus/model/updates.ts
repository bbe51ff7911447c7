/**
 * This file describes what became of works after they appeared: retractions, expressions of concern and corrections, as
 * Crossref records them.
 */
import { z } from 'zod'

/** These are the kinds of updates, worst first. Where a work has several, the first one in this list counts. */
export const UPDATE_KINDS = ['retracted', 'concern', 'corrected'] as const

/** An `UpdateKind` is a kind of update. */
export type UpdateKind = (typeof UPDATE_KINDS)[number]

/** This schema describes an update of a work. */
const updateSchema = z.object({
  status: z.enum(UPDATE_KINDS),
  /** This is the date of the notice: a year, a month or a day, as in `2010-02-06`. */
  date: z.string().optional(),
  /** This is the DOI of the notice. */
  notice: z.string().optional(),
})

/** This schema describes the file `sources.lock.json`. Works without an update are not in it. */
export const lockSchema = z.object({
  /** This is the day on which Crossref was asked. */
  checked: z.string(),
  /** These are the updates by the DOIs of their works, in lower case. */
  works: z.record(z.string(), updateSchema),
  /** These are DOIs of which Crossref has no record. Other agencies register DOIs as well. */
  unknown: z.array(z.string()).default([]),
})

/** An `Update` says what became of a work. */
export type WorkUpdate = z.infer<typeof updateSchema>

/** A `Lock` is the content of `sources.lock.json`. */
export type UpdatesLock = z.infer<typeof lockSchema>

/** The key is the DOI of a work, in lower case. */
export type WorkUpdates = ReadonlyMap<string, WorkUpdate>

/** This is the lock of a site that has never asked Crossref. */
export const EMPTY_LOCK: UpdatesLock = { checked: '', works: {}, unknown: [] }
