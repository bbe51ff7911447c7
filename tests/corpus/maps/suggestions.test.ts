import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { jsonOf } from '../../../src/corpus/exports/json.ts'
import { graphOf } from '../../../src/corpus/exports/graph.ts'
import { corpusOf, everything, type Files } from '../../support/corpus.ts'
import { anyGarden, filesOf } from '../../support/random-corpora.ts'
import { runs, seed } from '../../support/runs.ts'

const BIBLIOGRAPHY = ['a', 'b', 'c', 'd']
  .map((key) => `@book{${key}2020, title = {Work ${key}}, author = {Lee, Ann}, year = 2020}`)
  .join('\n')

const note = (source: string, inquiry: string): string =>
  `---\nsource: ${source}\ninquiries: [{ inquiry: ${inquiry}, role: supports }]\n---\n`

const FILES: Files = {
  'references.bib': BIBLIOGRAPHY,
  'inquiries/tides.md': '---\ntitle: Why are there tides?\n---\n',
  'inquiries/moon.md': '---\ntitle: What is the moon?\n---\n',
  'inquiries/wind.md': '---\ntitle: What is wind?\nnext: [{ inquiry: moon }]\n---\n',
  'notes/t1.md': note('a2020', 'tides'),
  'notes/t2.md': note('b2020', 'tides'),
  'notes/m1.md': note('a2020', 'moon'),
  'notes/m2.md': note('b2020', 'moon'),
  'notes/w1.md': note('b2020', 'wind'),
}

describe('suggestions', () => {
  test('an inquiry that names no next one has those that share most with it, with the reason', () => {
    const { suggested } = corpusOf(FILES).inquiry('inquiries/tides.md')
    assert.deepEqual(
      suggested?.map(({ to, shares }) => [to.title, shares]),
      [
        ['What is the moon?', { works: 2 }],
        ['What is wind?', { works: 1 }],
      ],
    )
  })

  test('an inquiry that names a next one has none', () => {
    assert.equal(corpusOf(FILES).inquiry('inquiries/wind.md').suggested, undefined)
  })

  test('a note that states no relation has notes, and never what it is tied to already', () => {
    const { suggested } = corpusOf(FILES).note('notes/t1.md')
    assert.deepEqual(
      suggested?.map(({ to, shares }) => [to.href, shares]),
      [
        ['/notes/t2/', { inquiries: 1 }],
        ['/notes/m1/', { works: 1 }],
      ],
    )
    const stated = { ...FILES, 'notes/t2.md': '---\nsupports: t1\n---\n' }
    assert.equal(corpusOf(stated).note('notes/t1.md').suggested, undefined)
    assert.equal(corpusOf(stated).note('notes/t2.md').suggested, undefined)
  })

  test('rare words of titles are a reason where nothing else is shared', () => {
    const titles = ['Coral reefs', 'Old coral reefs', ...Array.from({ length: 9 }, (_, index) => `Reefs ${index}`)]
    const files = Object.fromEntries(titles.map((title, index) => [`notes/${index}.md`, `---\ntitle: ${title}\n---\n`]))
    const { suggested } = corpusOf(files).note('notes/0.md')
    assert.deepEqual(
      suggested?.map(({ to, shares }) => [to.title, shares]),
      [['Old coral reefs', { words: ['coral', 'reefs'] }]],
    )
  })

  test('no export takes a suggestion for a relation', () => {
    const { corpus, inquiry } = corpusOf(FILES)
    const tides = inquiry('inquiries/tides.md')
    assert.ok(tides.suggested)
    assert.ok(!jsonOf(tides, corpus.settings).includes('/inquiries/moon/'))
    assert.ok(
      !graphOf(corpus).edges.some(({ from, to }) => from === '/inquiries/tides/' || to === '/inquiries/tides/next'),
    )
  })

  test('a draft is neither suggested nor counted', () => {
    const draft = { ...FILES, 'notes/m1.md': FILES['notes/m1.md']!.replace('---\n', '---\ndraft: true\n') }
    const { notes: _, ...shares } = corpusOf(draft).inquiry('inquiries/tides.md').suggested![0]!.shares
    assert.deepEqual(shares, { works: 1 })
  })

  test('they are the same whatever the order of the files', () => {
    fc.assert(
      fc.property(
        anyGarden().chain((garden) => {
          const files = filesOf(garden)
          return fc.tuple(
            fc.constant(files),
            fc.shuffledSubarray(Object.keys(files), { minLength: Object.keys(files).length }),
          )
        }),
        ([files, order]) => {
          const [one, other] = [corpusOf(files), corpusOf(files, order)]
          for (const [path, entry] of one.entries)
            assert.equal(everything(other.entries.get(path)), everything(entry), path)
        },
      ),
      { numRuns: runs(30), seed },
    )
  })
})
