/** This file turns what was typed into what the engine is asked. It is pure. */
import { splitElisions, withoutElisions } from '../../corpus/search/elisions.ts'
import { queryForm } from '../../corpus/search/forms.ts'

/** This says how the words of a site are read. */
export interface Reading {
  /** This is the language of the site, as a BCP 47 tag. */
  readonly language: string
  /** These are the words of that language that say nothing of what is meant, in lower case. */
  readonly functionWords: ReadonlySet<string>
  /** These are the words that many entries of a large site have, each with its place among them: the commonest has 0. */
  readonly commonWords?: ReadonlyMap<string, number>
  /** This is the number of parts of the index. */
  readonly parts?: number
}

/** This is what the engine is asked. */
export interface Query {
  /** These are the words that results are ranked by, or null for all records. */
  readonly term: string | null
  /** These are the phrases, in quotes. Results must have them as well. */
  readonly phrases: readonly string[]
  /** These are the words that may be searched for one by one, when few records have all of them. */
  readonly words: readonly string[]
}

/** Splits text into words at spaces and at signs that stand between words. */
const BETWEEN = /[\s,;:!?()[\]/\\…“”„«»"]+/
/** Matches what may stand at the ends of a word and is no part of it. `C++` and `C#` are words as they are. */
const AROUND = /^[^\p{Letter}\p{Mark}\p{Number}]+|[^\p{Letter}\p{Mark}\p{Number}+#]+$/gu
/**
 * This is the greatest number of words that are searched for. Each costs a file in each part of the index, so that for
 * every part more it is one less. Four words do as well for questions, and three almost: see docs/search.md.
 */
const MAX_WORDS = 6
const MIN_WORDS = 3

/**
 * Reads a query as it was typed.
 *
 * @example
 * readQuery('does reward follow a "power law"?', en) // { term: 'reward follow power law', phrases: ['"power law"'], … }
 */
export function readQuery(typed: string, reading: Reading): Query {
  const text = typed.replace(/[“”„«»]/g, '"').trim()
  if (text === '') return { term: null, phrases: [], words: [] }
  const phrases = [...text.matchAll(/"([^"]+)"/g)].map(([, phrase]) => splitElisions(phrase!).trim()).filter(isPhrase)
  const words = mostTelling(
    significantWords(text, reading).flatMap((word) => spacedForm(word, reading)),
    reading,
  )
  return {
    term: words.length > 0 ? [...new Set(words.join(' ').split(' '))].join(' ') : text,
    phrases: phrases.map((phrase) => `"${phrase}"`),
    words: phrases.length > 0 ? [] : words,
  }
}

/** This is the number of pairs of characters of which a word without spaces may have all. More are several words. */
const PAIRS_OF_WORD = 3

/** Gives the forms of a word that records have. Those of one word of an unspaced script are one, with spaces. */
function spacedForm(word: string, { language }: Reading): string[] {
  const form = queryForm(word, language)
  // The end of a DOI, such as `j.cell.2020.01.001`, is in the index in its parts only.
  if (/\p{Letter}/u.test(form) && form.split('.').length > 2) return form.split('.').filter(Boolean)
  const forms = form.split(' ').filter(Boolean)
  return forms.length <= PAIRS_OF_WORD ? [forms.join(' ')] : forms
}

/**
 * Keeps the words that say most, in the order in which they were typed: the rarest, and of those of which it is not
 * known how rare they are, the longest.
 */
function mostTelling(words: readonly string[], { commonWords, parts = 1 }: Reading): string[] {
  const rank = (word: string): number => commonWords?.get(word) ?? Infinity
  const all = [...new Set(words)]
  const byRarity = all.toSorted((a, b) => rank(b) - rank(a) || b.length - a.length)
  const kept = new Set(byRarity.slice(0, Math.max(MIN_WORDS, MAX_WORDS + 1 - parts)))
  return all.filter((word) => kept.has(word))
}

/** Returns the words of a query that are searched for, in lower case and as they were typed. */
export function askedWords(typed: string, reading: Reading): string[] {
  const asked = new Set(readQuery(typed, reading).words)
  return significantWords(typed, reading).filter((word) => spacedForm(word, reading).some((form) => asked.has(form)))
}

/**
 * Tells whether a text in quotes can be searched for as a phrase: it has more than one word. Unspaced scripts are
 * indexed by pairs, and the engine does not know the order of pairs.
 */
const isPhrase = (quoted: string): boolean => /\S\s+\S/.test(quoted)

/** Returns the words of a query that say what is meant, in lower case, each once; or all words where none does. */
export function significantWords(text: string, { functionWords }: Reading): string[] {
  const words = [...new Set(withoutElisions(text.toLowerCase()).split(BETWEEN))]
    .map((word) => word.replace(AROUND, ''))
    .filter((word) => word !== '')
  const significant = words.filter((word) => !isFunctionWord(word, functionWords))
  return significant.length > 0 ? significant : words
}

/** Tells whether a word is a function word, whichever apostrophe it has. */
const isFunctionWord = (word: string, functionWords: ReadonlySet<string>): boolean =>
  functionWords.has(word.replaceAll("'", '’'))
