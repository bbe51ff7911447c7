/** Finds the fields in which a place of the frontmatter stands. */
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

/** Mappings in braces on one line, `effect: { kind: d, dir`, as far as they are open at its end. */
export interface OpenBraces {
  /** The keys before the braces, the outermost first, in their bare spellings. */
  readonly keys: readonly string[]
  /** What is written of the last part. */
  readonly part: string
}

/** Reads the mappings in braces that are open at the end of a text. It is undefined where none is. */
export function openBraces(before: string): OpenBraces | undefined {
  const open: { readonly brace: string; readonly key: string | undefined }[] = []
  let part = ''
  for (const [piece] of before.matchAll(PIECES)) {
    if (piece === '{' || piece === '[') open.push({ brace: piece, key: fieldLine(part).key })
    else if (piece === '}' || piece === ']') open.pop()
    else if (piece !== ',') part += piece
    if (/^[{}[\],]$/.test(piece)) part = ''
  }
  if (!open.some(({ brace }) => brace === '{')) return undefined
  return { keys: open.flatMap(({ key }) => key ?? []), part: part.trimStart() }
}

/** Matches texts in quotes, braces and commas, and what is between them. */
const PIECES = /"(?:[^"\\]|\\.)*"?|'[^']*'?|[{}[\],]|[^"'{}[\],]+/g
