/** This file reads the frontmatter of a note as the values of its properties. */
import { CORE_SCHEMA, load } from 'js-yaml'
import { readFrontmatter } from '../frontmatter/read.ts'
import { findFrontmatter } from '../frontmatter/split.ts'
import { withWellFormedTexts } from '../frontmatter/well-formed.ts'
import type { Parsed } from '../model/parsed.ts'
import { readInstant } from './date-values.ts'
import { object, tag, type LinkValue, type Value } from './values.ts'
import { UNPUBLISHED } from '../vocabulary.ts'

/** Keeps the frontmatter of each version of a file, because in dev the bases are evaluated after every change. */
const known = new WeakMap<Parsed, Readonly<Record<string, unknown>>>()

/**
 * Reads the fields of a note as YAML has them, so that `5` is a number and `"5"` a text.
 *
 * @returns The fields as they are written. Lists and mappings are plain.
 */
export function fieldsOf(entry: Parsed): Readonly<Record<string, unknown>> {
  let fields = known.get(entry)
  if (fields === undefined) known.set(entry, (fields = read(entry)))
  return fields
}

/** Nobody repeats a value so often; a long one, repeated without end, would fill the memory. */
const MAX_ALIASES = 1000

function read({ path, text }: Parsed): Readonly<Record<string, unknown>> {
  const { head, language } = findFrontmatter(text) ?? {}
  if (head !== undefined && language === 'yaml') {
    try {
      const value = load(head, { schema: CORE_SCHEMA, maxAliases: MAX_ALIASES })
      if (typeof value === 'object' && value !== null && !Array.isArray(value))
        return withWellFormedTexts(value) as Readonly<Record<string, unknown>>
    } catch {
      // What is wrong in it is reported where the file is parsed. The fields that can be read are read below.
    }
  }
  return readFrontmatter({ path, text }).value ?? {}
}

/** Values within values are read to this depth. */
const MAX_DEPTH = 12

/** `Names` say what the links in properties lead to. */
export interface PropertyNames {
  /**
   * Resolves the inside of `[[name|words]]`. The result is undefined where it leads to something that is not public.
   */
  readonly link: (inside: string) => LinkValue | undefined
  /** This is how many values may still be read. Aliases of YAML may repeat a value without end. */
  left: number
}

/** Nobody writes more values into one file. */
export const MAX_VALUES = 20_000

/**
 * Makes a value of a field. A link to an entry that is not public is left out, wherever it stands, so that nothing can
 * be counted or compared that readers must not know of.
 */
export function valueOf(written: unknown, names: PropertyNames, depth = 0): Value {
  if (written === null || written === undefined || depth > MAX_DEPTH || --names.left < 0) return null
  if (typeof written === 'string') return textValue(written, names)
  if (typeof written === 'number' || typeof written === 'boolean') return written
  if (typeof written === 'bigint') return Number(written)
  if (written instanceof Date) return readInstant(written.toISOString()) ?? null
  if (Array.isArray(written)) return listValue(written, names, depth)
  if (typeof written !== 'object') return null
  return object(new Map(Object.entries(written).map(([key, each]) => [key, valueOf(each, names, depth + 1)])))
}

/** A link without quotation marks is a list in a list for YAML, and is meant as a link. */
function listValue(written: readonly unknown[], names: PropertyNames, depth: number): Value {
  const [inner] = written
  if (written.length === 1 && Array.isArray(inner) && inner.length === 1 && typeof inner[0] === 'string')
    return names.link(inner[0]) ?? null
  return written.flatMap((each) => {
    const value = valueOf(each, names, depth + 1)
    return value === null && each !== null ? [] : [value]
  })
}

const WHOLE_LINK = /^!?\[\[([^[\]]+)\]\]$/
const LINKS = /!?\[\[([^[\]]+)\]\]/g

function textValue(written: string, names: PropertyNames): Value {
  const inside = WHOLE_LINK.exec(written.trim())?.[1]
  if (inside !== undefined) return names.link(inside) ?? null
  const date = written.length < 40 ? readInstant(written) : undefined
  if (date !== undefined) return date
  return written.replace(LINKS, (whole, name: string) => (names.link(name) === undefined ? UNPUBLISHED : whole))
}

/** Reads tags as frontmatter has them: a list, or a text with commas or spaces between them. */
export function tagsIn(written: unknown): Value[] {
  const texts = Array.isArray(written) ? written : typeof written === 'string' ? written.split(/[,\s]+/) : []
  return texts.flatMap((each: unknown) =>
    (typeof each === 'string' && each.trim() !== '') || typeof each === 'number' ? [tag(String(each).trim())] : [],
  )
}
