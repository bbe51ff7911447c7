/** Running text: words, sentences and paragraphs of one entry. */
import { seededRandom, type Random } from './random.ts'
import { inlineFormula } from './formula.ts'
import type { Vocabulary } from './vocabulary.ts'

/** The share of words that come from the few an entry keeps returning to: text repeats itself more than chance would. */
const RETURNING = 0.16
const KEYWORDS = 14

export interface Prose extends Random {
  readonly word: () => string
  /** So many words, without a capital or a stop. */
  readonly phrase: (length: number) => string
  /** A phrase with a capital. */
  readonly heading: (length: number) => string
  readonly sentence: () => string
  readonly sentences: (count: number) => string[]
}

/** @param label Which text this is: each has its own keywords and its own chance. */
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

/** Most words are plain; some are numbers, emphasis, code, formulas or links to elsewhere. */
function withMarkup(word: string, random: Random): string {
  const lot = random.next()
  if (lot < 0.975) return word
  if (lot < 0.989) return randomFigure(random)
  if (lot < 0.994) return `*${word}*`
  if (lot < 0.996) return `**${word}**`
  if (lot < 0.998) return `\`${word}\``
  return lot < 0.999 ? inlineFormula(random) : `[${word}](https://example.org/${word})`
}

function randomFigure(random: Random): string {
  const lot = random.next()
  if (lot < 0.3) return String(random.between(1990, 2026))
  if (lot < 0.6) return `${random.below(100)}%`
  return lot < 0.8 ? `${random.below(100)}.${random.below(10)}` : String(random.between(2, 60) * 10)
}

function withCommas(words: readonly string[], { chance }: Random): string {
  return words.map((word, at) => (at > 2 && at < words.length - 3 && chance(0.08) ? `${word},` : word)).join(' ')
}

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
