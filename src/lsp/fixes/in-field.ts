import { SCHEMAS } from '../../corpus/schema/fields.ts'
import { bareKey, spellings } from '../../corpus/schema/spellings.ts'
import type { Parsed } from '../../corpus/model/parsed.ts'
import { headOf } from '../../corpus/rename/field-mentions.ts'
import type { TextEdit } from '../../corpus/rename/text-edits.ts'

/**
 * Adds lines to a field of the frontmatter that holds a mapping or a list, in the block style of YAML. The field is
 * made where it is missing, and so is the frontmatter.
 *
 * @param lines The lines as they stand below the name of the field, without its indent.
 * @returns Undefined where nothing can be added by lines: in TOML, and where the value stands on the line of its name.
 */
export function inField(entry: Parsed, field: string, lines: readonly string[]): TextEdit | undefined {
  const { text, kind } = entry
  const head = headOf(text)
  const added = (indent: string): string => lines.map((line) => `${indent}${line}\n`).join('')
  if (head.end === 0) return { start: 0, end: 0, text: `---\n${field}:\n${added('  ')}---\n` }
  if (head.language !== 'yaml') return undefined
  const closing = text.lastIndexOf('\n', head.end - 1) + 1
  const known = spellings(SCHEMAS[kind])
  for (const { 0: whole, 1: key = '', 2: value = '', index } of text.slice(0, closing).matchAll(KEY)) {
    if (known.get(bareKey(key)) !== field) continue
    const start = index + whole.length + 1
    const indent = /^([ \t]*)(?=\S)/.exec(text.slice(start, closing))?.[1]
    const isListHere = lines[0]?.startsWith('- ') === true && text.slice(start).startsWith('- ')
    return value.trim() === '' ? { start, end: start, text: added(isListHere ? '' : indent || '  ') } : undefined
  }
  return { start: closing, end: closing, text: `${field}:\n${added('  ')}` }
}

const KEY = /^["']?([\w-][\w -]*?)["']?[ \t]*:(.*)$/gm
