/** This file makes up a language: words of syllables, the common ones short, many of them forms of one stem. */
import { seededRandom, type Random } from './random.ts'
import { zipfSampler } from './zipf.ts'

/** This is the number of words. */
const SIZE = 30_000
const ONSETS = 'b c d f g h l m n p r s t v b d f h l m n p r s t br ch cr dr gr pl pr sh st th tr'.split(' ')
const NUCLEI = 'a a a e e e e i i i o o o u ai ea ou'.split(' ')
const CODAS = ['', '', '', '', '', '', ...'n n r r s t l m nd st ck'.split(' ')]
/** These are endings of English, so that the stemmer of the search engine has its usual work. */
const ENDINGS = 's s s s ed ed ed ing ing ly er ness ment'.split(' ')
/** From this rank on a word may be a form of an earlier one, and tells what a text is about. */
const FIRST_CONTENT_RANK = 300

/** A vocabulary is a list of words with their frequencies. */
export interface Vocabulary {
  /** These are the words by rank, the most frequent first. */
  readonly words: readonly string[]
  /** Returns a word of running text by its frequency. */
  readonly sample: (random: Random) => string
  /** Returns one of the words that tell texts apart, by its frequency. */
  readonly sampleContent: (random: Random) => string
}

/** Generates the vocabulary of a seed. */
export function generateVocabulary(seed: number): Vocabulary {
  const words = wordForms(seededRandom(seed, 'vocabulary'))
  const [sampleRank, sampleContentRank] = [zipfSampler(SIZE), zipfSampler(SIZE - FIRST_CONTENT_RANK)]
  return {
    words,
    sample: (random) => words[sampleRank(random)]!,
    sampleContent: (random) => words[FIRST_CONTENT_RANK + sampleContentRank(random)]!,
  }
}

/** Generates stems and, from some rank on, forms of earlier stems. */
function wordForms(random: Random): string[] {
  const forms = new Set<string>()
  const stems: string[] = []
  while (forms.size < SIZE) {
    const inflected = forms.size > FIRST_CONTENT_RANK && random.chance(0.5)
    const stem = inflected ? random.pick(stems) : newStem(forms.size, random)
    if (!inflected && forms.size >= 50) stems.push(stem)
    forms.add(inflected ? stem + random.pick(ENDINGS) : stem)
  }
  return [...forms]
}

/** Generates a stem. The more frequent it is, the fewer syllables it has. */
function newStem(rank: number, random: Random): string {
  const [least, most] = rank < 80 ? [1, 1] : rank < 3_000 ? [1, 2] : [2, 3]
  return Array.from({ length: random.between(least, most) }, () => syllable(random)).join('')
}

const syllable = (random: Random): string => random.pick(ONSETS) + random.pick(NUCLEI) + random.pick(CODAS)
