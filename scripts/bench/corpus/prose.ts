/** This file generates running text: the words and sentences of one entry. */
import { seededRandom, type Random } from './random.ts'
import { inlineFormula } from './formula.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * This is the share of words that come from the few that an entry keeps using, because text repeats itself more than
 * chance would.
 */
const RETURNING = 0.16
/** This is the number of those words. */
const KEYWORDS = 14

/** A `Prose` generates the text of one entry. */
export interface Prose extends Random {
  readonly word: () => string
  /** Returns a number of words without a capital or a full stop. */
  readonly phrase: (length: number) => string
  /** Returns a phrase that begins with a capital. */
  readonly heading: (length: number) => string
  readonly sentence: () => string
  readonly sentences: (count: number) => string[]
}

/**
 * Creates the generator of one text.
 *
 * @param label The name of the text. Each text has its own keywords and its own stream of random numbers.
 */
export function createProse(seed: number, label: string, vocabulary: Vocabulary): Prose {
  const random = seededRandom(seed, label)
  const keywords = Array.from({ length: KEYWORDS }, () => vocabulary.sampleContent(random))
  const word = (): string => (random.chance(RETURNING) ? random.pick(keywords) : vocabulary.sample(random))
  const phrase = (length: number): string => Array.from({ length }, word).join(' ')
  const sentence = (): string => {
    const words = Array.from({ length: random.between(8, 26) }, () => withMarkup(word(), random))
    return `${capitalise(withCommas(words, random))}${random.chance(0.04) ? '?' : '.'}`
  }
  return {
    ...random,
    word,
    phrase,
    heading: (length) => capitalise(phrase(length)),
    sentence,
    sentences: (count) => Array.from({ length: count }, sentence),
  }
}

/** Adds markup to a word. Most words stay plain; some become numbers, emphasis, code, formulas or external links. */
function withMarkup(word: string, random: Random): string {
  const lot = random.next()
  if (lot < 0.975) return word
  if (lot < 0.989) return randomFigure(random)
  if (lot < 0.994) return `*${word}*`
  if (lot < 0.996) return `**${word}**`
  if (lot < 0.998) return `\`${word}\``
  return lot < 0.999 ? inlineFormula(random) : `[${word}](https://example.org/${word})`
}

/** Returns a year, a percentage or another number. */
function randomFigure(random: Random): string {
  const lot = random.next()
  if (lot < 0.3) return String(random.between(1990, 2026))
  if (lot < 0.6) return `${random.below(100)}%`
  return lot < 0.8 ? `${random.below(100)}.${random.below(10)}` : String(random.between(2, 60) * 10)
}

/** Joins words, some of them with commas. */
function withCommas(words: readonly string[], { chance }: Random): string {
  return words.map((word, at) => (at > 2 && at < words.length - 3 && chance(0.08) ? `${word},` : word)).join(' ')
}

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
