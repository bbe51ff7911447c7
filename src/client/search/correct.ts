/** This file says of words that they occur nowhere, and finds those that were meant. */
import type { Engine } from './engine.ts'
import { unmatchedWords, wordsIn } from './unmatched-words.ts'

/**
 * Asks for each of some words by itself, because a word that the first results lack may be in others.
 *
 * @returns The words that occur nowhere, and the words of the records that the engine found in their place.
 */
export async function findNowhere(engine: Pick<Engine, 'hasWord' | 'recordsOf'>, words: readonly string[]) {
  const found = await Promise.all(words.map(async (word) => (await engine.hasWord(word)) || engine.recordsOf(word)))
  const unmatched = words.filter((word, index) => {
    const records = found[index]!
    return records !== true && unmatchedWords([word], records).length > 0
  })
  return { unmatched, alike: wordsIn(found.flatMap((records) => (records === true ? [] : records))) }
}

/**
 * Returns a query with the nearest words in place of those that occur nowhere, and without those that nothing is near to.
 *
 * @param q The query as it was typed.
 * @param alike Words that the engine found in their place.
 */
export async function correctedQuery(
  engine: Pick<Engine, 'recordsOf' | 'vocabulary'>,
  q: string,
  unmatched: readonly string[],
  alike: readonly string[],
): Promise<string> {
  const [vocabulary, { nearest }] = await Promise.all([engine.vocabulary(), import('./spelling.ts')])
  const words = await Promise.all(
    q
      .toLowerCase()
      .split(/\s+/)
      .map(async (word) =>
        unmatched.some((each) => word.includes(each))
          ? (nearest(word, [...vocabulary, ...alike]) ?? nearest(word, await wordsThatBegin(engine, word)))
          : word,
      ),
  )
  return words.filter((word) => word !== undefined).join(' ')
}

/** This is the least number of letters of a beginning. */
const MIN_BEGINNING = 4

/**
 * Returns the words of records that have a word which begins as this one does. Most slips are in the second half of a
 * word, and the vocabulary does not have every word of a text.
 */
async function wordsThatBegin(engine: Pick<Engine, 'recordsOf'>, word: string): Promise<string[]> {
  const length = Math.max(MIN_BEGINNING, Math.ceil(word.length / 2))
  return word.length > length ? wordsIn(await engine.recordsOf(word.slice(0, length))) : []
}
