/** Which records a query finds, and in which order, with an engine that only looks up words. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findAll, findSome } from '../../../src/client/search/rank.ts'
import type { Pagefind, RawResult } from '../../../src/client/search/pagefind.ts'

/** A result whose record can be had from that very object only, as Pagefind hands them out. */
class Result implements RawResult {
  readonly id: string
  readonly score: number
  readonly #record: string

  constructor(id: string, score: number) {
    this.id = id
    this.score = score
    this.#record = id
  }

  data() {
    return Promise.resolve({ url: this.#record } as Awaited<ReturnType<RawResult['data']>>)
  }
}

const engineOf = (scores: Readonly<Record<string, Readonly<Record<string, number>>>>): Pagefind =>
  ({
    search: (term: string) =>
      Promise.resolve({
        results: Object.entries(scores[term] ?? {}).map(([id, score]) => new Result(id, score)),
        filters: {},
      }),
  }) as unknown as Pagefind

const idsOf = (results: readonly RawResult[]): string => results.map(({ id }) => id).join(' ')

test('a phrase is filtered by, and what has it is ranked by its words', async () => {
  const engine = engineOf({ 'power law': { best: 9, other: 5, last: 1 }, '"power law"': { last: 1, best: 1 } })
  const query = { term: 'power law', phrases: ['"power law"'], words: [] }
  assert.equal(idsOf(await findAll(engine, query, {})), 'best last')
})

test('several words in a text come before one in a title', async () => {
  const engine = engineOf({ rare: { text: 2 }, event: { text: 2, title: 30 }, tail: { text: 2 } })
  assert.equal(idsOf(await findSome(engine, ['rare', 'event', 'tail'], {})), 'text title')
})

test('a rare word says more than a common one', async () => {
  const common = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`c${index}`, 4]))
  const engine = engineOf({ rare: { r: 4 }, common })
  assert.equal(idsOf(await findSome(engine, ['rare', 'common'], {})).split(' ')[0], 'r')
})

test('what has most words in its title comes before a long text that has all of them', async () => {
  const all = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`${index}`, 1]))
  const engine = engineOf({
    // No query finds all records.
    null: all,
    lesser: { long: 2, title: 40, a: 1 },
    known: { long: 2, b: 1 },
    scientists: { long: 2, title: 30, c: 1 },
  })
  assert.equal(idsOf(await findSome(engine, ['lesser', 'known', 'scientists'], {})).split(' ')[0], 'title')
})

test('where no record has a third of the words, those with most of them are found', async () => {
  const engine = engineOf(Object.fromEntries(['a', 'b', 'c', 'd'].map((word) => [word, { [`r${word}`]: 1 }])))
  assert.equal(idsOf(await findSome(engine, ['a', 'b', 'c', 'd'], {})), 'ra rb rc rd')
})

test('the record of each can be had', async () => {
  const engine = engineOf({ a: { x: 1 }, b: { x: 2 } })
  const [found] = await findSome(engine, ['a', 'b'], {})
  assert.equal((await found!.data()).url, 'x')
})
