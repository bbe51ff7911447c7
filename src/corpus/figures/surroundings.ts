/** This file reads the words around a number. */
import type { Approximation } from '../model/figure.ts'
import { STOP_WORDS } from './stop-words.ts'

/** This many characters on either side of a number are looked at. */
const NEAR = 48
/** This many words on either side count as near. */
const NEAR_WORDS = 4

/** `Surroundings` are the text before and after a number. */
export interface Surroundings {
  readonly before: string
  readonly after: string
}

/** Gives the text around a part of a text. */
export const around = (text: string, index: number, end: number): Surroundings => ({
  before: text.slice(Math.max(0, index - NEAR), index),
  after: text.slice(end, end + NEAR),
})

/** Matches the end of a sentence. A full stop after a single letter or within a number is none. */
const END = /[!?;…]\s|(?<=[\p{L}\p{N})\]"”][\p{L}\p{N})\]"”])[.:]\s|\n\s*\n/u
const WORD = /\p{L}[\p{L}\p{M}’'-]*/gu

/** Gives the words around a number in its sentence that carry meaning, in small letters. */
export function nearWords({ before, after }: Surroundings): string[] {
  const left = before.split(END).at(-1)?.match(WORD)?.slice(-NEAR_WORDS) ?? []
  const right = after.split(END)[0]?.match(WORD)?.slice(0, NEAR_WORDS) ?? []
  return [...left, ...right]
    .map((word) => word.toLowerCase())
    .filter((word) => word.length > 2 && !STOP_WORDS.has(word))
}

/** Gives the word right after a number, in small letters. It is empty where another sign stands there. */
export const wordAfter = ({ after }: Surroundings): string => /^[\s*_]*(\p{L}+)/u.exec(after)?.[1]?.toLowerCase() ?? ''

const APPROXIMATIONS: readonly (readonly [Approximation, RegExp])[] = [
  [
    'about',
    /(?:\b(?:about|around|approximately|approx\.?|roughly|circa|ca\.?|some|estimated|or so|etwa|rund|ungefähr|environ|alrededor de|unos|unas|aproximadamente)|[~≈∼])\s*(?:\p{Sc}\s?)?$/iu,
  ],
  ['over', /(?:\b(?:over|more than|above|exceeding|at least|mehr als|über|plus de|más de)|[>≥])\s*(?:\p{Sc}\s?)?$/iu],
  [
    'under',
    /(?:\b(?:under|less than|fewer than|below|nearly|almost|close to|up to|fast|weniger als|fast|presque|moins de|casi|menos de)|[<≤])\s*(?:\p{Sc}\s?)?$/iu,
  ],
]

/** Says how exact a number is meant to be, by the words before it. */
export function approximationOf({ before }: Surroundings): Approximation | undefined {
  const near = before.slice(-LONGEST_APPROXIMATION)
  return APPROXIMATIONS.find(([, words]) => words.test(near))?.[0]
}

const LONGEST_APPROXIMATION = 18
