/** This file adds works in CSL-JSON to others. */
import { itemsOf } from '../bibliography/json-items.ts'
import { citeKey } from '../cite-key.ts'
import type { Document } from '../vocabulary.ts'
import type { Adding, ReasonOf } from './adding.ts'

type Item = Readonly<Record<string, unknown>>

/** Tells whether a text lists works in CSL-JSON. */
export function isCslJson(text: string): boolean {
  const items = parsed(text)
  return Array.isArray(items) && items.length > 0 && (items as unknown[]).every((item) => isItem(item) && isWork(item))
}

const isWork = (item: Item): boolean => 'type' in item && !('itemType' in item) && keyOf(item) !== undefined

/** Adds the works of an export at the end of a list, as they were written. */
export function addCslJson(exported: string, file: Document, reasonOf: ReasonOf): Adding {
  const [added, left, texts]: [string[], string[], string[]] = [[], [], []]
  const keys = new Set(
    itemsOf(file.text)
      .flatMap(({ text }) => keyIn(text) ?? [])
      .map(citeKey),
  )
  for (const { text } of itemsOf(exported)) {
    const key = keyIn(text)
    // What cannot be read is reported by who reads it.
    if (key === undefined) continue
    const reason = reasonOf(key) ?? (keys.has(citeKey(key)) ? '' : undefined)
    keys.add(citeKey(key))
    if (reason !== undefined) left.push(...(reason === '' ? [] : [reason]))
    else {
      added.push(key)
      texts.push(`  ${text.trim()}`)
    }
  }
  return { text: texts.length === 0 ? file.text : withItems(file.text, texts), added, left }
}

const keyIn = (text: string): string | undefined => {
  const item = parsed(text)
  return isItem(item) ? keyOf(item) : undefined
}

/** Puts items at the end of a list. What else is in the text stays. */
function withItems(text: string, items: readonly string[]): string {
  const end = text.lastIndexOf(']')
  if (end < 0) return `[\n${items.join(',\n')}\n]\n`
  const before = text.slice(0, end).trimEnd()
  return `${before}${before.endsWith('[') ? '' : ','}\n${items.join(',\n')}\n${text.slice(end)}`
}

const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Gives the key of a work, as the bibliography reads it. */
const keyOf = (item: Item): string | undefined =>
  [item['citation-key'], item['id']].flatMap((each) =>
    typeof each === 'string' || typeof each === 'number' ? String(each) : [],
  )[0]

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
