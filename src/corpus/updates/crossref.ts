/**
 * This file reads what became of works from the answers of Crossref's REST API (https://api.crossref.org), which holds
 * what publishers register and what Retraction Watch records.
 */
import { z } from 'zod'
import type { UpdateKind, WorkRecord, WorkUpdate, WorkVersion } from '../model/updates.ts'
import { doiKey } from '../doi.ts'
import { arxivDoi } from './registered-doi.ts'
import { inOrder } from './standing.ts'

/**
 * These are Crossref's types of updates
 * (https://www.crossref.org/documentation/register-maintain-records/maintaining-your-metadata/registering-updates/), and
 * those of Retraction Watch.
 */
const KINDS: ReadonlyMap<string, UpdateKind> = new Map(
  Object.entries({
    retraction: 'retracted',
    withdrawal: 'retracted',
    removal: 'retracted',
    partial_retraction: 'partially-retracted',
    expression_of_concern: 'concern',
    reinstatement: 'reinstated',
    correction: 'corrected',
    corrigendum: 'corrected',
    erratum: 'corrected',
    addendum: 'corrected',
    clarification: 'corrected',
    new_version: 'new-version',
    new_edition: 'new-version',
  }),
)

/**
 * These are the relations by which Crossref links versions of a work
 * (https://www.crossref.org/documentation/schema-library/markup-guide-metadata-segments/relationships/).
 */
const RELATIONS: ReadonlyMap<string, WorkVersion['relation']> = new Map(
  Object.entries({
    'is-preprint-of': 'published',
    'has-preprint': 'preprint',
    'is-replaced-by': 'newer',
    replaces: 'older',
  }),
)

const relatedSchema = z.object({ id: z.string(), 'id-type': z.string() })

/** This schema describes a record of a work, as far as it tells of updates and versions. */
const workSchema = z.object({
  DOI: z.string().optional(),
  'updated-by': z
    .array(
      z.object({
        type: z.string(),
        DOI: z.string().optional(),
        updated: z.object({ 'date-parts': z.array(z.array(z.number().nullable())) }).optional(),
      }),
    )
    .nullish(),
  relation: z.record(z.string(), z.array(relatedSchema)).nullish(),
})

/** This schema describes the answer about one work (`/works/{doi}`), and the one about several (`/works`). */
const answerSchema = z.object({ message: z.union([z.object({ items: z.array(workSchema) }), workSchema]) })

/**
 * Reads the records of an answer of Crossref, by the DOIs of their works in lower case. A work that the answer lacks is
 * none of Crossref's.
 *
 * @param answer The JSON that the REST API answered.
 * @param asked The DOI, where one work was asked about. Crossref may know the work by another one now.
 * @throws {ZodError} Where the answer is not of that form.
 */
export function crossrefRecords(answer: unknown, asked?: string): Map<string, WorkRecord> {
  const { message } = answerSchema.parse(answer)
  const works = 'items' in message ? message.items : [message]
  return new Map(
    works.flatMap((work): [string, WorkRecord][] => {
      const doi = asked ?? work.DOI
      return doi === undefined ? [] : [[doiKey(doi), recordOf(work)]]
    }),
  )
}

const recordOf = ({ 'updated-by': updates, relation }: z.infer<typeof workSchema>): WorkRecord => ({
  updates: inOrder(
    (updates ?? []).map(({ type, DOI: notice, updated }): WorkUpdate => {
      const status = KINDS.get(type.toLowerCase().replace(/[\s-]+/g, '_'))
      const date = dateOf(updated?.['date-parts'][0] ?? [])
      return {
        ...(status === undefined ? { status: 'updated', type } : { status }),
        ...(date !== '' && { date }),
        ...(notice !== undefined && { notice: doiKey(notice) }),
      }
    }),
  ),
  versions: Object.entries(relation ?? {}).flatMap(([name, related]) => {
    const known = RELATIONS.get(name)
    return known === undefined ? [] : related.flatMap((each) => versionOf(known, each))
  }),
})

/** Writes a date as far as it is known: `2010-02-06`. */
function dateOf(parts: readonly (number | null)[]): string {
  const end = parts.indexOf(null)
  return parts
    .slice(0, end === -1 ? undefined : end)
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
}

/** Gives a version that has a DOI or a number on arXiv. Any other cannot be asked about. */
function versionOf(relation: WorkVersion['relation'], { id, 'id-type': type }: z.infer<typeof relatedSchema>) {
  if (type === 'doi') return [{ relation, doi: doiKey(id) }]
  return type === 'arxiv' ? [{ relation, doi: arxivDoi(id.replace(/^arxiv:/i, '')) }] : []
}
