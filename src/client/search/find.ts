/**
 * This file makes one search, from what was typed to the hits that are shown first. It corrects words that occur
 * nowhere.
 */
import type { Engine, Found, Ranked } from './engine.ts'
import { hitOf, type Hit } from './hit.ts'
import { unmatchedWords } from './unmatched-words.ts'
import type { Fragment } from './pagefind.ts'
import { significantWords } from './query.ts'
import type { SearchState } from './state.ts'

/** This is the number of results that are loaded at a time. Each is a file. */
export const BATCH_SIZE = 8

/** These are the results of a search, with what is shown of them first. */
export interface Answer extends Found {
  /** These are the hits of the first results, as many as a batch. */
  readonly hits: readonly Hit[]
  /** These are the words of the query that occur in none of the first results. */
  readonly unmatched: readonly string[]
  /** This is the query that was searched for in place of what was typed, if words of that occur nowhere. */
  readonly corrected?: string
}

/**
 * Searches for what a state asks for. If words of the query occur nowhere, it searches again with the words nearest
 * to them.
 *
 * @throws Whatever the engine throws when a file of the index cannot be fetched.
 */
export async function find(engine: Engine, state: SearchState): Promise<Answer> {
  const found = await engine.search(state)
  const fragments = await loadFragments(found.results.slice(0, BATCH_SIZE))
  const unmatched = state.q.includes('"') ? [] : unmatchedWords(significantWords(state.q), fragments)
  const answer = { ...found, hits: fragments.map((fragment) => hitOf(fragment, state.q)), unmatched }
  return unmatched.length === 0 ? answer : findCorrected(engine, state, answer)
}

/** Searches again with the words nearest to those that occur nowhere, or without these words where none is near. */
async function findCorrected(engine: Engine, state: SearchState, answer: Answer): Promise<Answer> {
  const [vocabulary, { nearest }] = await Promise.all([engine.vocabulary(), import('./spelling.ts')])
  const words = state.q.toLowerCase().split(/\s+/)
  const corrected = words
    .flatMap((word) =>
      answer.unmatched.some((each) => word.includes(each)) ? (nearest(word, vocabulary) ?? []) : word,
    )
    .join(' ')
  if (significantWords(corrected).length === 0) return { ...answer, results: [], hits: [] }
  const found = await engine.search({ ...state, q: corrected })
  return {
    ...found,
    hits: await loadHits(found.results.slice(0, BATCH_SIZE), corrected),
    unmatched: answer.unmatched,
    corrected,
  }
}

/**
 * Loads the records of results as hits.
 *
 * @param q The query whose words the excerpts show.
 */
export const loadHits = async (results: readonly Ranked[], q: string): Promise<Hit[]> =>
  (await loadFragments(results)).map((fragment) => hitOf(fragment, q))

/** Loads the records of results. */
const loadFragments = (results: readonly Ranked[]): Promise<Fragment[]> =>
  Promise.all(results.map((result) => result.load()))
