/** This file reads the fields of which some are wrong. */
import type { z } from 'zod'
import { isInParts } from '../schema/mapping.ts'
import { isEmpty } from '../schema/text.ts'
import type { KeyPath } from './position.ts'
import { PartialField, type WrongPart } from './wrong-parts.ts'
import type { Mapping } from './yaml.ts'

/** After so many rounds, a field that is still wrong is left out as a whole. Three are enough for any that is known. */
const MAX_ROUNDS = 10

/**
 * Reads the fields of which some are wrong, without what is wrong in them. What is wrong in a mapping hides what does not
 * go together in it, so the fields are read until nothing is wrong any more.
 */
export function readRest(schema: z.ZodObject, value: Mapping): { data: unknown; wrong: WrongPart[] } {
  const wrong: WrongPart[] = []
  const partial = new Map<string, PartialField>()
  let rest = value
  for (let round = 1; ; round++) {
    const result = schema.safeParse(rest)
    if (result.success) return { data: result.data, wrong }
    const byField = Map.groupBy(result.error.issues as unknown as WrongPart[], ({ path: [field] }) => String(field))
    for (const [field, issues] of byField)
      if (round < MAX_ROUNDS && isInParts(schema.shape[field] as z.ZodType)) {
        const parts = partial.get(field) ?? new PartialField(value[field])
        const said = parts.take(issues.map(({ path: [_, ...path], ...issue }) => ({ ...issue, path })))
        wrong.push(...said.map((issue) => ({ ...issue, path: [field, ...issue.path] })))
        partial.set(field, parts)
        rest = { ...rest, [field]: parts.value }
      } else {
        wrong.push(...issues)
        const paths = issues.map(({ path }) => path)
        rest = without(rest, paths)
      }
  }
}

/** Leaves out the items of a list that are wrong, or else the field. */
function without(value: Mapping, paths: readonly KeyPath[]): Mapping {
  const entries = Object.entries(value).flatMap(([key, content]) => {
    const wrong = paths.filter(([field]) => field === key)
    if (wrong.length === 0) return [[key, content]]
    const items = new Set(wrong.map(([, index]) => index))
    const listed = Array.isArray(content) && !items.has(undefined)
    const filled = listed ? (content as unknown[]).filter((item) => !isEmpty(item)) : []
    return listed ? [[key, filled.filter((_, index) => !items.has(index))]] : []
  })
  return Object.fromEntries(entries) as Mapping
}
