/** What became of works after they appeared: retractions, concerns, corrections, as Crossref records them. */
import { z } from 'zod'

/** Worst first: of several, the first one counts. */
export const UPDATES = ['retracted', 'concern', 'corrected'] as const

export type UpdateKind = (typeof UPDATES)[number]

const updateSchema = z.object({
  status: z.enum(UPDATES),
  /** The day, month or year of the notice: 2010-02-06. */
  date: z.string().optional(),
  /** DOI of the notice. */
  notice: z.string().optional(),
})

/** What a file like `sources.lock.json` holds. Works that nothing became of are not in it. */
export const lockSchema = z.object({
  /** The day Crossref was asked. */
  checked: z.string(),
  works: z.record(z.string(), updateSchema),
  /** DOIs that Crossref has no record of; other agencies register DOIs as well. */
  unknown: z.array(z.string()).default([]),
})

export type Update = z.infer<typeof updateSchema>

export type Lock = z.infer<typeof lockSchema>

/** By DOI, in lower case. */
export type Updates = ReadonlyMap<string, Update>

export const EMPTY_LOCK: Lock = { checked: '', works: {}, unknown: [] }
