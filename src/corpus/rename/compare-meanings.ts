/** This file compares what files name before something was moved with what they name after it. */
import type { Parsed } from '../model/parsed.ts'
import type { Meaning, Names } from './meanings.ts'
import { pathAfter, type Moved } from './rewrite.ts'

/** `Comparison` is what differs, as whole sentences. */
export interface Comparison {
  /** These names would lead elsewhere, or nowhere. */
  readonly lost: readonly string[]
  /** These names led nowhere and lead somewhere now. */
  readonly gained: readonly string[]
}

/**
 * Compares two versions of all files.
 *
 * @param files The files before, and at the same indices the files after.
 */
export function compareMeanings(
  files: readonly Parsed[],
  filesAfter: readonly Parsed[],
  before: Names,
  after: Names,
  move: Moved,
): Comparison {
  const [lost, gained]: [string[], string[]] = [[], []]
  for (const [index, file] of files.entries()) {
    const [then, now] = [before.of(file), after.of(filesAfter[index]!)]
    if (then.length !== now.length) lost.push(`${file.path} would be read in another way. Change its links by hand.`)
    for (const [at, meant] of then.entries()) {
      const means = now[at]
      if (means === undefined || isSame(meant, means, move)) continue
      const place = `"${meant.written}" in ${file.path}`
      if (meant.path !== undefined) lost.push(`${place} cannot be rewritten for ${move.to}. Change it by hand first.`)
      else if (means.path !== undefined) gained.push(`${place} led nowhere, and leads to ${means.path} now.`)
    }
  }
  return { lost, gained }
}

const isSame = (then: Meaning, now: Meaning, move: Moved): boolean =>
  then.type === now.type && pathAfter(then.path, move) === now.path
