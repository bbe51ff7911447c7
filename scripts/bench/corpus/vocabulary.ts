/** A made-up language: words of syllables, the common ones short, many of them forms of one stem. */
import { random, type Random } from './random.ts'
import { zipf } from './zipf.ts'

const SIZE = 30_000
const ONSETS = 'b c d f g h l m n p r s t v b d f h l m n p r s t br ch cr dr gr pl pr sh st th tr'.split(' ')
const NUCLEI = 'a a a e e e e i i i o o o u ai ea ou'.split(' ')
const CODAS = ['', '', '', '', '', '', ...'n n r r s t l m nd st ck'.split(' ')]
/** Endings of English, so that the search engine's stemmer has its usual work. */
const ENDINGS = 's s s s ed ed ed ing ing ly er ness ment'.split(' ')
/** From this rank on a word may be a form of an earlier one, and says what a text is about. */
const CONTENT = 300

export interface Vocabulary {
  /** By rank, the most frequent first. */
  readonly words: readonly string[]
  /** A word of running text. */
  readonly draw: (random: Random) => string
  /** One of the words that tell texts apart. */
  readonly content: (random: Random) => string
}

export function vocabulary(seed: number): Vocabulary {
  const words = wordForms(random(seed, 'vocabulary'))
  const [ranks, contentRanks] = [zipf(SIZE), zipf(SIZE - CONTENT)]
  return {
    words,
    draw: (from) => words[ranks(from)]!,
    content: (from) => words[CONTENT + contentRanks(from)]!,
  }
}

function wordForms(from: Random): string[] {
  const forms = new Set<string>()
  const stems: string[] = []
  while (forms.size < SIZE) {
    const inflected = forms.size > CONTENT && from.chance(0.5)
    const stem = inflected ? from.pick(stems) : newStem(forms.size, from)
    if (!inflected && forms.size >= 50) stems.push(stem)
    forms.add(inflected ? stem + from.pick(ENDINGS) : stem)
  }
  return [...forms]
}

function newStem(rank: number, from: Random): string {
  const [least, most] = rank < 80 ? [1, 1] : rank < 3_000 ? [1, 2] : [2, 3]
  return Array.from({ length: from.between(least, most) }, () => syllable(from)).join('')
}

const syllable = (from: Random): string => from.pick(ONSETS) + from.pick(NUCLEI) + from.pick(CODAS)
