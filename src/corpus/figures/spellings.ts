/** This file writes numbers as words. */
import { toCardinal as german } from 'n2words/de-DE'
import { toCardinal as english } from 'n2words/en-US'
import { toCardinal as spanish } from 'n2words/es-ES'
import { toCardinal as french } from 'n2words/fr-FR'

/** These languages are known by the beginning of their tags. */
const CARDINALS = { en: english, de: german, fr: french, es: spanish }
/** These are the languages in which numbers in words are read. */
export const LANGUAGES = Object.keys(CARDINALS) as (keyof typeof CARDINALS)[]

/** Keeps the spellings of each number, because few numbers are asked for over and over. */
const known = new Map<number, readonly string[]>()

/**
 * Gives the ways to write a whole number in English, German, French and Spanish words, in small letters. It is empty for
 * numbers that nobody writes as words.
 *
 * @example
 * spellingsOf(24) // ['twenty-four', 'twenty four', 'two dozen', 'vierundzwanzig', 'vingt-quatre', …]
 */
export function spellingsOf(value: number): readonly string[] {
  if (!Number.isInteger(value) || value < 1 || value > LARGEST || !isRound(value)) return []
  let spelled = known.get(value)
  if (spelled === undefined) known.set(value, (spelled = [...new Set(spell(value))]))
  return spelled
}

const LARGEST = 1e12

/** Tells whether a number is round enough to be written as words: it has at most two digits before its zeros. */
function isRound(value: number): boolean {
  let left = value
  while (left > 99 && left % 10 === 0) left /= 10
  return left < 100
}

function spell(value: number): string[] {
  const cardinals = LANGUAGES.map((language) => CARDINALS[language](value).toLowerCase())
  const dozens = value % 12 === 0 ? (value === 12 ? ['dozen'] : [`${english(value / 12)} dozen`]) : []
  return [...cardinals, ...dozens].flatMap((words) => [words, ...variants(words)])
}

/** Matches where an `and` may be within a number. */
const JOINT = /(?<= )(hundred|thousand) (?=\S)/

/** Gives other ways to write the same words. */
function variants(words: string): string[] {
  const found: string[] = []
  if (words.includes('-')) found.push(words.replaceAll('-', ' '))
  if (/^one (?:hundred|thousand|million|billion|trillion)(?!\S)/.test(words)) found.push(words.replace('one', 'a'))
  const joined = [words, ...found].filter((each) => JOINT.test(each)).map((each) => each.replace(JOINT, '$1 and '))
  found.push(...joined)
  if (/^(?:ein|eine) ?(?:hundert|tausend)/.test(words)) found.push(words.replace(/^eine? ?/, ''))
  return found
}

/** Tells whether a text has one of some words as whole words. Both are in small letters. */
export const hasWords = (text: string, words: readonly string[]): boolean => words.some((word) => hasWord(text, word))

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!LETTER.test(text[at - 1] ?? ' ') && !LETTER.test(text[at + word.length] ?? ' ')) return true
  return false
}

const LETTER = /\p{L}/u

/** Gives a whole number in words of one language, in small letters. */
export const cardinal = (value: number, language: (typeof LANGUAGES)[number]): string =>
  CARDINALS[language](value).toLowerCase()
