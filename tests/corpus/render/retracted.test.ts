/** What a retraction changes: the notes that rest on the work leave the balance, and every format says it. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { toBibtex } from '../../../src/corpus/bibliography/to-bibtex.ts'
import { toRis } from '../../../src/corpus/bibliography/to-ris.ts'
import { atomOf } from '../../../src/corpus/exports/atom.ts'
import { allAnswers, answersOf } from '../../../src/corpus/exports/feed.ts'
import { evidenceCsv } from '../../../src/corpus/exports/evidence-csv.ts'
import { graphOf } from '../../../src/corpus/exports/graph.ts'
import { jsonLd } from '../../../src/corpus/exports/json-ld.ts'
import { markdownOf } from '../../../src/corpus/exports/markdown.ts'
import { inquiryList } from '../../../src/corpus/lists/listings.ts'
import { sourceLists } from '../../../src/corpus/lists/source-lists.ts'
import { render } from '../../../src/corpus/render/render.ts'
import { renderSource } from '../../../src/corpus/render/render-source.ts'
import { DEFAULT_SETTINGS } from '../../../src/corpus/settings.ts'
import { withRemark } from '../../../src/corpus/updates/remark.ts'
import { corpusOf } from '../../support/corpus.ts'

const LOCK = {
  checked: '2026-11-30',
  works: {
    '10.1/bad': {
      updates: [
        { status: 'corrected', date: '2004-03-06', notice: '10.1/c' },
        { status: 'retracted', date: '2010-02-06', notice: '10.1/r_1' },
      ],
    },
    '10.1/back': {
      updates: [
        { status: 'retracted', date: '2011' },
        { status: 'reinstated', date: '2012' },
      ],
    },
    '10.1/part': { updates: [{ status: 'partially-retracted', date: '2015' }] },
    '10.48550/arxiv.2101.00001': { updates: [], versions: [{ relation: 'published', doi: '10.1/journal' }] },
  },
  unknown: ['10.1/gone'],
  asked: { '2026-11-30': ['10.1/bad', '10.1/back', '10.1/part', '10.48550/arxiv.2101.00001', '10.1/gone'] },
}

const note = (title: string, source: string, role: string): string =>
  `---\ntitle: ${title}\nsource: ${source}\ninquiries: [{ inquiry: q, role: ${role} }]\n---\n`
const FILES = {
  'references.bib': [
    '@article{bad, title={Bad}, author={Bea, B.}, year={1998}, doi={https://doi.org/10.1/BAD}}',
    '@article{back, title={Back}, author={Cy, C.}, year={1999}, doi={10.1/back}}',
    '@article{part, title={Part}, author={Di, D.}, year={2000}, doi={10.1/part}}',
    '@misc{arx, title={Preprint}, author={Ed, E.}, year={2021}, eprint={2101.00001}, archivePrefix={arXiv}}',
    '@article{gone, title={Gone}, author={Flo, F.}, year={2001}, doi={10.1/gone}}',
    '@article{new, title={New}, author={Gus, G.}, year={2002}, doi={10.1/new}}',
    '@book{none, title={None}, author={Hal, H.}, year={2003}}',
  ].join('\n'),
  'inquiries/q.md':
    '---\ntitle: Why?\nanswer: So.\n---\n[[a]], [[b]], [[c]], [[d]] and [[e]]; and @gone, @new and @none.\n',
  'notes/a.md': note('A', 'bad', 'supports'),
  'notes/b.md': note('B', '[back, bad]', 'disputes'),
  'notes/c.md': note('C', 'back', 'supports'),
  'notes/d.md': note('D', 'part', 'supports'),
  'notes/e.md': note('E', 'arx', 'qualifies'),
  'sources.lock.json': JSON.stringify(LOCK),
}
const { corpus, inquiry, note: noteOf } = corpusOf(FILES)
const entry = inquiry('inquiries/q.md')
const workOf = (key: string) => corpus.works.get(key)!

describe('notes that rest on a retracted work', () => {
  test('are counted apart, in their roles', () => {
    assert.deepEqual(entry.balance, { supports: 2, qualifies: 1 })
    assert.deepEqual(entry.retracted, { supports: 1, disputes: 1 })
    assert.deepEqual(
      entry.evidence.map(({ note, role, retracted = false }) => [note.title, role, retracted]),
      [
        ['A', 'supports', true],
        ['B', 'disputes', true],
        ['C', 'supports', false],
        ['D', 'supports', false],
        ['E', 'qualifies', false],
      ],
    )
  })

  test('are counted apart in lists', () => {
    const [summary] = inquiryList(corpus)
    assert.deepEqual([summary?.balance, summary?.retracted], [entry.balance, entry.retracted])
  })

  test('are in the balance where nothing is known', () => {
    const { 'sources.lock.json': _, ...without } = FILES
    const known = corpusOf(without).inquiry('inquiries/q.md')
    assert.deepEqual([known.balance, known.retracted], [{ supports: 3, disputes: 1, qualifies: 1 }, undefined])
  })
})

describe('a work', () => {
  const [bad] = noteOf('notes/a.md').references
  test('has its standing and all its other updates', () => {
    assert.deepEqual(
      [bad?.update, bad?.otherUpdates],
      [
        { status: 'retracted', date: '2010-02-06', notice: '10.1/r_1' },
        [{ status: 'corrected', date: '2004-03-06', notice: '10.1/c' }],
      ],
    )
  })

  test('of arXiv has the article as which it was published', () =>
    assert.deepEqual(noteOf('notes/e.md').references[0]?.versions, [
      { relation: 'published', doi: '10.1/journal', href: 'https://doi.org/10.1/journal' },
    ]))

  for (const [key, unasked] of [
    ['bad', undefined],
    ['arx', undefined],
    ['gone', 'unknown'],
    ['new', 'unasked'],
    ['none', 'no-doi'],
  ] as const)
    test(`${key} says that it was not asked about: ${unasked}`, () =>
      assert.equal(renderSource(corpus, workOf(key)).unasked, unasked))

  test('says nothing of it where nobody asks', () => {
    const { 'sources.lock.json': _, ...without } = FILES
    const other = corpusOf(without).corpus
    assert.equal(renderSource(other, other.works.get('none')!).unasked, undefined)
  })
})

describe('a retraction is in', () => {
  test('the table', () =>
    assert.match(
      evidenceCsv(entry, DEFAULT_SETTINGS),
      /^A,\/notes\/a\/,supports,,"Bea, 1998",bad,1998,,retracted 2010-02-06\r$/m,
    ))

  test('the graph, at the work and at what its notes bear on', () => {
    const { nodes, edges } = graphOf(corpus)
    assert.equal(nodes.find(({ id }) => id === '/sources/bad/')?.update, 'retracted')
    assert.equal(nodes.find(({ id }) => id === '/sources/part/')?.update, 'partially-retracted')
    assert.deepEqual(
      edges.filter(({ retracted }) => retracted).map(({ from }) => from),
      ['/notes/a/', '/notes/b/'],
    )
  })

  test('Markdown', () => {
    const parsed = corpus.entries.get('inquiries/q.md')!
    const text = markdownOf(corpus, parsed, entry)
    assert.match(
      text,
      /## Evidence that rests on a retracted work\n\n- supports: \[A\]\(\/notes\/a\/\) \(Bea, 1998, retracted 2010-02-06\)\n/,
    )
    assert.match(text, /## Evidence\n\n- supports: \[C\]\(\/notes\/c\/\) \(Cy, 1999, reinstated 2012\)/)
    const ofNote = markdownOf(
      corpus,
      corpus.entries.get('notes/a.md')!,
      render(corpus, corpus.entries.get('notes/a.md')!),
    )
    assert.match(ofNote, /Bea, 1998: Bad\. retracted 2010-02-06; corrected 2004-03-06\./)
  })

  test('the feeds, with the day of the notice', () => {
    for (const each of [answersOf(entry, DEFAULT_SETTINGS), allAnswers([entry], DEFAULT_SETTINGS)]) {
      const feed = atomOf(each, DEFAULT_SETTINGS)
      assert.match(
        feed,
        /<id>urn:throughline:\/inquiries\/q\/#retracted-bad<\/id>\n<updated>2010-02-06T00:00:00Z<\/updated>/,
      )
      assert.match(
        feed,
        /<summary>Retracted 2010-02-06, https:\/\/doi\.org\/10\.1\/r_1: Bea, 1998, Bad\. It is the source of: A; B\.<\/summary>/,
      )
      assert.equal(feed.match(/<entry>/g)?.length, 1)
    }
  })

  test('linked data', () => {
    const [work] = (jsonLd(noteOf('notes/a.md'), DEFAULT_SETTINGS) as { citation: Record<string, unknown>[] }).citation
    assert.equal(work!['creativeWorkStatus'], 'Retracted')
    assert.deepEqual(work!['cito:isRetractedBy'], { '@id': 'https://doi.org/10.1/r_1' })
    assert.deepEqual(work!['cito:isCorrectedBy'], { '@id': 'https://doi.org/10.1/c' })
  })

  test('linked data of what rests on the work', () => {
    const disputing = jsonLd(entry, DEFAULT_SETTINGS)['cito:isDisputedBy'] as Record<string, unknown>[]
    assert.equal(disputing[0]?.['creativeWorkStatus'], 'Rests on a retracted work')
  })

  test('the list of all sources', () =>
    assert.deepEqual(
      sourceLists(corpus)[0]?.items.flatMap(({ update }) => update?.status ?? []),
      ['retracted', 'reinstated', 'partially-retracted'],
    ))

  test('the files for reference managers', () => {
    const remarked = withRemark(corpus.updates, workOf('bad').source)
    const remark = 'Corrected 2004-03-06, https://doi.org/10.1/c; Retracted 2010-02-06, https://doi.org/10.1/r'
    assert.ok(toBibtex(remarked).includes(`  note = {${remark}\\_1}`))
    assert.ok(toRis(remarked).includes(`N1  - ${remark}_1\r\n`))
    assert.equal(withRemark(corpus.updates, workOf('none').source), workOf('none').source)
  })
})
