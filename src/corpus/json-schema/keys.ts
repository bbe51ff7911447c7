import type { z } from 'zod'
import { bareKey, spellings } from '../schema/spellings.ts'
import { anyCase } from '../written-as.ts'

/**
 * Makes a pattern for each field of a schema that matches its key in every accepted spelling but its own: `Updated-At`
 * and `last modified` for `updated`.
 *
 * @param more Fields that are read before the schema is asked, and no other spelling has.
 */
export function patternsOfKeys(schema: z.ZodObject, more: readonly string[] = []): ReadonlyMap<string, string> {
  const words = new Map<string, string[]>(more.map((name) => [name, [name]]))
  for (const [word, name] of spellings(schema)) {
    // A field of its own has its own meaning where another one has it for a spelling.
    if (more.includes(word)) continue
    const known = words.get(name)
    if (known === undefined) words.set(name, [word])
    else known.push(word)
  }
  return new Map([...words].map(([name, spelled]) => [name, patternOf(name, spelled)]))
}

/** The case of letters counts for nothing, nor do blanks, `_` and `-` anywhere. */
function patternOf(name: string, words: readonly string[]): string {
  const gap = '[\\s_-]*'
  const all = words.map((word) => Array.from(bareKey(word), anyCase).join(gap))
  return `^(?!${name}$)${gap}(?:${all.join('|')})${gap}$`
}
