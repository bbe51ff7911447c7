/**
 * This file reads what became of works after they appeared: retractions, expressions of concern and corrections, as
 * Crossref records them.
 */
import { z } from 'zod'
import { bareDoi } from './doi.ts'
import { withWellFormedTexts } from './frontmatter/well-formed.ts'
import { problem } from './problem.ts'
import type { Document, Problem } from './vocabulary.ts'
import type { Source } from './model/source.ts'
import {
  EMPTY_LOCK,
  lockSchema,
  type UpdateKind,
  type WorkUpdate,
  UPDATE_KINDS,
  type UpdatesLock,
} from './model/updates.ts'

/** Gives the key of a DOI. DOIs are the same whatever their case. */
const keyOf = (doi: string): string => bareDoi(doi).toLowerCase()

/** Gives the DOI of a source in lower case, without an address before it. It is undefined where the source has none. */
export function doiOf({ csl }: Pick<Source, 'csl'>): string | undefined {
  const doi = csl['DOI']
  return typeof doi === 'string' && doi !== '' ? keyOf(doi) : undefined
}

/**
 * Reads the file `sources.lock.json`. A file that cannot be read is reported, and no update is shown.
 *
 * @param document The file, or undefined where there is none.
 */
export function readLock(document: Document | undefined): { lock: UpdatesLock; problems: readonly Problem[] } {
  if (document === undefined) return { lock: EMPTY_LOCK, problems: [] }
  try {
    return { lock: withWellFormedTexts(lockSchema.parse(JSON.parse(document.text))), problems: [] }
  } catch {
    const sentence = 'The file cannot be read, so no retraction is shown. Run `npm run refresh` to write it anew.'
    return {
      lock: EMPTY_LOCK,
      problems: [problem('warning', 'sources-lock', document.path, { line: 1, column: 1 }, sentence)],
    }
  }
}

/**
 * These are Crossref's types of updates
 * (https://www.crossref.org/documentation/register-maintain-records/maintaining-your-metadata/registering-updates/).
 */
const KINDS: ReadonlyMap<string, UpdateKind> = new Map(
  Object.entries({
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
  }),
)

/** This schema describes a record of Crossref's REST API (`/works/{doi}`), as far as it tells of updates. */
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
 * Finds the worst update of a work in a record of Crossref's. It is undefined where the record has none.
 *
 * @param answer The JSON that the REST API answered.
 * @throws {ZodError} Where the answer is not such a record.
 */
export function updateIn(answer: unknown): WorkUpdate | undefined {
  const updates = recordSchema
    .parse(answer)
    .message['updated-by'].flatMap(({ type, DOI: doi, updated }): WorkUpdate[] => {
      const status = KINDS.get(type.toLowerCase().replace(/[\s-]+/g, '_'))
      const date = updated?.['date-parts'][0]?.map((part) => String(part).padStart(2, '0')).join('-')
      if (status === undefined) return []
      return [{ status, ...(date && { date }), ...(doi !== undefined && { notice: keyOf(doi) }) }]
    })
  return updates.sort((a, b) => UPDATE_KINDS.indexOf(a.status) - UPDATE_KINDS.indexOf(b.status))[0]
}
