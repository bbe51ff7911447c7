/** Running text: words, sentences and paragraphs of one entry. */
import { random, type Random } from './random.ts'
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
export function prose(seed: number, label: string, vocabulary: Vocabulary): Prose {
  const from = random(seed, label)
  const keywords = Array.from({ length: KEYWORDS }, () => vocabulary.content(from))
  const word = (): string => (from.chance(RETURNING) ? from.pick(keywords) : vocabulary.draw(from))
  const phrase = (length: number): string => Array.from({ length }, word).join(' ')
  const sentence = (): string => {
    const words = Array.from({ length: from.between(8, 26) }, () => markedUp(word(), from))
    return `${capital(punctuated(words, from))}${from.chance(0.04) ? '?' : '.'}`
  }
  return {
    ...from,
    word,
    phrase,
    heading: (length) => capital(phrase(length)),
    sentence,
    sentences: (count) => Array.from({ length: count }, sentence),
  }
}

/** Most words are plain; some are numbers, emphasis, code, formulas or links to elsewhere. */
function markedUp(word: string, from: Random): string {
  const lot = from.next()
  if (lot < 0.975) return word
  if (lot < 0.989) return figure(from)
  if (lot < 0.994) return `*${word}*`
  if (lot < 0.996) return `**${word}**`
  if (lot < 0.998) return `\`${word}\``
  return lot < 0.999 ? inlineFormula(from) : `[${word}](https://example.org/${word})`
}

function figure(from: Random): string {
  const lot = from.next()
  if (lot < 0.3) return String(from.between(1990, 2026))
  if (lot < 0.6) return `${from.below(100)}%`
  return lot < 0.8 ? `${from.below(100)}.${from.below(10)}` : String(from.between(2, 60) * 10)
}

function punctuated(words: readonly string[], { chance }: Random): string {
  return words.map((word, at) => (at > 2 && at < words.length - 3 && chance(0.08) ? `${word},` : word)).join(' ')
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
