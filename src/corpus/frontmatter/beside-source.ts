/**
 * This file reads the fields that describe a work and stand in a note beside the key of that work, as reference managers
 * write them there.
 */
import { inlineSourceSchema, type InlineSource } from '../schema/inline-source.ts'
import { bareKey } from '../schema/spellings.ts'
import type { Mapping } from './yaml.ts'

/** A `BesideSource` is what fields of a note say of the one work that it names. */
export interface BesideSource {
  readonly work: Partial<InlineSource> & Pick<InlineSource, 'authors'>
  /** These are the fields that say it, as they are written. */
  readonly written: Readonly<Partial<Record<keyof InlineSource, string>>>
}

/** These are the fields that are read, by their spellings in the form of `bareKey`. A note has a title of its own. */
const READ: ReadonlyMap<string, keyof InlineSource> = new Map([
  ...(['sourcetitle', 'titleofsource', 'titleofthesource'] as const).map((key) => [key, 'title'] as const),
  ...(['author', 'authors'] as const).map((key) => [key, 'authors'] as const),
  ...(['year', 'url', 'doi'] as const).map((key) => [key, key] as const),
])

/** These fields describe a work too. They are not read, and repeat what a bibliography says of it. */
const OF_WORKS: ReadonlySet<string> = new Set(
  'editor editors isbn issn journal publisher booktitle volume issue number pages'.split(' '),
)

/**
 * Reads what the fields of a note that nothing else reads say of its source. They say it of one work only, so they are
 * not read where a note names several, or writes the work itself.
 *
 * @param sources The sources that the note names.
 * @param unread The fields that nothing else reads, as they are written.
 * @returns The fields that are still unread, besides what was read. A wrong value is unread.
 */
export function readBesideSource(
  sources: readonly (string | InlineSource)[],
  raw: Mapping,
  unread: readonly string[],
): { readonly beside?: BesideSource; readonly unread: readonly string[] } {
  if (sources.length === 0 || unread.length === 0) return { unread }
  const rest = unread.filter((key) => !OF_WORKS.has(bareKey(key)))
  if (sources.length > 1 || typeof sources[0] !== 'string') return { unread: rest }
  const work: Record<string, unknown> = {}
  const written: Partial<Record<keyof InlineSource, string>> = {}
  const left: string[] = []
  for (const key of rest) {
    const field = READ.get(bareKey(key))
    const read = field && written[field] === undefined ? inlineSourceSchema.shape[field].safeParse(raw[key]) : undefined
    if (field === undefined || read?.success !== true) left.push(key)
    else if (hasWords(read.data)) {
      work[field] = read.data
      written[field] = key
    }
  }
  if (Object.keys(written).length === 0) return { unread: left }
  return { beside: { work: { authors: [], ...work }, written }, unread: left }
}

/** Tells whether a field says anything. */
const hasWords = (value: unknown): boolean => value !== undefined && !(Array.isArray(value) && value.length === 0)
