/** The shards of the search index: which entry is in which, and what that depends on. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { inShards, shardCount } from '../../../src/corpus/search/shards.ts'
import { runs } from '../../support/runs.ts'

describe('there is a shard for every 3,000 entries,', () => {
  const counts: readonly (readonly [entries: number, parts: number])[] = [
    [0, 1],
    [1, 1],
    [3000, 1],
    [3001, 2],
    [6000, 2],
    [6001, 3],
    [21_000, 7],
    [21_001, 8],
    [24_001, 8],
    [1_000_000, 8],
  ]
  for (const [entries, parts] of counts)
    test(`${parts} for ${entries}`, () => {
      assert.equal(shardCount(entries), parts)
      assert.equal(
        inShards(Array.from({ length: Math.min(entries, 40_000) }, (_, index) => at(`/${index}/`))).length,
        parts,
      )
    })
})

const at = (url: string): { readonly url: string } => ({ url })

const FEWEST_OF_TWO = 3001
const words = fc.uniqueArray(fc.string({ unit: 'grapheme', maxLength: 5 }), { maxLength: 40 })
/** Addresses enough for several shards, most of them dull. */
const addresses = fc
  .tuple(words, fc.integer({ min: FEWEST_OF_TWO, max: 9000 }))
  .map(([some, count]) => [
    ...some.map((word) => `/notes/${word}/`),
    ...Array.from({ length: count - some.length }, (_, index) => `/dull/${index}/`),
  ])

test('everything is in exactly one shard, and each shard is in the order of its addresses', () => {
  fc.assert(
    fc.property(addresses, (urls) => {
      const parts = inShards(urls.map(at))
      assert.deepEqual(
        parts
          .flat()
          .map(({ url }) => url)
          .sort(),
        urls.toSorted(),
      )
      for (const part of parts) {
        const own = part.map(({ url }) => url)
        // Segment by segment, as the folders of a site are read.
        assert.deepEqual(
          own,
          own.toSorted((a, b) => (segments(a) < segments(b) ? -1 : 1)),
        )
      }
    }),
    { numRuns: runs(20), seed: 20261123 },
  )
})

const segments = (url: string): string => url.replaceAll('/', '\0')

test('the order in which things are given makes no difference', () => {
  const urls = Array.from({ length: 9000 }, (_, index) => `/notes/${index * 7}/`)
  assert.deepEqual(inShards(urls.map(at)), inShards(urls.toReversed().map(at)))
})

test('where one is does not depend on the others, as long as there are as many shards', () => {
  fc.assert(
    fc.property(addresses, fc.infiniteStream(fc.boolean()), (urls, choice) => {
      const parts = inShards(urls.map(at))
      const some = urls.filter(() => choice.next().value as boolean)
      const others = Array.from({ length: urls.length - some.length }, (_, index) => `/others/${index}/`)
      const again = inShards([...some, ...others].map(at))
      assert.equal(again.length, parts.length)
      assert.deepEqual(pointsOf(again, some), pointsOf(parts, some))
    }),
    { numRuns: runs(20), seed: 20261123 },
  )
})

function pointsOf(parts: readonly (readonly { readonly url: string }[])[], urls: readonly string[]): number[] {
  const points = new Map(parts.flatMap((part, index) => part.map(({ url }) => [url, index] as const)))
  return urls.map((url) => points.get(url)!)
}

test('the shards are of much the same size', () => {
  const parts = inShards(Array.from({ length: 12_000 }, (_, index) => at(`/notes/some-note-${index}/`)))
  for (const part of parts) assert.ok(Math.abs(part.length - 3000) < 300, String(part.length))
})
