/**
 * This file reads YAML of the plain form in which nearly all frontmatter is written: fields, lists and mappings, one
 * value to a line. It knows what it can read and leaves everything else to the library, which takes ten times as long.
 * A test compares both.
 */
import { isEmpty } from '../schema/text.ts'
import type { Point } from '../vocabulary.ts'

/** A value as it was written. A field without a value is an empty text. */
type Value = string | Value[] | { [key: string]: Value }

/** This is thrown where the text is not of the plain form. */
const OTHER = new Error('This YAML is not plain')

/**
 * Reads YAML of the plain form.
 *
 * @param points Collects where each text stands, by its path as `pathKey` writes it. Nothing is collected without.
 * @returns Undefined where the text is not of this form, or holds no field.
 */
export function readPlainYaml(yaml: string, points?: Map<string, Point>): Record<string, Value> | undefined {
  if (!PRINTABLE.test(yaml)) return undefined
  const lines = yaml.split('\n')
  const reader: Reader = { lines, at: 0, points }
  try {
    skipBlank(reader)
    if (reader.at >= lines.length) return undefined
    const value = readMapping(reader, 0, '')
    return reader.at >= lines.length ? value : undefined
  } catch (error) {
    if (error === OTHER) return undefined
    throw error
  }
}

/** Writes a path as one text. */
export const pathKey = (path: readonly (string | number)[]): string => path.map((step) => `/${step}`).join('')

/** A `Reader` reads a text line by line. */
interface Reader {
  readonly lines: string[]
  /** This is the index of the next line. */
  at: number
  readonly points: Map<string, Point> | undefined
}

/** Matches texts without tabs, carriage returns, controls, and characters that need a second look. */
const PRINTABLE = /^[\n\x20-\x7E\u00A0-\u2027\u202A-\uD7FF\uE000-\uFDCF\uFDF0-\uFEFE\uFF00-\uFFFD]*$/

/** Matches a field and what stands after its colon. */
const FIELD = /^([A-Za-z_][\w-]*):(?: +(.*))?$/
/** Matches a value without quotes. It begins with a letter or a digit, and `ENDS` does not match. */
const PLAIN = /^[A-Za-z0-9“‘(\p{L}\p{N}]/u
/** Matches what ends such a value: a colon that makes a field of it, a comment, or a space. */
const ENDS = /: |:$| #| $/
/** Matches a value in quotes, without any escape. */
const QUOTED = /^(?:"([^"\\]*)"|'([^']*)')$/
/** Matches an item of a list on one line, and the comma after it. */
const ITEM =
  / *(?:([\p{L}\p{N}](?:[\p{L}\p{N}._/\u00A1-\uFFFD-]| (?=[\p{L}\p{N}._/\u00A1-\uFFFD-]))*)|"([^"\\]*)"|'([^']*)') *(?:,(?= )|$)/uy

function skipBlank(reader: Reader): void {
  while (reader.lines[reader.at] === '') reader.at++
}

const indentOf = (line: string): number => {
  let indent = 0
  while (line.charCodeAt(indent) === 32) indent++
  return indent
}

/** Reads the fields that begin at a column. */
function readMapping(reader: Reader, indent: number, path: string): Record<string, Value> {
  const mapping: Record<string, Value> = {}
  for (;;) {
    const line = reader.lines[reader.at]
    if (line === undefined || indentOf(line) !== indent) break
    const [, key, written = ''] = FIELD.exec(line.slice(indent)) ?? []
    if (key === undefined || key === '__proto__' || key in mapping) throw OTHER
    reader.at++
    const at = `${path}/${key}`
    if (written === '') mapping[key] = readBelow(reader, indent, at)
    else if (BLOCK.test(written)) mapping[key] = readBlock(reader, written, line.length - written.length, indent, at)
    else mapping[key] = readValue(reader, written, line.length - written.length, at)
    skipBlank(reader)
  }
  endsHere(reader, indent)
  return mapping
}

/** Matches the signs that begin a text on lines of its own. */
const BLOCK = /^[>|]-?$/

/** Reads a text on lines of its own that are all indented alike, with no blank line among them. */
function readBlock(reader: Reader, signs: string, column: number, indent: number, path: string): string {
  reader.points?.set(path, { line: reader.at, column: column + 1 })
  const { lines } = reader
  const first = reader.at
  const own = indentOf(lines[first] ?? '')
  if (own <= indent) throw OTHER
  for (let line = lines[first]; line !== undefined && indentOf(line) >= own; line = lines[++reader.at])
    if (indentOf(line) > own || line.endsWith(' ')) throw OTHER
  const end = reader.at
  if (end === lines.length && !signs.endsWith('-')) throw OTHER
  const words = lines.slice(first, end).map((line) => line.slice(own))
  skipBlank(reader)
  if (reader.at < lines.length && indentOf(lines[reader.at]!) > indent) throw OTHER
  return words.join(signs.startsWith('>') ? ' ' : '\n') + (signs.endsWith('-') ? '' : '\n')
}

/** Checks that no line goes on below. It would belong to the value before it. */
function endsHere({ lines, at }: Reader, indent: number): void {
  const line = lines[at]
  if (line !== undefined && indentOf(line) >= indent) throw OTHER
}

/** Reads what stands on the lines under a field. */
function readBelow(reader: Reader, indent: number, path: string): Value {
  skipBlank(reader)
  const line = reader.lines[reader.at]
  if (line === undefined) return ''
  const below = indentOf(line)
  const isItem = line.startsWith('- ', below)
  if (isItem && below >= indent) return readList(reader, below, path)
  return below > indent ? readMapping(reader, below, path) : ''
}

/** Reads the items of a list that begin at a column. */
function readList(reader: Reader, indent: number, path: string): Value[] {
  const list: Value[] = []
  for (;;) {
    const line = reader.lines[reader.at]
    if (line === undefined || indentOf(line) !== indent || !line.startsWith('- ', indent)) break
    const column = indentOf(`${' '.repeat(indent + 1)}${line.slice(indent + 1)}`)
    const written = line.slice(column)
    const at = `${path}/${list.length}`
    if (FIELD.test(written)) {
      reader.lines[reader.at] = ' '.repeat(column) + written
      list.push(readMapping(reader, column, at))
    } else {
      reader.at++
      const item = readValue(reader, written, column, at)
      // Schemas do not count empty items, so the paths of those after it would be others.
      if (reader.points !== undefined && isEmpty(item)) throw OTHER
      list.push(item)
    }
    skipBlank(reader)
  }
  const line = reader.lines[reader.at]
  if (line !== undefined && indentOf(line) > indent) throw OTHER
  return list
}

/** Reads a value on the line of its field or its item. Its line has been passed. */
function readValue(reader: Reader, written: string, column: number, path: string): Value {
  if (written.startsWith('[')) return readItems(written)
  const value = readText(written)
  reader.points?.set(path, { line: reader.at, column: column + 1 })
  return value
}

function readText(written: string): string {
  const first = written.charCodeAt(0)
  if (first === 34 || first === 39) {
    const [, double, single] = QUOTED.exec(written) ?? []
    const value = double ?? single
    if (value === undefined) throw OTHER
    return value
  }
  if (!PLAIN.test(written) || ENDS.test(written)) throw OTHER
  return written
}

/** Reads a list on one line. */
function readItems(written: string): string[] {
  if (!written.endsWith(']')) throw OTHER
  const inner = written.slice(1, -1)
  const items: string[] = []
  ITEM.lastIndex = 0
  while (ITEM.lastIndex < inner.length) {
    const [, plain, double, single] = ITEM.exec(inner) ?? []
    const item = plain ?? double ?? single
    if (item === undefined) throw OTHER
    items.push(item)
  }
  if (items.length > 0 && inner.endsWith(',')) throw OTHER
  return items
}
