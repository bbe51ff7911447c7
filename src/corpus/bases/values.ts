/** This file describes the values of the language, and what is the same for all of them. */
import type { FilePath } from '../vocabulary.ts'
import type { Pattern } from './pattern.ts'

/** An `Instant` is a date, or a date with a time of day. Times are those of the clock on the wall, without a zone. */
export interface Instant {
  readonly type: 'date'
  /** This is the time in milliseconds since 1970, as if the clock on the wall showed UTC. */
  readonly time: number
  readonly hasTime: boolean
}

/** A `Duration` is a number of months, which are of different lengths, and of milliseconds. */
export interface Duration {
  readonly type: 'duration'
  readonly months: number
  readonly milliseconds: number
}

/** A `LinkValue` is a link: to an entry or another file, to a name that leads nowhere, or to another site. */
export interface LinkValue {
  readonly type: 'link'
  /** This is the name as it was written. It is empty where the link leads to something that is not public. */
  readonly name: string
  /** This is the file that is meant. It is undefined where there is none. */
  readonly path?: FilePath
  readonly href?: string
  readonly display?: Value
}

/** A `TagValue` is a tag, without the `#`. */
export interface TagValue {
  readonly type: 'tag'
  readonly name: string
}

/** An `ImageValue` is a picture of the folder, or a link to one on another site. */
export interface ImageValue {
  readonly type: 'image'
  readonly of: LinkValue
}

/** An `ObjectValue` is a mapping. */
export interface ObjectValue {
  readonly type: 'object'
  readonly entries: ReadonlyMap<string, Value>
}

/** A `PatternValue` is a regular expression. */
export interface PatternValue {
  readonly type: 'regexp'
  readonly pattern: Pattern
}

/** A `FileValue` is a file: a public entry, an attachment, or the base itself. */
export interface FileValue {
  readonly type: 'file'
  readonly path: FilePath
  /** This is the name without `.md`. Other files keep their extension. */
  readonly name: string
  readonly basename: string
  readonly ext: string
  readonly folder: string
  /** This is the size in bytes. It is undefined for files that are not read. */
  readonly size: number | undefined
  readonly properties: ReadonlyMap<string, Value>
  readonly tags: readonly TagValue[]
  readonly links: readonly LinkValue[]
  readonly embeds: readonly LinkValue[]
  readonly created: Instant | undefined
  readonly updated: Instant | undefined
}

/** A `Value` is any value. */
export type Value =
  | null
  | boolean
  | number
  | string
  | readonly Value[]
  | Instant
  | Duration
  | LinkValue
  | TagValue
  | ImageValue
  | ObjectValue
  | PatternValue
  | FileValue

/** A `ValueType` is the name of a type, as `isType` knows it. */
export type ValueType =
  'null' | 'boolean' | 'number' | 'string' | 'list' | Exclude<Extract<Value, { type: string }>['type'], never>

/** Gives the type of a value. */
export function typeOf(value: Value): ValueType {
  if (value === null) return 'null'
  if (typeof value !== 'object') return typeof value as 'boolean' | 'number' | 'string'
  return isList(value) ? 'list' : value.type
}

/** Tells whether a value is a list. */
export const isList = (value: Value): value is readonly Value[] => Array.isArray(value)

/** Tells whether a value is of a type with fields. */
export const is = <T extends Extract<Value, { type: string }>['type']>(
  value: Value,
  type: T,
): value is Extract<Value, { type: T }> =>
  typeof value === 'object' && value !== null && !isList(value) && value.type === type

/** Tells whether a value holds nothing: none at all, an empty text, list or mapping. */
export function isEmptyValue(value: Value): boolean {
  if (value === null || value === '') return true
  if (isList(value)) return value.length === 0
  return is(value, 'object') && value.entries.size === 0
}

/** Tells whether a value counts as true, as in JavaScript. A list without items is false, as it is in Obsidian. */
export const isTruthy = (value: Value): boolean =>
  !isEmptyValue(value) && value !== false && value !== 0 && !Number.isNaN(value)

/** Makes a date. */
export const instant = (time: number, hasTime: boolean): Instant => ({ type: 'date', time, hasTime })
/** Makes a tag. */
export const tag = (name: string): TagValue => ({ type: 'tag', name: name.replace(/^#/, '') })
/** Makes a mapping. */
export const object = (entries: ReadonlyMap<string, Value>): ObjectValue => ({ type: 'object', entries })
/** Makes the link to a file. */
export const linkTo = (file: FileValue, display?: Value): LinkValue => ({
  type: 'link',
  name: file.basename,
  path: file.path,
  ...(display !== undefined && display !== null && { display }),
})
