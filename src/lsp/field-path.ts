/** Finds the fields in which a line of the frontmatter stands. */
import { bareKey } from '../corpus/schema/spellings.ts'
import type { Lines } from './positions.ts'

/** `  - kind: d`: what is before a key, the key, what is between, and its value. */
const KEYED = /^(\s*(?:-\s+)*)(?:["']?([\w -]+?)["']?\s*:)?(\s*)(.*)$/

/** A line of the frontmatter in YAML, one field to a line. */
export interface FieldLine {
  /** The column at which its key or its value begins. */
  readonly column: number
  /** The key in its bare spelling. It is undefined where none is written yet. */
  readonly key?: string
  /** The value, and the column at which it begins. */
  readonly value: string
  readonly valueColumn: number
}

/** Reads a line of the frontmatter. */
export function fieldLine(line: string): FieldLine {
  const [all = '', lead = '', key, , value = ''] = KEYED.exec(line) ?? []
  const valueColumn = all.length - value.length
  return { column: lead.length, ...(key !== undefined && { key: bareKey(key) }), value, valueColumn }
}

/** Lists the keys of the fields around a line, the outermost first, in their bare spellings. */
export function fieldsAround(lines: Lines, line: number, column: number): string[] {
  const keys: string[] = []
  let least = column
  for (let above = line - 1; above > 0 && least > 0; above--) {
    const { key, column: at } = fieldLine(lines.line(above))
    if (key === undefined || at >= least) continue
    keys.unshift(key)
    least = at
  }
  return keys
}
