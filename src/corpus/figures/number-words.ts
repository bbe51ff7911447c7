/** This file finds numbers that are written as words. */
import { CERTAINTY_WORDS } from './certainty-words.ts'
import { cardinal, LANGUAGES, spellingsOf } from './spellings.ts'

/** A `NumberWord` is a number that is written as words. */
export interface NumberWord {
  readonly index: number
  readonly end: number
  readonly value: number
}

/** These are the numbers that are looked for as words. One is left out, because it is mostly an article. */
const VALUES = [
  ...Array.from({ length: 99 }, (_, index) => index + 2),
  200,
  300,
  400,
  500,
  600,
  700,
  800,
  900,
  1000,
  1e6,
  1e9,
]
/** These words are numbers in another language, and other words in English. */
const ENGLISH = new Set(['cent', 'elf', 'once'])
/** Maps words to the number that they are. */
const NUMBERS = new Map(
  VALUES.flatMap((value) => spellingsOf(value).map((words) => [words, value] as const)).filter(
    ([words]) => !ENGLISH.has(words),
  ),
)
/** Maps the words that are numbers in other languages than English to these languages. */
const FOREIGN = foreignWords()

function foreignWords(): Map<string, Set<string>> {
  const foreign = new Map<string, Set<string>>()
  for (const language of LANGUAGES)
    for (const value of VALUES) {
      const words = cardinal(value, language)
      if (words !== cardinal(value, 'en')) foreign.set(words, (foreign.get(words) ?? new Set()).add(language))
    }
  return foreign
}

/**
 * Tells whether words are a number in a language. English is read in texts of every language.
 *
 * @param language The language as a BCP 47 tag.
 */
export function isNumberIn(language: string, words: string): boolean {
  const languages = FOREIGN.get(words.toLowerCase())
  return languages === undefined || languages.has(language.slice(0, 2))
}
/** A `Hint` says that words of a share, a factor or a certainty are in a text, so that it is worth looking for them. */
export type Hint = 'share' | 'factor' | 'certainty'

const HINTS: Readonly<Record<Hint, string>> = {
  share:
    'one eine einer eines ein une uno una half halves hälfte moitié mitad third thirds drittel tiers tercio tercios quarter quarters viertel quart quarts cuarto cuartos fifth fifths fünftel cinquième quinto quintos tenth tenths zehntel dixième décimo',
  factor:
    'fold times twice double doubles doubled doubling thrice triple triples tripled tripling fach mal fois veces doppelt verdoppelt verdoppelte verdreifacht',
  certainty: CERTAINTY_WORDS,
}

/** A `Known` is what may begin with a word: numbers, longest first, or a phrase that a hint is of. */
interface Known {
  readonly numbers: readonly { readonly words: string; readonly value: number }[]
  readonly hint?: Hint
}

const KNOWN = knownWords()

function knownWords(): Map<string, Known> {
  const numbers = [...NUMBERS].flatMap(([words, value]) =>
    [words, capitalised(words)].map((form) => ({ words: form, value })),
  )
  const byFirstWord = Map.groupBy(numbers, ({ words }) => /^\p{L}+/u.exec(words)?.[0] ?? '')
  const known = new Map<string, Known>()
  for (const [first, all] of byFirstWord)
    known.set(first, { numbers: all.toSorted((a, b) => b.words.length - a.words.length) })
  const multiplied = [...NUMBERS]
    .flatMap(([words]) => [`${words}fold`, `${words}fach`])
    .filter((word) => /^\p{L}+$/u.test(word))
  const hints = { ...HINTS, factor: `${HINTS.factor} ${multiplied.join(' ')}` }
  for (const hint of Object.keys(hints) as Hint[])
    for (const word of hints[hint].split(' ').flatMap((each) => [each, capitalised(each)]))
      known.set(word, { numbers: [], ...known.get(word), hint })
  return known
}

/** Matches a word. It has no flags for Unicode, because it is run over every essay, and is faster without. */
const WORD = /[A-Za-zÀ-ÿ]{3,}/g

/** A `WordScan` is what one walk over the words of a text finds. */
export interface WordScan {
  readonly numbers: readonly NumberWord[]
  /** This says what else is worth looking for in the text. */
  readonly hints: ReadonlySet<Hint>
}

/** Finds the numbers of a text that are written as words, in English, German, French and Spanish. */
export const numberWordsIn = (text: string): readonly NumberWord[] => scanWords(text).numbers

/** Walks over the words of a text. */
export function scanWords(text: string): WordScan {
  const numbers: NumberWord[] = []
  const hints = new Set<Hint>()
  WORD.lastIndex = 0
  for (let match; (match = WORD.exec(text)) !== null;) {
    const known = KNOWN.get(match[0])
    if (known === undefined) continue
    const { index } = match
    if (known.hint !== undefined) hints.add(known.hint)
    const number = known.numbers.find(({ words }) => text.startsWith(words, index) && isWhole(text, index, words))
    if (number === undefined) continue
    const end = index + number.words.length
    numbers.push({ index, end, value: number.value })
    WORD.lastIndex = end
  }
  return { numbers, hints }
}

/** Tells whether words are whole ones at their place, and no part of a longer word or of `per cent`. */
const isWhole = (text: string, index: number, words: string): boolean =>
  !JOINED.test(text[index - 1] ?? ' ') &&
  !LETTER_OR_DIGIT.test(text[index + words.length] ?? ' ') &&
  !PER.test(text.slice(Math.max(0, index - 5), index))

const JOINED = /[\p{L}\p{N}-]/u
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u
/** Matches what makes `cent` a part of `per cent`. */
const PER = /\b(?:per|pour) $/i

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
