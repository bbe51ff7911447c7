/** This file finds fields in the text that hold links and state no relation that is known. */
import type { Parsed } from '../model/parsed.ts'
import { statedRelation } from '../relation-words.ts'
import { SCHEMAS } from '../schema/fields.ts'
import { bareKey, spellings } from '../schema/spellings.ts'
import type { Dialect } from '../site-config.ts'

const FIELD = /^[ \t]*(?:[-*]\s+)?([\p{L}][\p{L}\p{N} _-]{0,40}?):: *(?:\[\[[^\]\n]+\]\][ ,]*)+$/gmu

/** Names the fields by which files link to others, and that count as links and no more, with their number. */
export function undeclaredFields(files: readonly Parsed[], { relations }: Dialect): string[] {
  const counts = new Map<string, number>()
  for (const { text, kind } of files) {
    if (!text.includes('::')) continue
    for (const [, name = ''] of text.matchAll(FIELD))
      if (statedRelation(name, relations) === undefined && spellings(SCHEMAS[kind]).get(bareKey(name)) === undefined)
        counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  if (counts.size === 0) return []
  const named = [...counts].sort(([, a], [, b]) => b - a).map(([name, count]) => `${name} (${count})`)
  return [
    `Fields with links that state no relation: ${named.join(', ')}. Declare those that do under "relations" in site.yaml.`,
  ]
}
