/** One search from what was typed to what is first shown, slips of the pen included. */
import type { Engine, Found, Ranked } from './engine.ts'
import { hitOf, type Hit } from './hit.ts'
import { unmatchedWords } from './unmatched-words.ts'
import type { Fragment } from './pagefind.ts'
import { significantWords } from './query.ts'
import type { SearchState } from './state.ts'

/** Results that are loaded at a time. Each is a file. */
export const BATCH_SIZE = 8

export interface Answer extends Found {
  /** The first of the results. */
  readonly hits: readonly Hit[]
  /** Words that nothing has. */
  readonly unmatched: readonly string[]
  /** What was looked for in place of what was typed, because that has words that nothing has. */
  readonly corrected?: string
}

export async function find(engine: Engine, state: SearchState): Promise<Answer> {
  const found = await engine.search(state)
  const fragments = await loadFragments(found.results.slice(0, BATCH_SIZE))
  const unmatched = state.q.includes('"') ? [] : unmatchedWords(significantWords(state.q), fragments)
  const answer = { ...found, hits: fragments.map((fragment) => hitOf(fragment, state.q)), unmatched }
  return unmatched.length === 0 ? answer : findCorrected(engine, state, answer)
}

/** With the words that are nearest to those that nothing has, or without them. */
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

export const loadHits = async (results: readonly Ranked[], q: string): Promise<Hit[]> =>
  (await loadFragments(results)).map((fragment) => hitOf(fragment, q))

const loadFragments = (results: readonly Ranked[]): Promise<Fragment[]> =>
  Promise.all(results.map((result) => result.load()))
