/** What became of works after they appeared: retractions, concerns, corrections, as Crossref records them. */
import { z } from 'zod'
import { bareDoi } from './doi.ts'
import type { Document, Problem, Source } from './model.ts'
import { problem } from './problem.ts'

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
const lockSchema = z.object({
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

/** DOIs are the same whatever their case. */
const keyOf = (doi: string): string => bareDoi(doi).toLowerCase()

export function doiOf({ csl }: Pick<Source, 'csl'>): string | undefined {
  const doi = csl['DOI']
  return typeof doi === 'string' && doi !== '' ? keyOf(doi) : undefined
}

export function readLock(document: Document | undefined): { lock: Lock; problems: readonly Problem[] } {
  if (document === undefined) return { lock: EMPTY_LOCK, problems: [] }
  try {
    return { lock: lockSchema.parse(JSON.parse(document.text)), problems: [] }
  } catch {
    const sentence = 'The file cannot be read, so no retraction is shown. Run `npm run refresh` to write it anew.'
    return {
      lock: EMPTY_LOCK,
      problems: [problem('warning', 'sources-lock', document.path, { line: 1, column: 1 }, sentence)],
    }
  }
}

/** Crossref's types of updates (https://www.crossref.org/documentation/register-maintain-records/maintaining-your-metadata/registering-updates/). */
const KINDS: Readonly<Record<string, UpdateKind>> = {
  retraction: 'retracted',
  partial_retraction: 'retracted',
  withdrawal: 'retracted',
  removal: 'retracted',
  expression_of_concern: 'concern',
  correction: 'corrected',
  corrigendum: 'corrected',
  erratum: 'corrected',
  addendum: 'corrected',
  clarification: 'corrected',
}

/** A record of Crossref's REST API (`/works/{doi}`), as far as it tells of updates. */
const recordSchema = z.object({
  message: z.object({
    'updated-by': z
      .array(
        z.object({
          type: z.string(),
          DOI: z.string().optional(),
          updated: z.object({ 'date-parts': z.array(z.array(z.number())) }).optional(),
        }),
      )
      .default([]),
  }),
})

/**
 * The worst that became of a work; undefined where nothing did.
 *
 * @throws Where the answer is no record.
 */
export function updateIn(answer: unknown): Update | undefined {
  const updates = recordSchema.parse(answer).message['updated-by'].flatMap(({ type, DOI: doi, updated }): Update[] => {
    const status = KINDS[type.toLowerCase().replace(/[\s-]+/g, '_')]
    const date = updated?.['date-parts'][0]?.map((part) => String(part).padStart(2, '0')).join('-')
    if (status === undefined) return []
    return [{ status, ...(date && { date }), ...(doi !== undefined && { notice: keyOf(doi) }) }]
  })
  return updates.sort((a, b) => UPDATES.indexOf(a.status) - UPDATES.indexOf(b.status))[0]
}
