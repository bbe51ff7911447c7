/** This file moves fields as Dataview writes them, which have a line to themselves, into the frontmatter. */
import { findFrontmatter } from '../frontmatter/split.ts'
import { withQuotesIfNeeded } from '../frontmatter/yaml-quotes.ts'
import { parse } from '../parse.ts'
import { isError } from '../problem.ts'
import { RELATION_NAMES } from '../relation-words.ts'
import { headOf } from '../rename/field-mentions.ts'
import { addLine } from '../rename/add-to-field.ts'
import { withEdits } from '../rename/text-edits.ts'
import { SCHEMAS } from '../schema/fields.ts'
import { bareKey, spellings } from '../schema/spellings.ts'
import type { Dialect } from '../site-config.ts'
import type { Document, Kind } from '../vocabulary.ts'

/** These fields stay in the text, where they are read as well. */
const STAY: ReadonlySet<string> = new Set([...RELATION_NAMES, 'draft', 'audit', 'inquiries', 'next', 'redirectFrom'])

/** These fields are lists. */
const LISTS: ReadonlySet<string> = new Set(['topics', 'aliases', 'source'])

const FIELD = /^([\p{L}][\p{L}\p{N} _-]{0,40}?)::[ \t]+(\S[^\n]*)\n?/gmu
const FENCED = /^([`~]{3,})[^]*?^\1/gm

/**
 * Moves the fields of a file that its kind has, such as `source:: @lee2020`, where the frontmatter does not have them
 * and reads them without an error. Relations stay where they are, because they are read there.
 */
export function withDataviewFields({ path, text }: Document, kind: Kind, dialect: Dialect): string {
  if (kind === 'canvas' || dialect.program === 'logseq' || !text.includes(':: ')) return text
  const head = headOf(text)
  if (head.end > 0 && head.language !== 'yaml') return text
  const fields = spellings(SCHEMAS[kind])
  const there = new Set(keysIn(findFrontmatter(text)?.head ?? '').map((key) => fields.get(bareKey(key))))
  const errors = errorsIn({ path, text }, dialect)
  let made = text
  for (const { line, name, value } of linesOf(text, head.end)) {
    const field = fields.get(bareKey(name))
    if (field === undefined || STAY.has(field) || there.has(field)) continue
    const at = made.indexOf(line, headOf(made).end)
    const moved = withEdits(made, [fieldEdit(made, field, value), { start: at, end: at + line.length, text: '' }])
    if (errorsIn({ path, text: moved }, dialect) > errors) continue
    there.add(field)
    made = moved
  }
  return made
}

/** Lists the lines that are fields, but for those in code. */
function linesOf(text: string, from: number) {
  const fenced = [...text.matchAll(FENCED)].map(({ index, 0: block }) => [index, index + block.length] as const)
  return [...text.slice(from).matchAll(FIELD)].flatMap(({ index, 0: line, 1: name = '', 2: value = '' }) =>
    fenced.some(([start, end]) => from + index >= start && from + index < end)
      ? []
      : [{ line, name, value: value.trim() }],
  )
}

function fieldEdit(text: string, field: string, value: string) {
  const items = LISTS.has(field) ? value.split(/\s*,\s*/).map((item) => item.replace(/^[#@]/, '')) : []
  const written = items.length > 1 ? `[${items.map(quoted).join(', ')}]` : quoted(items[0] ?? value)
  return addLine(text, `${field}: ${written}`)
}

const quoted = (value: string): string => (/[,[\]{}]/.test(value) ? JSON.stringify(value) : withQuotesIfNeeded(value))

const keysIn = (head: string): string[] => [...head.matchAll(/^([\w][\w -]*?)[ \t]*:/gm)].map(([, key = '']) => key)

const errorsIn = (document: Document, dialect: Dialect): number =>
  parse(document, dialect).problems.filter(isError).length
