/** This file reads the statuses of inquiries that `site.yaml` declares beside those of the engine. */
import { z } from 'zod'
import { kindOf, oneOf, optional } from './schema/text.ts'
import type { OwnStatus, Settings } from './site-config.ts'
import { STATUSES, type Status, type StatusName } from './vocabulary.ts'
import { writtenAs } from './written-as.ts'

/** These words keep an entry off the site where `status` says them. */
const RESERVED: ReadonlySet<string> = new Set(['draft', 'private', 'unpublished', ...STATUSES])

const countedAs = oneOf(STATUSES)

/** This schema accepts statuses by their names, each with the one of the engine that it counts as. */
export const ownStatuses = optional(
  writtenAs(
    z.unknown().transform((value, context): OwnStatus[] => {
      const report = (message: string, ...path: string[]): void =>
        void context.issues.push({ code: 'custom', message, input: value, path })
      if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        report(`must list statuses by their names, each with the one that it counts as, and it is ${kindOf(value)}.`)
        return z.NEVER
      }
      return Object.entries(value).flatMap(([name, written]): OwnStatus[] => {
        const { data, error } = countedAs.safeParse(written)
        if (RESERVED.has(name.trim())) report('is a status that every site has. Take another name.', name)
        else if (data === undefined) report(error.issues[0]!.message, name)
        else return [{ name: name.trim(), countsAs: data }]
        return []
      })
    }),
    (convert) => ({ type: 'object', additionalProperties: convert(countedAs) }),
  ),
)

/**
 * Gives the status of the engine that a status counts as: its own, or what the site declares of it. Lists, the audit
 * and linked data go by it.
 */
export const countsAs = ({ statuses = [] }: Pick<Settings, 'statuses'>, status: StatusName): Status =>
  STATUSES.find((each) => each === status) ?? statuses.find(({ name }) => name === status)?.countsAs ?? 'open'

/** Gives the names of all statuses of a site: those of the engine, then its own. */
export const statusesOf = ({ statuses = [] }: { readonly statuses?: readonly OwnStatus[] }): StatusName[] => [
  ...STATUSES,
  ...statuses.map(({ name }) => name),
]
