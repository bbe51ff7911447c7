/** This file describes what an expression is evaluated in. */
import type { FilePath } from '../vocabulary.ts'
import type { Budget } from './refusal.ts'
import { Refusal } from './refusal.ts'
import { isList, is, type FileValue, type Instant, type LinkValue, type Value } from './values.ts'

/** A `Vault` is all that expressions may know of the folder: its public entries and its other files. */
export interface Vault {
  /**
   * Resolves a name as a link would. The name is left out of the result where it is that of an entry that is not
   * public.
   */
  readonly resolve: (name: string, from: FilePath) => LinkValue
  /** Gives a public entry or another file. It is undefined where there is none. */
  readonly file: (path: FilePath) => FileValue | undefined
  /** Gives links to the public entries that link to a file. */
  readonly backlinks: (path: FilePath) => readonly LinkValue[]
}

/** A `Limitation` is something that a build does not know or a page does not show, though Obsidian does. */
export type Limitation = 'today' | 'file-times' | 'icon' | 'html'

/** An `Environment` is what one expression is evaluated in. */
export interface Environment {
  readonly vault: Vault
  /** This is the entry of the row. */
  readonly file: FileValue
  /** This is the entry that shows the view, or the base itself. */
  readonly self: FileValue
  /** Gives the value of a formula in this row. */
  readonly formula: (name: string) => Value
  /** These are names that stand for values within `map`, `filter`, `reduce` and summaries. */
  readonly variables: Readonly<Record<string, Value>>
  /** This is the day that counts as the day of the build. It is undefined where no entry has a date. */
  readonly today: Instant | undefined
  readonly language: string
  readonly collate: (a: string, b: string) => number
  readonly budget: Budget
  /** Says that the value depends on something that the page must explain. */
  readonly mention: (what: Limitation) => void
}

/** A text may have this many signs, and a list this many items, those of its items included. */
const MAX_SIZE = 100_000

/** Keeps the number of items of each list that an expression made, with those of its items. */
const sizes = new WeakMap<object, number>()

/**
 * Makes a list.
 *
 * @throws {Refusal} Where it would be too large. A list may hold the same list many times, which holds others.
 */
export function listOf(items: readonly Value[], { budget }: Environment): readonly Value[] {
  budget.spend(items.length)
  let size = items.length
  for (const item of items) if (isList(item) || is(item, 'object')) size += sizes.get(item) ?? 1
  if (size > MAX_SIZE) throw new Refusal('The list becomes too long. Narrow it first.')
  sizes.set(items, size)
  return items
}

/**
 * Gives a text back.
 *
 * @throws {Refusal} Where it is too long.
 */
export function textWithin(text: string, { budget }: Environment): string {
  if (text.length > MAX_SIZE) throw new Refusal('The text becomes too long. Cut it first.')
  budget.spend(Math.ceil(text.length / 100))
  return text
}
