/** Chance that can be repeated: the same seed and label give the same numbers on every machine. */

export interface Random {
  /** From 0 up to, not including, 1. */
  readonly next: () => number
  /** An integer from 0 up to, not including, `end`. */
  readonly below: (end: number) => number
  /** An integer from `first` to `last`, both included. */
  readonly between: (first: number, last: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <T>(list: readonly T[]) => T
}

/** @param label Keeps streams apart, so that a change in one part of a corpus leaves the others as they were. */
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

/** Fisher and Yates. */
export function shuffled<T>(list: readonly T[], { below }: Random): T[] {
  const deck = [...list]
  for (let index = deck.length - 1; index > 0; index--) {
    const other = below(index + 1)
    ;[deck[index], deck[other]] = [deck[other]!, deck[index]!]
  }
  return deck
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return value >>> 0
}

/** Tommy Ettinger's generator: 32 bits of state, good enough for text, and the same in every engine. */
function mulberry32(state: number): () => number {
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
