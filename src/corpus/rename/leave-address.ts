/** This file leaves the address that an entry had in its frontmatter, so that a page there leads on to the new one. */
import { isMap, isScalar, isSeq, parseDocument, type Pair } from 'yaml'
import { bareKey } from '../schema/spellings.ts'
import type { SitePath } from '../vocabulary.ts'
import { headOf } from './field-mentions.ts'
import type { TextEdit } from './text-edits.ts'
import { withQuotesIfNeeded } from '../frontmatter/yaml-quotes.ts'

/** This is the field of the frontmatter that holds addresses which an entry had before. */
const FIELD = 'redirectFrom'

/**
 * Adds an address to those that an entry had before.
 *
 * @param text The text of the entry.
 * @returns The edit, or undefined where the frontmatter is in a form in which no field can be added.
 */
export function leaveAddress(text: string, address: SitePath): TextEdit | undefined {
  const { start, end, language } = headOf(text)
  if (end === 0) return insert(0, `---\n${FIELD}: [${withQuotesIfNeeded(address)}]\n---\n`)
  // A field of TOML must come before all tables, so it is the first.
  if (language === 'toml')
    return /^redirect_?from\s*=/im.test(text.slice(start, end))
      ? undefined
      : insert(start, `\n${FIELD} = ["${address}"]`)
  if (language !== 'yaml') return undefined
  const yaml = text.slice(start, end).replace(/(^|\n)-{3,}[ \t]*$/, '')
  const pair = pairOf(yaml)
  if (pair === undefined) return insert(start + yaml.length, `\n${FIELD}: [${withQuotesIfNeeded(address)}]`)
  return intoValue(yaml, pair, address, start)
}

const insert = (at: number, text: string): TextEdit => ({ start: at, end: at, text })

function pairOf(yaml: string): Pair | undefined {
  const { contents } = parseDocument(yaml, { uniqueKeys: false, prettyErrors: false })
  if (!isMap(contents)) return undefined
  return contents.items.find(({ key }) => isScalar(key) && bareKey(String(key.value)) === bareKey(FIELD))
}

/** Adds an address to a list, or makes a list of the one address that is there. */
function intoValue(yaml: string, { value }: Pair, address: SitePath, base: number): TextEdit | undefined {
  const written = withQuotesIfNeeded(address)
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
