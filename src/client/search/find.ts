/** One search from what was typed to what is first shown, slips of the pen included. */
import type { Engine, Found, Ranked } from './engine.ts'
import { hitOf, type Hit } from './hit.ts'
import { unmatchedWords } from './unmatched-words.ts'
import type { Fragment } from './pagefind.ts'
import { wordsOf } from './query.ts'
import type { State } from './state.ts'

/** Results that are loaded at a time. Each is a file. */
export const BATCH = 8

export interface Answer extends Found {
  /** The first of the results. */
  readonly hits: readonly Hit[]
  /** Words that nothing has. */
  readonly missing: readonly string[]
  /** What was looked for in place of what was typed, because that has words that nothing has. */
  readonly instead?: string
}

export async function find(engine: Engine, state: State): Promise<Answer> {
  const found = await engine.search(state)
  const fragments = await load(found.results.slice(0, BATCH))
  const missing = state.q.includes('"') ? [] : unmatchedWords(wordsOf(state.q), fragments)
  const answer = { ...found, hits: fragments.map((fragment) => hitOf(fragment, state.q)), missing }
  return missing.length === 0 ? answer : findInstead(engine, state, answer)
}

/** With the words that are nearest to those that nothing has, or without them. */
async function findInstead(engine: Engine, state: State, answer: Answer): Promise<Answer> {
  const [vocabulary, { nearest }] = await Promise.all([engine.vocabulary(), import('./spelling.ts')])
  const words = state.q.toLowerCase().split(/\s+/)
  const instead = words
    .flatMap((word) => (answer.missing.some((each) => word.includes(each)) ? (nearest(word, vocabulary) ?? []) : word))
    .join(' ')
  if (wordsOf(instead).length === 0) return { ...answer, results: [], hits: [] }
  const found = await engine.search({ ...state, q: instead })
  return { ...found, hits: await hitsOf(found.results.slice(0, BATCH), instead), missing: answer.missing, instead }
}

export const hitsOf = async (results: readonly Ranked[], q: string): Promise<Hit[]> =>
  (await load(results)).map((fragment) => hitOf(fragment, q))

const load = (results: readonly Ranked[]): Promise<Fragment[]> => Promise.all(results.map((result) => result.load()))
