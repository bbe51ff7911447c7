/**
 * This file describes what became of works after they appeared: retractions, expressions of concern, corrections and
 * other versions, as the registries of DOIs record them.
 */
import { z } from 'zod'
import type { FilePath } from '../vocabulary.ts'

/**
 * These are the kinds of updates, worst first. `updated` is an update of a kind that is not known here; its own name is
 * kept.
 */
export const UPDATE_KINDS = [
  'retracted',
  'partially-retracted',
  'concern',
  'reinstated',
  'corrected',
  'new-version',
  'updated',
] as const

/** An `UpdateKind` is a kind of update. */
export type UpdateKind = (typeof UPDATE_KINDS)[number]

/** This schema describes an update of a work. */
const updateSchema = z.object({
  status: z.enum(UPDATE_KINDS),
  /** This is the date of the notice: a year, a month or a day, as in `2010-02-06`. */
  date: z.string().optional(),
  /** This is the DOI of the notice. */
  notice: z.string().optional(),
  /** This is what the registry calls an update of a kind that is not known here. */
  type: z.string().optional(),
})

/**
 * These are the ways in which another work is a version of this one: as it was published, as its preprint, or as a
 * newer or an older edition.
 */
export const VERSION_RELATIONS = ['published', 'preprint', 'newer', 'older'] as const

/** This schema describes another version of a work, by its DOI. */
const versionSchema = z.object({ relation: z.enum(VERSION_RELATIONS), doi: z.string() })

/** This schema describes what a registry records of a work. */
const recordSchema = z.object({
  /** These are all updates of the work, oldest first. Those without a date come last. */
  updates: z.array(updateSchema),
  versions: z.array(versionSchema).default([]),
})

/** Locks that were written before there were records have the worst update of a work in place of one. */
const oldRecordSchema = updateSchema.transform((update) => ({ updates: [update], versions: [] }))

/** This schema describes what came of looking for a quote in its source. */
const quoteCheckSchema = z.object({
  /** This is a digest of the quote. A check of another wording counts no more. */
  quote: z.number(),
  /** This is the day on which the source was read, as YYYY-MM-DD. */
  checked: z.string(),
  /** This is the address at which it was read. */
  address: z.string(),
  found: z.boolean(),
})

/** A `QuoteCheck` is what came of looking for a quote in its source. */
export type QuoteCheck = z.infer<typeof quoteCheckSchema>
/** `QuoteChecks` are such checks by the paths of the notes. */
export type QuoteChecks = Readonly<Record<FilePath, QuoteCheck>>

/** This schema describes what came of asking for an address of the web. Fields that it does not know are kept. */
const linkCheckSchema = z.looseObject({
  /** This is the day on which the address was last asked for, as YYYY-MM-DD. */
  checked: z.string(),
  /** This is the first day on which nothing was there any more. It is undefined where something is there. */
  dead: z.iso.date().optional(),
  /**
   * Says why the last request did not tell whether anything is there. The other fields are then from the last request
   * that told.
   */
  reason: z.string().optional(),
  /** This is the last capture of the address in the Internet Archive that was found, with its day. */
  capture: z.object({ address: z.url({ protocol: /^https?$/ }), date: z.iso.date() }).optional(),
})

/** A `LinkCheck` is what came of asking for an address of the web. */
export type LinkCheck = z.infer<typeof linkCheckSchema>
/** `LinkChecks` are such checks by the addresses. */
export type LinkChecks = Readonly<Record<string, LinkCheck>>

/** A `DeadLink` is an address at which nothing is any more. */
export interface DeadLink {
  /** This is the first day on which nothing was found there, as YYYY-MM-DD. */
  readonly since: string
  /** This is the last capture of what was there. It is undefined where none is known. */
  readonly capture?: { readonly address: string; readonly date: string }
}

/** These are the fields of the file `sources.lock.json`. */
const lockFields = z.object({
  /** This is the day on which the registries were last asked. */
  checked: z.string(),
  /** These are the records by the DOIs of their works, in lower case. Works without an update are not in it. */
  works: z.record(z.string(), z.union([oldRecordSchema, recordSchema])),
  /** These are DOIs of which no registry has a record. */
  unknown: z.array(z.string()).default([]),
  /** These are DOIs about which no registry could be asked, each with the reason. */
  failed: z.record(z.string(), z.string()).default({}),
  /**
   * These are the DOIs about which a registry answered, by the day of the last answer. It is undefined in a file that
   * does not tell.
   */
  asked: z.record(z.string(), z.array(z.string())).optional(),
  /** These are the quotes that were looked for, by the paths of their notes. */
  quotes: z.record(z.string(), quoteCheckSchema).optional(),
  /** These are the addresses that were asked for. */
  links: z.record(z.string(), linkCheckSchema).optional(),
})

/** This schema describes the file `sources.lock.json`. Fields that it does not know are kept. */
export const lockSchema = lockFields.loose()

/** A `WorkUpdate` says what became of a work. */
export type WorkUpdate = z.infer<typeof updateSchema>

/** A `WorkVersion` is another version of a work. */
export type WorkVersion = z.infer<typeof versionSchema>

/** A `WorkRecord` is what a registry records of a work, as far as it tells what became of it. */
export type WorkRecord = z.infer<typeof recordSchema>

/** An `UpdatesLock` is the content of `sources.lock.json`. */
export type UpdatesLock = z.infer<typeof lockFields>

/** `WorkUpdates` are what is known of works. The keys are DOIs in lower case. */
export interface WorkUpdates {
  readonly records: ReadonlyMap<string, WorkRecord>
  /** These are DOIs of which no registry has a record. */
  readonly unknown: ReadonlySet<string>
  /** These are the DOIs about which a registry answered. It is undefined where that is not known. */
  readonly answered?: ReadonlySet<string>
  /** These are the quotes that were looked for in their sources, by the paths of their notes. */
  readonly quotes?: ReadonlyMap<FilePath, QuoteCheck>
  /** These are the addresses at which nothing is any more. It is undefined where there are none. */
  readonly deadLinks?: ReadonlyMap<string, DeadLink>
}

/** This is the lock of a site that has never asked a registry. */
export const EMPTY_LOCK: UpdatesLock = { checked: '', works: {}, unknown: [], failed: {} }

/** This is what a site knows that has never asked a registry. */
export const NO_UPDATES: WorkUpdates = { records: new Map(), unknown: new Set() }

/**
 * An `Unasked` is a reason why it is not known whether a work was retracted: it has no DOI, no registry knows its DOI,
 * or none was asked or could be.
 */
export type Unasked = 'no-doi' | 'unknown' | 'unasked'
