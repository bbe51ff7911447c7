/**
 * This file generates random numbers that can be repeated: the same seed and label give the same numbers on every
 * machine.
 */

/** A `Random` is one stream of random numbers. */
export interface Random {
  /** Returns a number from 0 up to, but not including, 1. */
  readonly next: () => number
  /** Returns an integer from 0 up to, but not including, `end`. */
  readonly below: (end: number) => number
  /** Returns an integer from `first` to `last`, both included. */
  readonly between: (first: number, last: number) => number
  /** Returns true with a probability from 0 to 1. */
  readonly chance: (probability: number) => boolean
  /** Returns an item of a list, each with the same probability. */
  readonly pick: <T>(list: readonly T[]) => T
}

/**
 * Creates a stream of random numbers.
 *
 * @param label The name of the stream. It keeps streams apart, so that a change in one part of a corpus leaves the
 * others as they were.
 * @example seededRandom(1, 'plan').between(1, 6)
 */
export function seededRandom(seed: number, label: string): Random {
  const next = mulberry32(hash(`${seed}/${label}`))
  const below = (end: number): number => Math.floor(next() * end)
  return {
    next,
    below,
    between: (first, last) => first + below(last - first + 1),
    chance: (probability) => next() < probability,
    pick: (list) => list[below(list.length)]!,
  }
}

/** Returns a list in random order, by the shuffle of Fisher and Yates. */
export function shuffled<T>(list: readonly T[], { below }: Random): T[] {
  const deck = [...list]
  for (let index = deck.length - 1; index > 0; index--) {
    const other = below(index + 1)
    ;[deck[index], deck[other]] = [deck[other]!, deck[index]!]
  }
  return deck
}

/** Hashes a text to 32 bits by FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return value >>> 0
}

/**
 * Creates Tommy Ettinger's generator mulberry32. It has 32 bits of state, which is good enough for text, and gives
 * the same numbers in every JavaScript engine.
 */
function mulberry32(state: number): () => number {
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
