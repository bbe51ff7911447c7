/** What was typed → what the engine is asked. Pure. */
import { inPairs } from '../../corpus/search/forms.ts'

export interface Query {
  /** What the engine is asked first, or null for everything. A query that is one phrase is in quotes. */
  readonly term: string | null
  /** Phrases among other words, in quotes: what is found must have them as well. */
  readonly phrases: readonly string[]
  /** Words that may be looked for one by one when all of them together are nowhere. */
  readonly words: readonly string[]
}

/** Words that say nothing of what is meant. Other languages have theirs, and lose little by their being looked for. */
const STOP_WORDS = new Set(
  (
    'about also been does from have into more most much only over some such than that their them then there these they ' +
    'this those very were what when where which while whose will with would your and are but can did for has how its ' +
    'not the was why who you'
  ).split(' '),
)
const MIN_LENGTH = 3
const MAX_WORDS = 8

export function readQuery(typed: string, language: string): Query {
  const text = typed.replace(/[“”„«»]/g, '"').trim()
  if (text === '') return { term: null, phrases: [], words: [] }
  const quoted = [...text.matchAll(/"([^"]+)"/g)].map(([phrase]) => phrase).filter(isPhrase)
  const plain = inPairs(text.replaceAll('"', ' '), language).replace(/\s+/g, ' ').trim()
  const [first] = quoted
  // Unspaced scripts are indexed by pairs, whose order the engine does not know.
  if (first === text && plain === text.slice(1, -1).trim()) return { term: text, phrases: [], words: [] }
  return { term: plain, phrases: quoted, words: quoted.length > 0 ? [] : significantWords(plain) }
}

/** More than one word. */
const isPhrase = (quoted: string): boolean => /\S\s+\S/.test(quoted.slice(1, -1))

/** The words of a text that say what is meant, in lower case, each once. */
export function significantWords(text: string): string[] {
  const words = [...new Set(text.toLowerCase().split(/[\s,.;:!?()[\]/]+/))]
  return words.filter((word) => word.length >= MIN_LENGTH && !STOP_WORDS.has(word)).slice(0, MAX_WORDS)
}
