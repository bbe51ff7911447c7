/** What is left of a balance without some works, and the smallest sets of works that turn it, by brute force as well. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { balanceWithout } from '../../../src/corpus/what-if/balance-without.ts'
import { leaningOf, type RestingNote } from '../../../src/corpus/what-if/resting.ts'
import { sharedGrounds } from '../../../src/corpus/what-if/shared-ground.ts'
import { turningOf, type Turning } from '../../../src/corpus/what-if/turning.ts'
import { STANCES } from '../../../src/corpus/vocabulary.ts'
import { runs, seed } from '../../support/runs.ts'

const WORKS = ['a', 'b', 'c', 'd', 'e', 'f']
const note: fc.Arbitrary<RestingNote> = fc.record({
  role: fc.constantFrom('supports', 'disputes', ...STANCES),
  works: fc.uniqueArray(fc.constantFrom(...WORKS), { maxLength: 3 }),
})
const notes = fc.array(note, { maxLength: 12 })
const someWorks = fc.uniqueArray(fc.constantFrom(...WORKS))

/** All sets of some works, those with fewer first. */
const setsOf = (works: readonly string[]): string[][] =>
  Array.from({ length: 2 ** works.length }, (_, bits) => works.filter((_, at) => (bits >> at) & 1)).sort(
    (a, b) => a.length - b.length,
  )

/** The smallest sets that turn a balance, tried one by one. */
function byTrying(all: readonly RestingNote[]): string[][] {
  const side = leaningOf(balanceWithout(all))
  const turning = setsOf(WORKS).filter((set) => {
    const left = balanceWithout(all, new Set(set))
    const { supports = 0, disputes = 0 } = left
    return side === 'supports' ? supports <= disputes : disputes <= supports
  })
  return turning.filter(({ length }) => length === turning[0]!.length)
}

/** All sets of a size that works have. */
const chosenFrom = (works: readonly string[], size: number): string[][] =>
  setsOf(works).filter(({ length }) => length === size)
const setsIn = (turning: Turning): readonly (readonly string[])[] =>
  turning.type === 'any' ? chosenFrom(turning.works, turning.size) : turning.type === 'sets' ? turning.sets : []
const named = (sets: readonly (readonly string[])[]): string[] => sets.map((set) => [...set].sort().join()).sort()

describe('whatever notes rest on,', () => {
  test('the loss of a work adds to no role', () => {
    fc.assert(
      fc.property(notes, someWorks, fc.constantFrom(...WORKS), (all, fallen, work) => {
        const before = balanceWithout(all, new Set(fallen))
        const after = balanceWithout(all, new Set([...fallen, work]))
        for (const role of STANCES) assert.ok((after[role] ?? 0) <= (before[role] ?? 0))
      }),
      { numRuns: runs(300), seed },
    )
  })

  test('the sets that turn the balance are all of the smallest there are', () => {
    fc.assert(
      fc.property(notes, (all) => {
        const turning = turningOf(all)
        if (turning.type === 'even') assert.equal(leaningOf(balanceWithout(all)), undefined)
        else if (turning.type === 'sets' && turning.hasMore) {
          const smallest = new Set(named(byTrying(all)))
          assert.ok(named(turning.sets).every((set) => smallest.has(set)))
        } else assert.deepEqual(named(setsIn(turning)), named(byTrying(all)))
      }),
      { numRuns: runs(500), seed },
    )
  })

  test('the order of the notes changes nothing', () => {
    fc.assert(
      fc.property(notes, (all) => assert.deepEqual(turningOf(all.toReversed()), turningOf(all))),
      { numRuns: runs(200), seed },
    )
  })
})

const of = (role: 'supports' | 'disputes', ...works: string[]): RestingNote => ({ role, works })

test('a lead of two falls with any two of its works', () => {
  const all = [of('supports', 'a'), of('supports', 'b'), of('supports', 'c'), of('disputes', 'd')]
  assert.deepEqual(turningOf(all), { type: 'any', side: 'supports', size: 2, works: ['a', 'b', 'c'] })
})

test('a work of several notes counts for all of them, and one on both sides for what it leaves', () => {
  const all = [of('supports', 'a'), of('supports', 'a'), of('supports', 'b'), of('disputes', 'b'), of('disputes', 'c')]
  assert.deepEqual(turningOf(all), { type: 'any', side: 'supports', size: 1, works: ['a'] })
})

test('notes without a source stay', () => {
  assert.deepEqual(turningOf([of('supports'), of('supports', 'a')]), { type: 'never', side: 'supports' })
})

test('a great many works are answered at once', () => {
  const many = Array.from({ length: 400 }, (_, at) => of('supports', `w${at}`))
  const begin = performance.now()
  const turning = turningOf([...many, ...Array.from({ length: 200 }, (_, at) => of('disputes', `d${at}`))])
  assert.equal(turning.type, 'sets')
  assert.ok(performance.now() - begin < 5_000)
})

test('what works share is named once, with what is left without them', () => {
  const all = [
    of('supports', 'a'),
    of('supports', 'b'),
    of('disputes', 'c'),
    { role: 'qualifies' as const, works: ['d'] },
  ]
  const works = [
    { id: 'a', authors: ['Ann Lee', 'Bo Ray'], year: ['2024'] },
    { id: 'b', authors: ['Ann Lee', 'Bo Ray', 'Cy Dee'], year: ['2025'] },
    { id: 'c', authors: ['Cy Dee'], year: ['2024'] },
    { id: 'd', authors: ['Cy Dee'], year: ['2024'] },
  ]
  assert.deepEqual(sharedGrounds(all, works), [
    {
      ground: 'authors',
      names: ['Ann Lee', 'Bo Ray'],
      works: ['a', 'b'],
      left: { disputes: 1, qualifies: 1 },
      turns: true,
    },
    { ground: 'authors', names: ['Cy Dee'], works: ['b', 'c'], left: { supports: 1, qualifies: 1 }, turns: false },
    { ground: 'year', names: ['2024'], works: ['a', 'c'], left: { supports: 1, qualifies: 1 }, turns: false },
  ])
})
