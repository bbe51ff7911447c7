/**
 * This file makes one search, from what was typed to the hits that are shown first. It corrects words that occur
 * nowhere.
 */
import type { Engine, Found, Ranked } from './engine.ts'
import { hitOf, type Hit } from './hit.ts'
import { correctedQuery, findNowhere } from './correct.ts'
import { isExactName } from './group.ts'
import { unmatchedWords } from './unmatched-words.ts'
import type { Fragment } from './pagefind.ts'
import { askedWords, significantWords } from './query.ts'
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
  const words = significantWords(state.q, engine.reading)
  const unseen = state.q.includes('"') ? [] : unmatchedWords(askedWords(state.q, engine.reading), fragments)
  const { unmatched, alike } = await findNowhere(engine, unseen)
  const hits = namedFirst(
    fragments.map((fragment) => hitOf(fragment, state.q, words)),
    state.q,
  )
  const answer = { ...found, hits, unmatched }
  return unmatched.length === 0 ? answer : findCorrected(engine, state, answer, alike)
}

/** Searches again with the words nearest to those that occur nowhere, or without these words where none is near. */
async function findCorrected(
  engine: Engine,
  state: SearchState,
  answer: Answer,
  alike: readonly string[],
): Promise<Answer> {
  const corrected = await correctedQuery(engine, state.q, answer.unmatched, alike)
  if (corrected === '') return { ...answer, results: [], complete: 0, hits: [] }
  const found = await engine.search({ ...state, q: corrected })
  const hits = await loadHits(engine, found.results.slice(0, BATCH_SIZE), corrected)
  return { ...found, hits: namedFirst(hits, corrected), unmatched: answer.unmatched, corrected }
}

/** Puts a hit that is named just as the query before all others. */
function namedFirst(hits: readonly Hit[], q: string): Hit[] {
  const named = hits.filter((hit) => isExactName(hit, q))
  return [...named, ...hits.filter((hit) => !named.includes(hit))]
}

/**
 * Loads the records of results as hits.
 *
 * @param q The query whose words the excerpts show.
 */
export async function loadHits(engine: Engine, results: readonly Ranked[], q: string): Promise<Hit[]> {
  const words = significantWords(q, engine.reading)
  return (await loadFragments(results)).map((fragment) => hitOf(fragment, q, words))
}

/** Loads the records of results. */
const loadFragments = (results: readonly Ranked[]): Promise<Fragment[]> =>
  Promise.all(results.map((result) => result.load()))
