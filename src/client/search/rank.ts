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
 * Returns the records that have at least a third of the words, or the most that any has. Those with the most and the rarest words come first, and
 * what has all of them is among them by the same measure: a long text has all words of a question by chance, where a
 * short one that answers it lacks one.
 */
export async function findSome(pagefind: Pagefind, words: readonly string[], filters: Filters): Promise<RawResult[]> {
  if (words.length < 2) return []
  const found = await Promise.all(words.map(async (word) => (await pagefind.search(word, { filters })).results))
  const all = Math.max((await pagefind.search(null, { filters })).results.length, ...found.map(({ length }) => length))
  const rarities = found.map(({ length }) => rarity(length, all))
  const byId = Map.groupBy(
    found.flatMap((results, word) => results.map((result) => ({ result, rarity: rarities[word]! }))),
    ({ result }) => result.id,
  )
  const most = Math.max(0, ...[...byId.values()].map(({ length }) => length))
  const minWords = Math.min(most, Math.ceil(words.length / 3))
  return [...byId.values()]
    .filter((matches) => matches.length >= minWords)
    .map((matches) => {
      const best = matches.reduce((a, b) => (b.result.score > a.result.score ? b : a)).result
      const share = sum(matches.map((match) => match.rarity)) / sum(rarities)
      const score = sum(matches.map(({ result, rarity }) => levelled(result.score, rarity))) * share
      // Pagefind 1.6 lets go of the record of a result once that very object is collected, so a copy must hold it.
      return { id: best.id, score, data: () => best.data() }
    })
    .sort((a, b) => b.score - a.score)
}

/** Tells how much a word says: the less the more records have it (the inverse document frequency of BM25). */
const rarity = (having: number, all: number): number => Math.log(1 + (all - having + 0.5) / (having + 0.5))

/**
 * Levels the score of one word, so that one word in a title does not outweigh several in the text. The number was
 * chosen on half of the queries of `npm run bench:search` and holds on the other half; anything from 4 to 10 serves as
 * well.
 */
const levelled = (score: number, rarity: number): number => (rarity * score) / (score + 6 * rarity)

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
