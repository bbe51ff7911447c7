/** This file finds the smallest sets of works whose loss would turn the balance of an answer. */
import { balanceWithout } from './balance-without.ts'
import { leaningOf, standingWithout, type RestingNote, type Side } from './resting.ts'

/**
 * A `Turning` says how many works have to fall for the balance to turn, which it does once the side with more notes has
 * no more than the other one. The balance of `even` leans to no side. With `never`, no loss turns it, because notes
 * without a source stay. With `unknown`, more works than `beyond` have to fall, and it was not searched further.
 */
export type Turning =
  | { readonly type: 'even' }
  | { readonly type: 'never'; readonly side: Side }
  | { readonly type: 'unknown'; readonly side: Side; readonly beyond: number }
  /** Any so many of these works turn it, and no fewer works do. */
  | { readonly type: 'any'; readonly side: Side; readonly size: number; readonly works: readonly string[] }
  | {
      readonly type: 'sets'
      readonly side: Side
      /** Each set has the same number of works, and no smaller set turns the balance. */
      readonly sets: readonly (readonly string[])[]
      /** This is true where there may be more sets of this size. */
      readonly hasMore: boolean
    }

/** So many sets are given, as many as a reader looks through. */
const MOST_SETS = 12
/** So many sets are looked for, to see whether they are all sets of a size that some works have. */
const MOST_FOUND = 1000
/** So many sets are tried. Where notes rest on one work each, the first that is tried is one of the smallest. */
const MOST_TRIED = 20_000

/**
 * Finds the smallest sets of works whose loss turns the balance. The same notes give the same sets.
 *
 * @example
 * turningOf([{ role: 'supports', works: ['a'] }, { role: 'supports', works: ['b'] }, { role: 'disputes', works: ['c'] }])
 * // { type: 'any', side: 'supports', size: 1, works: ['a', 'b'] }
 */
export function turningOf(notes: readonly RestingNote[]): Turning {
  const side = leaningOf(balanceWithout(notes))
  if (side === undefined) return { type: 'even' }
  const works = gainsOf(notes, side)
  const search = new Search(notes, side, works)
  for (let size = 1; size <= works.length; size++) {
    search.try(size)
    if (search.found.length > 0) return named(search, side)
    if (search.isSpent) return { type: 'unknown', side, beyond: size - 1 }
  }
  return { type: 'never', side }
}

/** Gives the sets that were found, in short where they are all the sets of a size that some works have. */
function named({ found, isCut }: Search, side: Side): Turning {
  const size = found[0]!.length
  const works = [...new Set(found.flat())]
  if (!isCut && found.length === combinations(works.length, size)) return { type: 'any', side, size, works }
  return { type: 'sets', side, sets: found.slice(0, MOST_SETS), hasMore: isCut || found.length > MOST_SETS }
}

/** Gives the number of ways to choose some of several things. */
const combinations = (all: number, chosen: number): number =>
  Array.from({ length: chosen }, (_, index) => (all - index) / (index + 1)).reduce((product, each) => product * each, 1)

/** A `Gain` is a work with the most that its loss can take off the lead, whatever other works fall. */
interface Gain {
  readonly work: string
  readonly most: number
}

/**
 * Gives the works whose loss can take something off the lead of a side, those that take most first. The loss of a work
 * takes the notes of the side that rest on it at most, and it takes from the other side those that rest on it alone at
 * least. A work for which that comes to nothing is in no smallest set, because the set would do without it.
 */
function gainsOf(notes: readonly RestingNote[], side: Side): Gain[] {
  const works = [...new Set(notes.flatMap((note) => note.works))]
  return works
    .map((work) => {
      const on = notes.filter((note) => note.works.includes(work))
      const own = on.filter(({ role }) => role === side).length
      const others = on.filter(({ role, works: [, second] }) => isOther(role, side) && second === undefined).length
      return { work, most: own - others }
    })
    .filter(({ most }) => most > 0)
    .sort((a, b) => b.most - a.most || (a.work < b.work ? -1 : 1))
}

const isOther = (role: RestingNote['role'], side: Side): boolean =>
  role === (side === 'supports' ? 'disputes' : 'supports')

/** A `Search` tries sets of works, those that may take most off the lead first. */
class Search {
  readonly #notes: readonly RestingNote[]
  readonly #side: Side
  readonly #works: readonly Gain[]
  readonly found: string[][] = []
  #tried = 0

  constructor(notes: readonly RestingNote[], side: Side, works: readonly Gain[]) {
    this.#notes = notes.filter(({ role }) => role === side || isOther(role, side))
    this.#side = side
    this.#works = works
  }

  /** Tells whether there may be more sets of the size than were found. */
  get isCut(): boolean {
    return this.found.length >= MOST_FOUND || this.isSpent
  }

  /** Tells whether as many sets were tried as may be. */
  get isSpent(): boolean {
    return this.#tried >= MOST_TRIED
  }

  /** Gives by how many notes the side leads without some works. */
  leadWithout(fallen: readonly string[]): number {
    const left = standingWithout(this.#notes, new Set(fallen))
    const own = left.filter(({ role }) => role === this.#side).length
    return own - (left.length - own)
  }

  /** Tries the sets of a size that begin with some works, and keeps those that turn the balance. */
  try(size: number, fallen: readonly string[] = [], from = 0): void {
    this.#tried++
    const lead = this.leadWithout(fallen)
    const missing = size - fallen.length
    if (missing === 0) {
      if (lead <= 0) this.found.push([...fallen])
      return
    }
    for (let index = from; index <= this.#works.length - missing; index++) {
      if (this.isCut) return
      const most = this.#works.slice(index, index + missing).reduce((sum, each) => sum + each.most, 0)
      if (lead - most > 0) return
      this.try(size, [...fallen, this.#works[index]!.work], index + 1)
    }
  }
}
