/**
 * Divides a build between several processes. Each of them reads and links all of the content, and makes the pages and
 * files of its share only. `npm run join` puts the shares together.
 */
import { partOf } from '../corpus/search/shards.ts'
import type { SitePath } from '../corpus/vocabulary.ts'
import { UsageError } from './usage-error.ts'

/** A share of a build: the share of this number, from 1, of so many. */
export interface Share {
  readonly number: number
  readonly of: number
}

/** The share of a build that nobody divided. */
export const WHOLE: Share = { number: 1, of: 1 }

/** A problem with shares. Nothing was made, and the exit code of the command is 1. */
export class ShareError extends UsageError {
  override readonly exitCode = 1
}

/**
 * Reads a share as it is written on the command line.
 *
 * @throws {ShareError} When it is not written as a number, a slash, and a number that is no smaller.
 * @example parseShare('2/4') // { number: 2, of: 4 }
 */
export function parseShare(text: string): Share {
  const [number = NaN, of = NaN] = (/^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(text) ?? []).slice(1).map(Number)
  if (!(number <= of))
    throw new ShareError(
      `--shard says which share of how many is built, as in 2/4, and it is "${text}". Nothing was built.`,
    )
  return { number, of }
}

/** Something that a build makes: a page, or a file beside it. */
export interface Shared {
  readonly address: SitePath
  /**
   * The address of the page that shows the same entry. It is undefined for a page, and for a file of the whole site.
   */
  readonly owner?: SitePath
}

/**
 * Tells whether something is in a share. Everything that is made of one entry is in the same share, so that the entry
 * is rendered there only.
 */
export const isInShare = ({ number, of }: Share, { address, owner = address }: Shared): boolean =>
  partOf(owner, of) === number - 1

/** Tells whether a part of the search index is in a share. Parts count from 0. */
export const hasPart = ({ number, of }: Share, part: number): boolean => part % of === number - 1

/** Tells whether a share has the pages and files that are there once and belong to no entry, such as the home page. */
export const isFirst = ({ number }: Share): boolean => number === 1
