/** This file ranks the records that have all the words of a query, and those that have some. */
import type { Filters, Pagefind, RawResult } from './pagefind.ts'
import type { Query } from './query.ts'

/** Returns the records that have all the words and phrases, ranked by the words. */
export async function findAll(pagefind: Pagefind, { term, phrases }: Query, filters: Filters): Promise<RawResult[]> {
  const { results } = await pagefind.search(term, { filters })
  const found = results.filter(({ score }) => term === null || score > 0)
  const matching = await Promise.all(phrases.map((phrase) => pagefind.search(phrase, { filters })))
  const ids = matching.map((phrase) => new Set(phrase.results.map(({ id }) => id)))
  return found.filter(({ id }) => ids.every((of) => of.has(id)))
}

/**
 * Returns the records that have at least a third of the words. Those with the most and the rarest words come first.
 */
export async function findSome(pagefind: Pagefind, words: readonly string[], filters: Filters): Promise<RawResult[]> {
  if (words.length < 2) return []
  const found = await Promise.all(words.map((word) => pagefind.search(word, { filters })))
  const byId = Map.groupBy(
    found.flatMap(({ results }) => results),
    ({ id }) => id,
  )
  const minWords = Math.max(1, Math.ceil(words.length / 3))
  return [...byId.values()]
    .filter((results) => results.length >= minWords)
    .map((results) => {
      const best = results.reduce((a, b) => (b.score > a.score ? b : a))
      const score = (sum(results.map((result) => levelled(result.score))) * results.length) / words.length
      // Pagefind 1.6 lets go of the record of a result once that very object is collected, so a copy must hold it.
      return { id: best.id, score, data: () => best.data() }
    })
    .sort((a, b) => b.score - a.score)
}

/**
 * Levels the score of one word, so that one word in a title does not outweigh several in the text. The number was
 * measured on vaults besides those of `npm run bench:search`; anything from 1 to 10 serves as well.
 */
const levelled = (score: number): number => score / (score + 3)

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
