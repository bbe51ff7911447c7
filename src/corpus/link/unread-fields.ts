/** This file reports the fields of the frontmatter that nothing reads. */
import { pointOf } from '../frontmatter/position.ts'
import type { Parsed } from '../model/parsed.ts'
import { problem } from '../problem.ts'
import { SCHEMAS } from '../schema/fields.ts'
import { bareKey, spellings } from '../schema/spellings.ts'
import { KINDS, type Kind, type Problem } from '../vocabulary.ts'

/**
 * Reports each field that nothing reads once, where it first stands, with the number of the other entries that have
 * it. Other tools write fields of their own into every file, and thousands of equal sentences would hide the others.
 *
 * @param entries The public entries, in the order of their paths.
 * @param read The names of fields that views of bases read.
 */
export function unreadFields(entries: readonly Parsed[], read: ReadonlySet<string> = new Set()): Problem[] {
  const inViews = new Set([...read].map(bareKey))
  const places = new Map<string, { key: string; first: Parsed; count: number }>()
  for (const entry of entries)
    for (const key of entry.unread) {
      if (inViews.has(bareKey(key))) continue
      const place = places.get(bareKey(key))
      if (place === undefined) places.set(bareKey(key), { key, first: entry, count: 1 })
      else place.count++
    }
  return [...places.values()].map(({ key, first, count }) => {
    const others = count === 1 ? '' : `, here and in ${count === 2 ? 'one other entry' : `${count - 1} other entries`}`
    const sentence = `The field "${key}" is not read${others}. ${doubled(key, first) ?? remedyFor(key)}`
    return problem('warning', 'field-unread', first.path, pointOf(first, [key], 'key'), sentence)
  })
}

const PLURALS: Readonly<Record<Kind, string>> = {
  inquiry: 'inquiries',
  note: 'notes',
  page: 'pages',
  canvas: 'canvases',
}

/** Says what to do with a field that is there in another spelling as well, which counts. */
function doubled(key: string, { kind }: Parsed): string | undefined {
  const name = spellings(SCHEMAS[kind]).get(bareKey(key))
  if (name === undefined) return undefined
  const other = name === 'created' ? '"date", or else "created",' : `Another spelling of "${name}"`
  return `${other} counts, and says something else. Take one of the two out.`
}

/** Says what to do with a field. It may be a field of another kind of entry. */
function remedyFor(key: string): string {
  const kinds = KINDS.filter((kind) => spellings(SCHEMAS[kind]).has(bareKey(key)))
  if (kinds.length > 0) return `It is a field of ${kinds.map((kind) => PLURALS[kind]).join(' and ')}. Take it out.`
  return 'Write what it says in the text, or leave it if another tool reads it.'
}
