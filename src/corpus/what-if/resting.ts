/** This file tells which notes of an answer are left without some of the works that they rest on. Scripts use it too. */
import type { Balance } from '../model/entry.ts'
import type { Stance } from '../vocabulary.ts'

/** A `RestingNote` is a note that bears on an answer, with the works that it rests on. */
export interface RestingNote {
  /** The role is undefined where the essay cites the note and the note does not name the inquiry. */
  readonly role?: Stance
  /** These are the works that the note is drawn from, by any names. A note without one falls with none. */
  readonly works: readonly string[]
}

/**
 * Gives the notes that are left without some works. One of several works of a note is enough for it to fall, as with
 * retracted works, because nobody but the writer can tell what the others carry without it.
 */
export const standingWithout = <N extends RestingNote>(notes: readonly N[], fallen: ReadonlySet<string>): N[] =>
  notes.filter(({ works }) => !works.some((work) => fallen.has(work)))

/** These are the two sides of a balance. What qualifies, extends or gives background is on neither. */
export const SIDES = ['supports', 'disputes'] as const
/** A `Side` is one of the two sides of a balance. */
export type Side = (typeof SIDES)[number]

/** Gives the side that has more notes. It is undefined where both have as many. */
export function leaningOf({ supports = 0, disputes = 0 }: Balance): Side | undefined {
  return supports === disputes ? undefined : supports > disputes ? 'supports' : 'disputes'
}
