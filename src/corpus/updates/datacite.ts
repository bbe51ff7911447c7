/**
 * This file reads what became of works from the answers of DataCite's REST API (https://api.datacite.org), which
 * registers the DOIs of arXiv, of Zenodo and of most data.
 */
import { z } from 'zod'
import type { WorkRecord, WorkUpdate, WorkVersion } from '../model/updates.ts'
import { doiKey } from '../doi.ts'
import { inOrder } from './standing.ts'

/** This schema describes the attributes of a DOI, as far as they tell of versions and withdrawals. */
const attributesSchema = z.object({
  doi: z.string(),
  types: z.object({ resourceTypeGeneral: z.string().nullish() }).nullish(),
  dates: z.array(z.object({ date: z.string().nullish(), dateType: z.string().nullish() })).nullish(),
  relatedIdentifiers: z
    .array(
      z.object({
        relationType: z.string().nullish(),
        relatedIdentifier: z.string().nullish(),
        relatedIdentifierType: z.string().nullish(),
      }),
    )
    .nullish(),
})

/** This schema describes the answer about several works (`/dois?ids=…`). */
const answerSchema = z.object({ data: z.array(z.object({ attributes: attributesSchema })) })

type Attributes = z.infer<typeof attributesSchema>

/**
 * These are the relations of DataCite's schema that say which of two versions is the newer one
 * (https://datacite-metadata-schema.readthedocs.io/en/4.6/appendices/appendix-1/relationType/). `IsVersionOf` does not:
 * Zenodo leads with it from a version to the record of all versions.
 */
const RELATIONS: ReadonlyMap<string, WorkVersion['relation']> = new Map(
  Object.entries({
    IsPreviousVersionOf: 'newer',
    IsObsoletedBy: 'newer',
    IsNewVersionOf: 'older',
    Obsoletes: 'older',
  }),
)

/**
 * Reads the records of an answer of DataCite, by the DOIs of their works in lower case. A work that the answer lacks is
 * none of DataCite's.
 *
 * @throws {ZodError} Where the answer is not of that form.
 */
export const dataciteRecords = (answer: unknown): Map<string, WorkRecord> =>
  new Map(answerSchema.parse(answer).data.map(({ attributes }) => [doiKey(attributes.doi), recordOf(attributes)]))

const recordOf = (work: Attributes): WorkRecord => ({
  updates: inOrder(
    (work.dates ?? []).flatMap(({ date, dateType }): WorkUpdate[] => {
      if (dateType !== 'Withdrawn') return []
      const day = /^\d{4}(?:-\d{2}){0,2}/.exec(date ?? '')?.[0]
      return [{ status: 'retracted', ...(day !== undefined && { date: day }) }]
    }),
  ),
  versions: (work.relatedIdentifiers ?? []).flatMap((related) => {
    const { relationType, relatedIdentifier: id, relatedIdentifierType: type } = related
    const relation = RELATIONS.get(relationType ?? '') ?? publishedAs(work, relationType)
    return relation === undefined || type !== 'DOI' || !id ? [] : [{ relation, doi: doiKey(id) }]
  }),
})

/** A preprint is a version of the article as which it was published. arXiv registers it so. */
const publishedAs = ({ doi, types }: Attributes, relation?: string | null): 'published' | undefined =>
  relation === 'IsVersionOf' && (types?.resourceTypeGeneral === 'Preprint' || /^10\.48550\/arxiv\./i.test(doi))
    ? 'published'
    : undefined
