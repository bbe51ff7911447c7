/** This file walks the texts within plain values, such as the fields of an entry. */
import type { KeyPath } from '../frontmatter/position.ts'

/** Tells whether some text within a value passes a test. */
export function someText(value: unknown, test: (text: string) => boolean): boolean {
  if (typeof value === 'string') return test(value)
  if (Array.isArray(value)) return value.some((each) => someText(each, test))
  if (!isPlain(value)) return false
  for (const key in value) if (someText(value[key], test)) return true
  return false
}

/**
 * Changes the texts within a value. What has no text that changes stays the same object.
 *
 * @param change Is given each text and the path to it.
 */
export function mapTexts<T>(value: T, change: (text: string, at: KeyPath) => string, at: KeyPath = []): T {
  if (typeof value === 'string') return change(value, at) as T
  if (Array.isArray(value)) {
    const list = value.map((each: unknown, index) => mapTexts(each, change, [...at, index]))
    return list.every((each, index) => each === value[index]) ? value : (list as T)
  }
  if (!isPlain(value)) return value
  const fields = Object.entries(value).map(
    ([name, each]) => [name, each, mapTexts(each, change, [...at, name])] as const,
  )
  if (fields.every(([, each, changed]) => each === changed)) return value
  return Object.fromEntries(fields.map(([name, , changed]) => [name, changed])) as T
}

/** Tells whether a value is a plain mapping. A date or a map is none. */
function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype
}
