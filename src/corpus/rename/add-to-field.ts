/** This file adds a value to a field of the frontmatter that holds a list. Nothing else in the text changes. */
import { isMap, isScalar, isSeq, parseDocument, type Pair } from 'yaml'
import { withQuotesIfNeeded } from '../frontmatter/yaml-quotes.ts'
import { bareKey } from '../schema/spellings.ts'
import { headOf } from './field-mentions.ts'
import type { TextEdit } from './text-edits.ts'

/**
 * Adds a value to a field in YAML, which is made where it is not there.
 *
 * @param text The text of the entry.
 * @param written The value as YAML writes it.
 * @returns The edit, or undefined where the frontmatter is in a form in which nothing can be added.
 */
export function addToField(text: string, field: string, written: string): TextEdit | undefined {
  const { start, end, language } = headOf(text)
  if (end > 0 && language !== 'yaml') return undefined
  const yaml = yamlIn(text)
  const pair = pairOf(yaml, field)
  if (pair !== undefined) return intoValue(yaml, pair, written, start)
  return addLine(text, `${withQuotesIfNeeded(field)}: [${written}]`)
}

/** Makes the edit that adds a line at the end of the frontmatter in YAML, which is made where there is none. */
export function addLine(text: string, line: string): TextEdit {
  const { start, end } = headOf(text)
  return end === 0 ? insert(0, `---\n${line}\n---\n`) : insert(start + yamlIn(text).length, `\n${line}`)
}

/** Gives the frontmatter in YAML without the line that closes it. */
function yamlIn(text: string): string {
  const { start, end } = headOf(text)
  return text.slice(start, end).replace(/(^|\n)-{3,}[ \t]*$/, '')
}

/** Makes the edit that puts a text where nothing was. */
export const insert = (at: number, text: string): TextEdit => ({ start: at, end: at, text })

function pairOf(yaml: string, field: string): Pair | undefined {
  const { contents } = parseDocument(yaml, { uniqueKeys: false, prettyErrors: false })
  if (!isMap(contents)) return undefined
  return contents.items.find(({ key }) => isScalar(key) && bareKey(String(key.value)) === bareKey(field))
}

/** Adds a value to a list, or makes a list of the one that is there. */
function intoValue(yaml: string, { value }: Pair, written: string, base: number): TextEdit | undefined {
  const range = isSeq(value) || isScalar(value) ? value.range : undefined
  if (!range) return undefined
  const [start, end] = range
  if (isScalar(value)) {
    const before = yaml.slice(start, end)
    return { start: base + start, end: base + end, text: before === '' ? ` [${written}]` : `[${before}, ${written}]` }
  }
  if (!isSeq(value)) return undefined
  if (value.flow) return insert(base + end - 1, value.items.length === 0 ? written : `, ${written}`)
  const lastRange = (value.items.at(-1) as { readonly range?: readonly [number, number, number] } | undefined)?.range
  if (lastRange === undefined) return undefined
  const [indent = ''] = /^[ \t]*(?=-)/m.exec(yaml.slice(yaml.lastIndexOf('\n', start - 1) + 1)) ?? []
  return insert(base + lastRange[1], `\n${indent}- ${written}`)
}
