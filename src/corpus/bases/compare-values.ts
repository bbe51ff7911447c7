/** This file compares values: as text, as equal, and in their order. */
import { instantText, readInstant } from './date-values.ts'
import { lengthOf } from './durations.ts'
import { is, isEmptyValue, isList, typeOf, type LinkValue, type Value } from './values.ts'

/** Gives a value as text, as `toString` does. */
export function textOf(value: Value): string {
  if (value === null) return ''
  if (typeof value !== 'object') return String(value)
  if (isList(value)) return value.map(textOf).join(', ')
  switch (value.type) {
    case 'date':
      return instantText(value)
    case 'duration':
      return String(lengthOf(value))
    case 'link':
      return linkText(value)
    case 'tag':
      return `#${value.name}`
    case 'image':
      return linkText(value.of)
    case 'file':
      return value.path
    case 'regexp':
      return `/${value.pattern.source}/`
    case 'object':
      return [...value.entries].map(([key, each]) => `${key}: ${textOf(each)}`).join(', ')
  }
}

const linkText = ({ display, name, href }: LinkValue): string =>
  display !== undefined ? textOf(display) : name || (href ?? '')

/**
 * Tells whether two values are equal. Links are where they lead to the same file, and where both lead nowhere and have
 * the same name. A link is equal to the file that it leads to. A date is equal to its text, and a tag to its name.
 */
export function areEqual(one: Value, other: Value): boolean {
  if (one === other) return true
  if (one === null || other === null) return false
  if (isList(one) || isList(other))
    return (
      isList(one) &&
      isList(other) &&
      one.length === other.length &&
      one.every((item, index) => areEqual(item, other[index]!))
    )
  if (is(one, 'link') || is(other, 'link')) return linksAgree(one, other)
  if (is(one, 'tag') || is(other, 'tag')) return tagName(one) === tagName(other)
  if (is(one, 'date') || is(other, 'date')) return timeOf(one) !== undefined && timeOf(one) === timeOf(other)
  if (is(one, 'duration') || is(other, 'duration'))
    return numberIn(one) !== undefined && numberIn(one) === numberIn(other)
  if (is(one, 'file') && is(other, 'file')) return one.path === other.path
  if (is(one, 'file') || is(other, 'file')) return fileName(one) === fileName(other)
  return typeof one === 'object' && typeof other === 'object' && textOf(one) === textOf(other)
}

function linksAgree(one: Value, other: Value): boolean {
  const [first, second] = [pathOf(one), pathOf(other)]
  if (first !== undefined && second !== undefined) return first === second
  if (is(one, 'link') && is(other, 'link'))
    return first === second && one.name !== '' && one.name.toLowerCase() === other.name.toLowerCase()
  const [link, text] = is(one, 'link') ? [one, other] : [other as LinkValue, one]
  if (typeof text !== 'string' || link.name === '') return false
  const bare = text.replace(/^\[\[|\]\]$/g, '').replace(/\|.*$/s, '')
  return [link.name, link.href, link.path, textOf(link)].some((each) => each === bare || each === text)
}

const pathOf = (value: Value): string | undefined => (is(value, 'link') || is(value, 'file') ? value.path : undefined)

const fileName = (value: Value): string | undefined => (is(value, 'file') ? value.name : textOf(value))

const tagName = (value: Value): string | undefined =>
  is(value, 'tag') || typeof value === 'string'
    ? (typeof value === 'string' ? value.replace(/^#/, '') : value.name).toLowerCase()
    : undefined

/** Gives the time of a date, or of a text that is one. */
export function timeOf(value: Value): number | undefined {
  if (is(value, 'date')) return value.time
  return typeof value === 'string' ? readInstant(value)?.time : undefined
}

/** Gives the number that a value stands for in arithmetic: of a duration its milliseconds, of a date its time. */
export function numberIn(value: Value): number | undefined {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 1 : 0
  if (is(value, 'duration')) return lengthOf(value)
  return is(value, 'date') ? value.time : undefined
}

/** These are the types in the order in which a list has them. */
const RANKS = ['boolean', 'number', 'duration', 'date', 'string', 'tag', 'link', 'file', 'list', 'object', 'image']

/**
 * Compares two values, for sorting. Values of different types have a fixed order, so that every list has one order.
 * Empty ones come last, which the caller sees to.
 *
 * @param collate Compares two texts as people of a language sort them.
 */
export function compareValues(one: Value, other: Value, collate: (a: string, b: string) => number): number {
  if (isEmptyValue(one) || isEmptyValue(other)) return Number(isEmptyValue(one)) - Number(isEmptyValue(other))
  const [first, second] = [rank(one), rank(other)]
  if (first !== second) return first - second
  const [a, b] = [numberIn(one), numberIn(other)]
  if (a !== undefined && b !== undefined) return Number.isNaN(a) || Number.isNaN(b) ? nanLast(a, b) : a - b
  if (isList(one) && isList(other)) {
    for (let index = 0; index < Math.min(one.length, other.length); index++) {
      const order = compareValues(one[index]!, other[index]!, collate)
      if (order !== 0) return order
    }
    return one.length - other.length
  }
  return collate(textOf(one), textOf(other))
}

const nanLast = (a: number, b: number): number => Number(Number.isNaN(a)) - Number(Number.isNaN(b))

/** A link and a tag are sorted among texts, because a property often holds both. */
const rank = (value: Value): number => {
  const type = typeOf(value)
  return RANKS.indexOf(type === 'link' || type === 'tag' || type === 'file' ? 'string' : type)
}
