/** Works that notes describe: which of them are one work, what it is called, and which page it has. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { renderSource } from '../../../src/corpus/render/render-source.ts'
import { corpusOf, type Built } from '../../support/corpus.ts'

/** One note for each description, in the order of their paths. */
const drawnFrom = (...sources: readonly string[]): Record<string, string> =>
  Object.fromEntries(sources.map((source, at) => [`notes/n${at}.md`, `---\nsource: ${source}\n---\n`]))
const keysOf = ({ corpus }: Built): string[] => [...corpus.works.keys()]
const slugsOf = ({ corpus }: Built): string[] => [...corpus.works.values()].map(({ slug }) => slug)

const BIB = `@article{lee2020, title={Lines}, author={Lee, Ann}, year=2020, doi={10.1/L}}
@misc{xu2024, title={Waves}, author={Xu, Bo}, year=2024, eprint={2402.10110v2}, archiveprefix={arXiv}}
@online{web, title={A page}, url={https://www.example.org/a/}}
`

describe('a work that a note describes', () => {
  test('has a key made of the best that identifies it', () => {
    const built = corpusOf(
      drawnFrom(
        '{ title: A, doi: "https://doi.org/10.1000/182", url: "https://example.org/a" }',
        '{ title: B, url: "https://doi.org/10.1000/183" }',
        '{ title: C, url: "https://arxiv.org/abs/2402.10110v3" }',
        '{ title: D, url: "https://example.org/d/?x=1#part" }',
        '{ title: "On Lines: an Essay", authors: [Ann Lee], year: 1999 }',
        '{ title: "?!" }',
        'https://example.org/e',
      ),
    )
    assert.deepEqual(keysOf(built), [
      'arxiv:2402.10110',
      'doi:10.1000/182',
      'doi:10.1000/183',
      'lee-1999-on-lines-an-essay',
      'source',
      'url:example.org/d?x=1',
      'url:example.org/e',
    ])
    assert.deepEqual(slugsOf(built), [
      'arxiv-2402-10110',
      'doi-10-1000-182',
      'doi-10-1000-183',
      'lee-1999-on-lines-an-essay',
      'source',
      'url-example-org-d-x-1',
      'url-example-org-e',
    ])
  })

  test('has a page with its notes and files, and no key to cite it by', () => {
    const { corpus, note, problems } = corpusOf(
      drawnFrom('{ title: A, doi: 10.1000/182 }', '{ title: A, doi: 10.1000/182 }'),
    )
    const page = renderSource(corpus, corpus.works.get('doi:10.1000/182')!)
    assert.deepEqual(problems, [])
    assert.equal(page.address, '/sources/doi-10-1000-182/')
    assert.equal('key' in page, false)
    assert.deepEqual(
      page.notes.map(({ note }) => note.href),
      ['/notes/n0/', '/notes/n1/'],
    )
    assert.equal(page.files[0]?.href, '/sources/doi-10-1000-182/doi-10-1000-182.bib')
    const [reference] = note('notes/n0.md').references
    assert.equal(reference?.href, '/sources/doi-10-1000-182/')
    assert.equal('key' in reference, false)
  })

  test('is the same work wherever DOI, number on arXiv or address are the same', () => {
    const built = corpusOf(
      drawnFrom(
        '{ title: A, doi: "doi:10.1000/AB" }',
        '{ title: A again, doi: 10.1000/ab, url: "http://www.example.org/a/" }',
        '{ title: B, url: "https://arxiv.org/pdf/2402.10110" }',
        '{ title: B, url: "https://arxiv.org/abs/2402.10110v2" }',
        '{ title: C, url: "https://example.org/c" }',
        '{ title: A too, url: "https://example.org/a" }',
        '{ title: D, year: 1999 }',
        '{ title: "d.", year: 1999 }',
        '{ title: D, year: 2000 }',
      ),
    )
    assert.deepEqual(keysOf(built), ['1999-d', '2000-d', 'arxiv:2402.10110', 'doi:10.1000/ab', 'url:example.org/c'])
    assert.equal(built.corpus.works.get('doi:10.1000/ab')?.notes.length, 3)
  })

  test('has all that any note says of it, and the first of what two say', () => {
    const built = corpusOf(
      drawnFrom(
        '"https://example.org/a"',
        '{ title: Lines, url: "https://example.org/a" }',
        '{ title: Other lines, authors: [Ann Lee], year: 1999, url: "https://example.org/a" }',
      ),
    )
    const { title, short } = built.corpus.works.get('url:example.org/a')!.source
    assert.deepEqual([title, short], ['Lines', 'Lee, 1999'])
    assert.equal(built.note('notes/n0.md').references[0]?.short, 'Lee, 1999')
  })

  test('is the one of the bibliography where that has it', () => {
    const built = corpusOf({
      'references.bib': BIB,
      ...drawnFrom(
        '[{ title: L, doi: 10.1/l }, lee2020]',
        '{ title: X, url: "https://arxiv.org/abs/2402.10110" }',
        '{ title: P, url: "http://example.org/a" }',
      ),
    })
    assert.deepEqual(keysOf(built), ['lee2020', 'web', 'xu2024'])
    assert.deepEqual(
      built.note('notes/n0.md').references.map(({ key }) => key),
      ['lee2020'],
    )
  })

  test('takes neither the key nor the address of a work of the bibliography', () => {
    const built = corpusOf({
      'references.bib': '@book{lines, title={Other}}\n@book{doi-10-1-x, title={Third}}',
      ...drawnFrom('{ title: Lines }', '{ title: T, doi: 10.1/x }', '[lines, doi-10-1-x]'),
    })
    assert.deepEqual(
      [...built.corpus.works].map(([key, { slug, source }]) => [key, slug, source.title]),
      [
        ['doi-10-1-x', 'doi-10-1-x', 'Third'],
        ['doi:10.1/x', 'doi-10-1-x-2', 'T'],
        ['lines', 'lines', 'Other'],
        ['lines-2', 'lines-2', 'Lines'],
      ],
    )
  })

  test('of a draft adds nothing', () => {
    const built = corpusOf({
      'notes/a.md': '---\nsource: { title: A, url: "https://example.org/a" }\n---\n',
      'notes/0.md':
        '---\ndraft: true\nsource: { title: SECRET, url: "https://example.org/a", doi: 10.1/secret }\n---\n',
    })
    assert.deepEqual(keysOf(built), ['url:example.org/a'])
    assert.doesNotMatch(JSON.stringify([...built.corpus.works.values()].map(({ source }) => source)), /secret/i)
  })
})

test('a key that the bibliography does not have is no work, and has no page', () => {
  const built = corpusOf({ 'references.bib': BIB, ...drawnFrom('unknown2020') })
  assert.deepEqual(keysOf(built), [])
  assert.equal('href' in built.note('notes/n0.md').references[0]!, false)
})
