/** What a note says of its source beside the key of it: who wrote it, when, and where it is. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { renderSource } from '../../../src/corpus/render/render-source.ts'
import { searchRecord } from '../../../src/corpus/search/record.ts'
import { corpusOf, type Built, type Files } from '../../support/corpus.ts'

const note = (fields: string): Files => ({ 'notes/n.md': `---\ntitle: The note\n${fields}\n---\n` })
const BIB: Files = {
  'references.bib': `@article{lee2020, title={Lines}, author={Lee, Ann}, year=2020, doi={10.1/L}}
@book{bare, title={Bare}}
`,
}
const TORNBERG =
  'source: tornberg2026\nauthors: [Petter Törnberg, "[[Justus Uitermark]]"]\nyear: 2026\nDOI: https://doi.org/10.1000/182'
const worksOf = ({ corpus }: Built) =>
  [...corpus.works.values()].map(({ source }) => [source.key, source.title, source.short])

describe('authors, year and DOI beside a key', () => {
  test('describe a work that the bibliography does not have', () => {
    for (const files of [note(TORNBERG), { ...note(TORNBERG), ...BIB }]) {
      const built = corpusOf(files)
      assert.deepEqual(built.problems, [])
      assert.deepEqual(worksOf(built), [['doi:10.1000/182', 'tornberg2026', 'Törnberg & Uitermark, 2026']])
    }
  })

  test('are found by the search, at the note and at the work', () => {
    const { corpus, note: rendered } = corpusOf(note(TORNBERG))
    const page = renderSource(corpus, corpus.works.get('doi:10.1000/182')!)
    for (const entry of [rendered('notes/n.md'), page]) {
      const { html } = searchRecord(entry, 'en')
      assert.match(html, /Törnberg, P\., .*Uitermark, J\. \(2026\)/)
      assert.match(html, /filter="year\[content\]" content="2026"/)
      assert.match(html, /filter="author\[content\]" content="Törnberg, Petter"/)
      assert.match(html, /tornberg2026/)
    }
  })

  test('are read in other spellings, with a title of the source', () => {
    const built = corpusOf(
      note('citekey: "@x"\nauthor: "Lee, Ann"\nSource title: On lines\nurl: https://example.org/a'),
    )
    assert.deepEqual(built.problems, [])
    assert.deepEqual(worksOf(built), [['url:example.org/a', 'On lines', 'Lee, n.d.']])
  })

  test('are of the work of the bibliography that has the same DOI', () => {
    const built = corpusOf({ ...note('source: other\ndoi: 10.1/l'), ...BIB })
    assert.deepEqual(worksOf(built), [['lee2020', 'Lines', 'Lee, 2020']])
  })

  test('tell more of a source that is an address or several words', () => {
    const built = corpusOf(note('source: https://example.org/a\nauthor: Ann Lee\nyear: 1999'))
    assert.deepEqual(worksOf(built), [['url:example.org/a', 'https://example.org/a', 'Lee, 1999']])
    assert.deepEqual(worksOf(corpusOf(note('source: A talk in Oslo\nauthor: Ann Lee'))), [
      ['lee-a-talk-in-oslo', 'A talk in Oslo', 'Lee, n.d.'],
    ])
  })
})

test('a year alone describes no work', () => {
  const { problems } = corpusOf({ ...note('source: other\nyear: 2020'), ...BIB })
  assert.equal(problems.length, 1)
  assert.match(problems[0]!, /^notes\/n\.md:3:9 error source-unknown/)
})

test('the bibliography wins, and what it says otherwise or not at all is told', () => {
  const agreed = note(
    'source: lee2020\nauthors: [A. Lee, B. Xu]\nyear: 2020\ndoi: doi:10.1/l\nurl: https://example.org/x\njournal: J',
  )
  const built = corpusOf({ ...agreed, ...BIB })
  assert.deepEqual(built.problems, [])
  assert.deepEqual(worksOf(built), [['lee2020', 'Lines', 'Lee, 2020']])
  assert.deepEqual(corpusOf({ ...note('source: lee2020\nauthor: Bo Xu\nyear: 2021\ndoi: 10.1/m'), ...BIB }).problems, [
    'notes/n.md:4:1 warning source-differs The field "author" says "Bo Xu", and the bibliography, which is shown, says "Lee" of "lee2020". Mend one of them.',
    'notes/n.md:5:1 warning source-differs The field "year" says "2021", and the bibliography, which is shown, says "2020" of "lee2020". Mend one of them.',
    'notes/n.md:6:1 warning source-differs The field "doi" says "10.1/m", and the bibliography, which is shown, says "10.1/l" of "lee2020". Mend one of them.',
  ])
  assert.deepEqual(corpusOf({ ...note('source: bare\nurl: https://example.org/x'), ...BIB }).problems, [
    'notes/n.md:4:1 warning source-differs The field "url" says "https://example.org/x", and the bibliography has none for "bare", so it is not shown. Write it into the bibliography.',
  ])
})

test('what cannot be said of one work, or is of no form, is told as unread', () => {
  const unread = (fields: string): string[] =>
    corpusOf({ ...note(fields), ...BIB }).problems.map((each) => /"(\w+)" is not read/.exec(each)?.[1] ?? each)
  assert.deepEqual(unread('source: [lee2020, bare]\nyear: 2020\nauthors: [A]\njournal: J'), ['year', 'authors'])
  assert.deepEqual(unread('source: { title: T }\ndoi: 10.1/x'), ['doi'])
  assert.deepEqual(unread('source: lee2020\nyear: soon\ndoi:\nauthors: []'), ['year'])
})

test('of a draft nothing is said', () =>
  assert.deepEqual(corpusOf(note(`draft: true\n${TORNBERG}`)).corpus.works.size, 0))
