/**
 * This file makes the schemas of mappings that say several things, each of which stands by itself. A part that is wrong
 * costs that part alone, and the others keep theirs; see `frontmatter/wrong-parts.ts`.
 */
import { z } from 'zod'
import { didYouMean, nearest } from '../suggest.ts'
import { writtenAs, type JsonSchema } from '../written-as.ts'
import { anySpelling, bareKey } from './spellings.ts'
import { isMapping, kindOf } from './text.ts'

/** A `PartIssue` says more of an issue in a mapping, in its `params`. */
export interface PartIssue {
  /** This is true of a key that nothing reads. */
  readonly isUnread?: true
  /** These are the parts whose absence is the reason. Where one of them was taken out as wrong, that was said already. */
  readonly follows?: readonly string[]
}

/** Reports that a part does not go with the others. */
export type ReportPart = (part: string, message: string, follows?: readonly string[]) => void

/** Keeps which schemas lose only what is wrong in them. */
const partial = new WeakSet<z.core.$ZodType>()

/** Says that a field loses only the parts that are wrong in it, at any depth. */
export function inParts<T extends z.ZodType>(schema: T): T {
  partial.add(schema)
  return schema
}

/** Tells whether a field loses only the parts that are wrong in it. */
export function isInParts(schema: z.core.$ZodType): boolean {
  const { parent } = schema._zod
  return partial.has(schema) || (parent !== undefined && isInParts(parent))
}

/**
 * Makes the schema of a mapping. Its keys match without case, spaces, `_` or `-`, and a key that none of its parts has
 * is reported.
 *
 * @param parts The parts by their names.
 * @param check Looks at all parts, once each is right by itself, and reports those that do not go together.
 */
export function mappingOf<Parts extends z.ZodObject>(
  parts: Parts,
  check?: (parts: z.output<Parts>, report: ReportPart) => void,
) {
  const names = Object.keys(parts.shape)
  const checked = parts.superRefine((value, context) =>
    check?.(value, (part, message, follows) =>
      context.addIssue({ code: 'custom', message, input: value, path: [part], params: { follows } }),
    ),
  )
  const renamed = z.unknown().transform((value, context) => {
    if (isMapping(value)) return withNames(value, names, context.issues)
    const message = `must say several things, as in "${names[0]}: …", and it is ${kindOf(value)}.`
    context.issues.push({ code: 'custom', message, input: value })
    return z.NEVER
  })
  return writtenAs(renamed.pipe(checked as unknown as z.ZodType<z.output<Parts>, Record<string, unknown>>), (convert) =>
    withSpellings(convert(parts), names),
  )
}

/** Gives parts the names that the schema has for them. What is not read, or is said twice, is reported. */
function withNames(
  value: Readonly<Record<string, unknown>>,
  names: readonly string[],
  issues: z.core.$ZodRawIssue[],
): Record<string, unknown> {
  const parts = new Map<string, unknown>()
  for (const [key, part] of Object.entries(value)) {
    const name = names.find((each) => bareKey(each) === bareKey(key))
    if (name !== undefined && !parts.has(name)) parts.set(name, part)
    else issues.push({ code: 'custom', message: unread(key, name, names), input: value, path: [key], params: UNREAD })
  }
  return Object.fromEntries(parts)
}

const UNREAD = { isUnread: true } satisfies PartIssue

const unread = (key: string, name: string | undefined, names: readonly string[]): string =>
  name === undefined
    ? `is not read.${didYouMean(nearest(key, names)) || ` There are ${names.join(', ')}.`}`
    : `is not read, because "${name}" is there already. Take one of the two out.`

/** Describes the other spellings of the parts for editors. */
function withSpellings(schema: JsonSchema, names: readonly string[]): JsonSchema {
  const properties = schema['properties'] as Readonly<Record<string, JsonSchema>>
  const patterns = names.map((name) => {
    const { description: _, ...part } = properties[name]!
    return [`^(?!${name}$)${anySpelling(name)}$`, part] as const
  })
  return { ...schema, patternProperties: Object.fromEntries(patterns), additionalProperties: false }
}
