import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { localMapPage } from '../../../src/corpus/exports/local-map.ts'
import { arrange, ROW } from '../../../src/corpus/maps/arrange.ts'
import { hasMap, localMapOf } from '../../../src/corpus/maps/local-map.ts'
import { neighbourhoodOf } from '../../../src/corpus/maps/neighbourhood.ts'
import { tiesFrom, type TiedPair } from '../../../src/corpus/maps/ties.ts'
import { corpusOf, type Files } from '../../support/corpus.ts'
import { anyGarden, filesOf } from '../../support/random-corpora.ts'
import { runs, seed } from '../../support/runs.ts'

const FILES: Files = {
  'references.bib': '@book{lee2020, title = {The "Tides" & <Moons>}, author = {Lee, Ann}, year = 2020}',
  'inquiries/tides.md': '---\ntitle: Why are there tides?\nnext: [{ inquiry: moon }]\n---\n',
  'inquiries/moon.md': '---\ntitle: What is the moon?\n---\n',
  'inquiries/sea.md': '---\ntitle: What is the sea?\nnext: [{ inquiry: tides }]\n---\n',
  'notes/pull.md':
    '---\ntitle: It pulls\nsource: lee2020\ninquiries: [{ inquiry: tides, role: supports }, { inquiry: moon, role: disputes }]\n---\n',
  'notes/secret.md': '---\ntitle: Unheard-of\ndraft: true\ninquiries: [{ inquiry: tides, role: disputes }]\n---\n',
}

const pageOf = (files: Files, path: string): string => {
  const { corpus } = corpusOf(files)
  return localMapPage(localMapOf(corpus, path)!, corpus.settings)
}

describe('the map around an entry', () => {
  test('it has what is at one and at two steps, in columns', () => {
    const { columns, paths } = arrange(localMapOf(corpusOf(FILES).corpus, 'inquiries/tides.md')!.neighbourhood)
    assert.deepEqual(
      columns.map(({ of, nodes }) => [of, nodes.map(({ id, step }) => `${id} ${step}`)]),
      [
        ['work', ['@lee2020 2']],
        ['note', ['notes/pull.md 1']],
        ['inquiry', ['inquiries/sea.md 1', 'inquiries/tides.md 0', 'inquiries/moon.md 1']],
      ],
    )
    assert.deepEqual(
      paths.map(({ type }) => type),
      ['next', 'supports', 'disputes', 'drawsOn'],
    )
  })

  test('every node is a link, and marks and lines are said in words', () => {
    const page = pageOf(FILES, 'inquiries/tides.md')
    assert.match(page, /<li data-role="supports"><a href="\/notes\/pull\/"><i class="shape"><\/i>It pulls<\/a>/)
    assert.match(page, /<span class="map-hidden">supports<\/span>/)
    assert.match(page, /<small>leads here<\/small> What is the sea\?/)
    assert.match(page, /<small>next<\/small> What is the moon\?/)
    assert.match(page, /&lt;Moons&gt;<\/a> <span class="map-hidden">through It pulls<\/span>/)
  })

  test('no draft is on it, nor counted', () => {
    const page = pageOf(FILES, 'inquiries/tides.md')
    assert.doesNotMatch(page, /Unheard|secret|Not shown/)
  })

  test('where there are only notes, the columns are the steps', () => {
    const files = {
      'notes/a.md': '[[b]] and [[c]]',
      'notes/b.md': '[[d]]',
      'notes/c.md': '',
      'notes/d.md': '',
    }
    const { columns } = arrange(localMapOf(corpusOf(files).corpus, 'notes/a.md')!.neighbourhood)
    assert.deepEqual(
      columns.map(({ of, nodes }) => [of, nodes.length]),
      [
        [0, 1],
        [1, 2],
        [2, 1],
      ],
    )
  })

  test('an entry with next to nothing around it has none', () => {
    const { corpus } = corpusOf({ 'notes/a.md': '[[b]]', 'notes/b.md': '' })
    assert.equal(localMapOf(corpus, 'notes/a.md'), undefined)
  })

  test('a corpus of notes at random: whether there is a map is known without making it', () => {
    fc.assert(
      fc.property(anyGarden(), (garden) => {
        const { corpus, entries } = corpusOf(filesOf(garden))
        for (const path of corpus.entries.keys()) {
          const map = localMapOf(corpus, path)
          assert.equal(hasMap(corpus, path), map !== undefined, path)
          assert.equal('map' in entries.get(path)!, map !== undefined, path)
        }
      }),
      { numRuns: runs(30), seed },
    )
  })
})

/** Ties at random between notes, inquiries and works. */
const anyPairs = (): fc.Arbitrary<TiedPair[]> => {
  const id = fc.oneof(
    fc.nat(60).map((number) => `notes/${number}`),
    fc.nat(20).map((number) => `inquiries/${number}`),
    fc.nat(30).map((number) => `@${number}`),
  )
  const type = fc.constantFrom('supports' as const, 'disputes' as const, 'next' as const, 'links' as const)
  return fc.uniqueArray(fc.tuple(id, id, type), {
    minLength: 20,
    maxLength: 400,
    selector: ([a, b]) => [a, b].sort().join(' '),
  })
}
const kindOf = (id: string) => (id.startsWith('@') ? 'work' : id.startsWith('n') ? 'note' : 'inquiry')

describe('a neighbourhood', () => {
  test('it has at most 40 nodes, each with a row of its own, and lines only between them', () => {
    fc.assert(
      fc.property(anyPairs(), (pairs) => {
        for (const centre of tiesFrom(pairs, kindOf).values()) {
          const neighbourhood = neighbourhoodOf(centre)
          if (neighbourhood === undefined) continue
          const { nodes, lines } = neighbourhood
          const ids = new Set(nodes.map(({ id }) => id))
          assert.ok(nodes.length <= 40 && ids.size === nodes.length)
          for (const { from, to } of lines)
            assert.ok(from !== to && nodes[from] !== undefined && nodes[to] !== undefined)
          for (const [index, { id, step }] of nodes.entries())
            assert.ok(step === 0 || lines.some(({ from, to }) => from === index || to === index), `${id} has no line`)
          const { columns, rows, paths } = arrange(neighbourhood)
          assert.equal(columns.flatMap((column) => column.nodes).length, nodes.length)
          for (const { path } of paths)
            for (const [, y] of path.matchAll(/[MC ](?:\d+(?:\.5)?) (\d+)/g)) assert.ok(Number(y) <= rows * ROW)
        }
      }),
      { numRuns: runs(50), seed },
    )
  })

  test('it is the same whatever the order of the ties', () => {
    fc.assert(
      fc.property(
        anyPairs().chain((pairs) =>
          fc.tuple(fc.constant(pairs), fc.shuffledSubarray(pairs, { minLength: pairs.length })),
        ),
        ([pairs, shuffled]) => {
          const [one, other] = [tiesFrom(pairs, kindOf), tiesFrom(shuffled, kindOf)]
          for (const [id, centre] of one) {
            const [a, b] = [neighbourhoodOf(centre), neighbourhoodOf(other.get(id))]
            assert.deepEqual(a && arrange(a), b && arrange(b))
          }
        },
      ),
      { numRuns: runs(50), seed },
    )
  })
})
