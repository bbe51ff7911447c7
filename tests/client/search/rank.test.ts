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

test('the record of each can be had', async () => {
  const engine = engineOf({ a: { x: 1 }, b: { x: 2 } })
  const [found] = await findSome(engine, ['a', 'b'], {})
  assert.equal((await found!.data()).url, 'x')
})
