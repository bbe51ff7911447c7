/**
 * This file reads which works were retracted from the answers of OpenAlex (https://api.openalex.org), which tells it of
 * works that no registry tells it of, such as articles on arXiv. It gives neither a date nor a notice.
 */
import { z } from 'zod'
import type { WorkRecord } from '../model/updates.ts'
import { doiKey } from '../doi.ts'

/** This schema describes the answer about several works (`/works?filter=doi:…`). */
const answerSchema = z.object({
  results: z.array(z.object({ doi: z.string().nullish(), is_retracted: z.boolean() })),
})

/**
 * Reads the records of an answer of OpenAlex, by the DOIs of their works in lower case. A work that the answer lacks is
 * none of those that OpenAlex knows.
 *
 * @throws {ZodError} Where the answer is not of that form.
 */
export const openalexRecords = (answer: unknown): Map<string, WorkRecord> =>
  new Map(
    answerSchema.parse(answer).results.flatMap(({ doi, is_retracted }): [string, WorkRecord][] => {
      if (!doi) return []
      return [[doiKey(doi), { updates: is_retracted ? [{ status: 'retracted' }] : [], versions: [] }]]
    }),
  )
