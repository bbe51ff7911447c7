/** This file turns what was typed into what the engine is asked. It is pure. */
import { inPairs } from '../../corpus/search/forms.ts'

/** This is what the engine is asked. */
export interface Query {
  /**
   * This is the term that the engine is asked first, or null for all records. If the whole query is one phrase, the
   * term is in quotes.
   */
  readonly term: string | null
  /** These are the phrases among other words, in quotes. Results must have them as well. */
  readonly phrases: readonly string[]
  /** These are the words that may be searched for one by one, when no record has all of them. */
  readonly words: readonly string[]
}

/**
 * These are English words that say nothing of what is meant. Other languages have their own, which are searched for;
 * that does little harm.
 */
const STOP_WORDS = new Set(
  (
    'about also been does from have into more most much only over some such than that their them then there these they ' +
    'this those very were what when where which while whose will with would your and are but can did for has how its ' +
    'not the was why who you'
  ).split(' '),
)
/** This is the least length in characters of a word that is searched for by itself. */
const MIN_LENGTH = 3
/** This is the greatest number of words that are searched for one by one. */
const MAX_WORDS = 8

/**
 * Reads a query as it was typed.
 *
 * @param language The language of the site, by which words of unspaced scripts are written as pairs of letters.
 * @example readQuery('reward "power law"', 'en') // { term: 'reward power law', phrases: ['"power law"'], words: [] }
 */
export function readQuery(typed: string, language: string): Query {
  const text = typed.replace(/[“”„«»]/g, '"').trim()
  if (text === '') return { term: null, phrases: [], words: [] }
  const quoted = [...text.matchAll(/"([^"]+)"/g)].map(([phrase]) => phrase).filter(isPhrase)
  const plain = inPairs(text.replaceAll('"', ' '), language).replace(/\s+/g, ' ').trim()
  const [first] = quoted
  // Unspaced scripts are indexed by pairs, and the engine does not know the order of pairs, so only other scripts are
  // searched for as a phrase.
  if (first === text && plain === text.slice(1, -1).trim()) return { term: text, phrases: [], words: [] }
  return { term: plain, phrases: quoted, words: quoted.length > 0 ? [] : significantWords(plain) }
}

/** Tells whether a text in quotes has more than one word. */
const isPhrase = (quoted: string): boolean => /\S\s+\S/.test(quoted.slice(1, -1))

/** Returns the words of a text that say what is meant, in lower case, each once. */
export function significantWords(text: string): string[] {
  const words = [...new Set(text.toLowerCase().split(/[\s,.;:!?()[\]/]+/))]
  return words.filter((word) => word.length >= MIN_LENGTH && !STOP_WORDS.has(word)).slice(0, MAX_WORDS)
}
