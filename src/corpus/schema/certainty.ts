/** This file holds the schemas of the certainty of an answer, and of the reasons for it. */
import { z } from 'zod'
import { didYouMean, nearest } from '../suggest.ts'
import { CERTAINTIES, DOMAINS, type Domain } from '../vocabulary.ts'
import { NOTHING, TEXT, writtenAs } from '../written-as.ts'
import { anySpelling, bareKey } from './spellings.ts'
import { isEmpty, isMapping, kindOf, oneOf, optional, requiredText } from './text.ts'

/** This schema accepts how certain the evidence makes an answer. */
export const certainty = optional(oneOf(CERTAINTIES))

const LEVELS = { anyOf: [{ enum: [1, 2] }, { type: 'string', pattern: '^\\s*[12]\\s*$' }, NOTHING] }

/** This schema accepts the number of levels by which a domain lowers or raises the certainty. */
const levels = writtenAs(
  z.preprocess(
    (value) => (isEmpty(value) ? undefined : /^\s*[12]\s*$/.test(String(value)) ? Number(value) : value),
    z.union([z.literal(1), z.literal(2)], { error: () => 'must be 1 or 2.' }).optional(),
  ),
  () => LEVELS,
)

/** This schema describes what is said of one domain. */
export const reasonParts = z.object({
  levels: levels.describe('The number of levels by which it lowers or raises the certainty: 1 or 2.'),
  because: requiredText('Write a sentence that says why.').describe('A sentence that says why, in Markdown.'),
})

/** This schema accepts what is said of one domain. A bare sentence says no number of levels. */
const reason = z.preprocess((value) => (isMapping(value) ? value : { because: value }), reasonParts)

/** A `Reason` says why the evidence makes an answer as certain as it does, in one domain of GRADE. */
export interface Reason {
  readonly domain: Domain
  /** This is the number of levels by which the domain lowers or raises the certainty, where it is stated. */
  readonly levels?: 1 | 2
  /** This sentence says why, in Markdown. */
  readonly because: string
}

/** The domain that a key names, in any spelling that other fields may have too. */
const DOMAIN_OF: ReadonlyMap<string, Domain> = new Map(DOMAINS.map((domain) => [bareKey(domain), domain]))

/** This schema accepts the reasons for a certainty, by the domains of GRADE. It gives them as a list. */
export const reasons = writtenAs(
  z.unknown().transform((value, context): Reason[] => {
    if (isEmpty(value)) return []
    if (!isMapping(value)) {
      const message = `must list domains of GRADE (${DOMAINS.join(', ')}), each with a sentence, and it is ${kindOf(value)}.`
      context.issues.push({ code: 'custom', message, input: value })
      return z.NEVER
    }
    return Object.entries(value).flatMap(([key, written]) => readReason(key, written, context))
  }),
  () => ({
    anyOf: [
      {
        type: 'object',
        properties: Object.fromEntries(DOMAINS.map((domain) => [domain, REASON])),
        propertyNames: { pattern: `^(?:${DOMAINS.map(anySpelling).join('|')})$` },
        additionalProperties: REASON,
      },
      NOTHING,
    ],
  }),
)

const REASON = {
  anyOf: [TEXT, { type: 'object', properties: { levels: LEVELS, because: TEXT }, required: ['because'] }],
}

function readReason(key: string, written: unknown, context: z.core.$RefinementCtx): Reason[] {
  const domain = DOMAIN_OF.get(bareKey(key))
  if (domain === undefined) {
    const message = `is no domain of GRADE. These are: ${DOMAINS.join(', ')}.${didYouMean(nearest(key, DOMAINS))}`
    context.issues.push({ code: 'custom', message, input: written, path: [key] })
    return []
  }
  if (isEmpty(written)) return []
  const read = reason.safeParse(written)
  for (const { message, path } of read.error?.issues ?? [])
    context.issues.push({ code: 'custom', message, input: written, path: [key, ...path] })
  if (!read.success) return []
  const { levels: by, because } = read.data
  return [{ domain, ...(by !== undefined && { levels: by }), because: because.trim() }]
}
