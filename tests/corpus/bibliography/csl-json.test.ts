/** CSL-JSON as reference managers export it: what is read of it, and what one broken item costs. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readBibliography } from '../../../src/corpus/bibliography/bibliography.ts'
import { formatReference } from '../../../src/corpus/bibliography/reference.ts'
import { corpusOf, everything, said } from '../../support/corpus.ts'

const bibliography = (text: string) => readBibliography({ path: 'references.json', text })
const problemsIn = (text: string): string[] => bibliography(text).problems.map(said)
const list = (...items: readonly string[]): string => `[\n${items.map((item) => `  ${item}`).join(',\n')}\n]\n`

const GOOD =
  '{"id":"good","type":"book","title":"Good","author":[{"family":"Lee","given":"Ann"}],"issued":{"date-parts":[[2020]]}}'
const LAST = '{\n    "id": "last",\n    "type": "book",\n    "title": "Last"\n  }'

describe('one broken item costs only itself:', () => {
  const left = (reason: string): string =>
    `warning bibliography The entry cannot be read (${reason}) and is left out. Check its quotes, commas and braces.`
  const broken: Readonly<Record<string, [point: string, reason: string]>> = {
    '{"id": "bad" "title": "No comma"}': ['3:16', 'a comma is missing'],
    '{"id": "bad", "title": Bare}': ['3:26', 'a word is not in quotes'],
    '{"id": "bad", "title": "Never closed}': ['3:26', 'a quote is never closed'],
    '{"id": "bad", "title": "One too many",}': ['3:41', 'the name of a field is missing, or a comma is one too many'],
    '{"id": "bad", "author": [{"family": "Wu"}': ['3:44', 'a closing bracket is missing'],
    '{"id": "bad", /* why */ "title": "T"}': ['3:17', 'JSON has no comments'],
  }
  for (const [item, [point, reason]] of Object.entries(broken))
    test(item, () => {
      const text = list(GOOD, item, LAST)
      assert.deepEqual(problemsIn(text), [`${point} ${left(reason)}`])
      assert.deepEqual(bibliography(text).keys, ['good', 'last'])
    })

  test('one that ends before its brace', () => {
    const text = list(GOOD, '{\n    "id": "bad",\n    "title": "T"', LAST)
    assert.deepEqual(bibliography(text).keys, ['good', 'last'])
    assert.deepEqual(problemsIn(text), [`5:17 ${left('a closing brace is missing')}`])
  })

  test('one without a key', () => {
    assert.deepEqual(problemsIn(list(GOOD, '{"title": "T"}', LAST)), [
      '3:3 warning bibliography The entry cannot be read (it has no key) and is left out. Give it an "id", by which notes cite it.',
    ])
  })

  test('a file that was cut off', () => {
    const text = list(GOOD, LAST, '{"id": "cut", "ti').slice(0, -3)
    assert.deepEqual(bibliography(text).keys, ['good', 'last'])
    assert.equal(problemsIn(text).length, 1)
  })

  test('a comma between items costs none', () => {
    const text = `[\n${GOOD}\n${LAST}\n]`
    assert.deepEqual(bibliography(text).keys, ['good', 'last'])
    assert.deepEqual(problemsIn(text), [
      '3:1 warning bibliography Every work is read, but what stands between them is not JSON; mend it (a comma is missing).',
    ])
  })
})

describe('a field that is not as the format has it is said and left out:', () => {
  const fields: Readonly<Record<string, string>> = {
    '"author":"Ann Lee"': 'author Write it as a list of names: [{ "family": "Lee", "given": "Ann" }].',
    '"issued":"2020"': 'issued Write it as { "date-parts": [[2025, 3]] }.',
    '"type":"Journal Thing"':
      'type Use a type of CSL, such as "article-journal", "paper-conference", "book" or "chapter".',
  }
  for (const [field, expected] of Object.entries(fields))
    test(field, () => {
      const [name = '', ...remedy] = expected.split(' ')
      const text = `[\n  {"id":"a",\n   ${field},\n   "title":"T"}\n]`
      assert.deepEqual(problemsIn(text), [
        `3:${5 + name.length + 2} warning bibliography The field "${name}" of this entry is not as CSL-JSON has it, and is left out. ${remedy.join(' ')}`,
      ])
      assert.equal(bibliography(text).get('a')?.title, 'T')
    })

  test('fields that are no part of a reference are nobody’s business', () => {
    assert.deepEqual(problemsIn(list('{"id":"a","title":"T","zoteroVersion":{"x":1},"note":5}')), [])
  })
})

describe('a file', () => {
  test('that is empty, or an empty list, has no works and nothing wrong', () => {
    for (const text of ['', ' \n', '[]', '[ ]\n']) {
      assert.deepEqual(bibliography(text).keys, [])
      assert.deepEqual(problemsIn(text), [])
    }
  })

  test('that is no list says how to export one', () => {
    assert.deepEqual(problemsIn('{"items":[]}'), [
      '1:1 warning bibliography This is no list of works, so none is read. Export it as CSL-JSON: "CSL JSON" in Zotero, "Better CSL JSON" in Better BibTeX.',
    ])
  })

  test('in one line is read as one that is laid out', () => {
    assert.deepEqual(bibliography(`[${GOOD},${LAST.replaceAll('\n', '')}]`).keys, ['good', 'last'])
  })

  test('may hold braces and quotes in its texts', () => {
    const text = list('{"id":"a","title":"A } of \\"{\\" and \\\\"}', GOOD)
    assert.equal(bibliography(text).get('a')?.title, 'A } of "{" and \\')
    assert.deepEqual(bibliography(text).keys, ['a', 'good'])
  })
})

describe('a work', () => {
  const work = (fields: string) => bibliography(list(`{${fields}}`))

  test('is known by the key of Better BibTeX, else by its id', () => {
    assert.deepEqual(work('"id":"http://zotero.org/users/1/items/X","citation-key":"lee2020","title":"T"').keys, [
      'lee2020',
    ])
    assert.deepEqual(work('"id":7,"title":"T"').keys, ['7'])
  })

  test('reads like one from BibTeX', () => {
    const source = bibliography(list(GOOD)).get('GOOD')!
    assert.equal(formatReference(source), 'Lee, A. (2020). <i>Good</i>.')
    assert.equal(source.short, 'Lee, 2020')
  })

  test('is found on arXiv wherever its number is written', () => {
    for (const field of [
      '"number":"arXiv:2001.00001"',
      '"DOI":"10.48550/arXiv.2001.00001"',
      '"URL":"http://arxiv.org/abs/2001.00001"',
      '"note":"Some words\\narXiv: 2001.00001 [cs]"',
    ])
      assert.equal(work(`"id":"a","title":"T",${field}`).get('a')?.arxiv, '2001.00001', field)
  })

  test('has a year however its date is written, or none', () => {
    const year = (issued: string) => work(`"id":"a","title":"T","issued":${issued}`).get('a')?.year
    assert.equal(year('{"date-parts":[["2020","3"]]}'), 2020)
    assert.equal(year('{"raw":"2020-03-04"}'), 2020)
    assert.equal(year('{"literal":"in press"}'), undefined)
  })

  test('keeps to itself what is not part of a reference', () => {
    const secret =
      '"abstract":"SECRET","note":"SECRET","annote":"SECRET","keyword":"SECRET","call-number":"SECRET","custom":{"a":"SECRET"}'
    assert.ok(!everything(work(`"id":"a","title":"T",${secret}`).get('a')).includes('SECRET'))
    const bib = '@book{a, title={T}, abstract={SECRET}, note={SECRET}, keywords={SECRET}, file={/home/SECRET.pdf}}'
    assert.ok(!everything(readBibliography({ path: 'references.bib', text: bib }).get('a')).includes('SECRET'))
  })
})

describe('a work as Crossref describes it', () => {
  const source = bibliography(
    list(
      JSON.stringify({
        id: 'a',
        type: 'journal-article',
        title: ['A title'],
        'container-title': ['Lines'],
        DOI: 'https://doi.org/10.1000/A_b',
        author: [
          { given: 'Ann', family: 'Lee', sequence: 'first', affiliation: [{ name: 'Somewhere' }] },
          { name: 'The Collaboration', sequence: 'additional', affiliation: [] },
        ],
        issued: { 'date-parts': [[2020, 5, null]] },
      }),
    ),
  )

  test('keeps all of its authors, and its title', () => {
    assert.deepEqual(source.problems, [])
    assert.equal(formatReference(source.get('a')!), 'Lee, A., &#x26; The Collaboration. (2020). A title. <i>Lines</i>.')
    assert.equal(source.get('a')!.csl.DOI, '10.1000/A_b')
  })
})

test('of a key that is in both files, the work in references.bib stands', () => {
  const { corpus, problems } = corpusOf({
    'references.json': list('{"id":"Good","title":"Second"}', LAST),
    'references.bib': '@book{good, title={First}}',
    'notes/a.md': '---\nsource: [good, last]\n---\n',
  })
  assert.deepEqual(problems, [
    'references.json:2:3 warning bibliography The key "Good" is in references.bib too. The entry there stands; take this one out or give it a key of its own.',
  ])
  assert.deepEqual(
    [...corpus.works.values()].map(({ source }) => source.title),
    ['First', 'Last'],
  )
})
