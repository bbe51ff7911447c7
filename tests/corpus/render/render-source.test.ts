/** Which works have a page, what is on it, and the list of them all. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { searchRecord } from '../../../src/corpus/search/record.ts'
import { renderSource } from '../../../src/corpus/render/render-source.ts'
import { sourceLists, sourceTitles } from '../../../src/corpus/lists/source-lists.ts'
import { linked, corpusOf, everything, type Built, type Files } from '../../support/corpus.ts'
import { sourceListAddresses } from '../../../src/corpus/list-addresses.ts'
import { workAddress } from '../../../src/corpus/address.ts'

const WORKS = `@book{lee2020, title={Lines}, author={Lee, Ann}, year=2020, doi={10.1/l}}
@book{wu2021, title={Waves}, author={Wu, Bo}, year=2021}
@book{only2022, title={Only in prose}, author={Zed, Zoe}, year=2022}
@book{hidden2023, title={Only in a draft}, author={Draft, Dan}, year=2023}
@book{never2024, title={Never cited}, author={None, Nan}, year=2024}
`
const FILES: Files = {
  'references.bib': WORKS,
  'inquiries/q.md': '---\ntitle: Why?\nstatus: leaning\n---\nAs [@only2022, p. 3] says; [[a]].\n',
  'inquiries/r.md': '---\ntitle: And how?\n---\nText.\n',
  'notes/a.md':
    '---\ntitle: B first\nclaim: A claim.\nsource: [lee2020, { title: Inline, authors: [] }]\ninquiries: [{ inquiry: q, role: disputes }, { inquiry: r, role: supports }]\n---\nSo @only2022 [p. 5] says.\n',
  'notes/b.md':
    '---\ntitle: A second\nsource: "@LEE2020"\ninquiries: [{ inquiry: q, role: extends }]\n---\n[@wu2021]\n',
  'notes/draft.md':
    '---\ntitle: Draft title\ndraft: true\nsource: [hidden2023, lee2020]\ninquiries: [r]\n---\n[@never2024] [@wu2021]\n',
}
const garden = corpusOf(FILES)
const entryOf = ({ corpus }: Built, key: string) => renderSource(corpus, corpus.works.get(key)!)

test('the works that public entries draw on or cite have pages, and no others', () => {
  assert.deepEqual([...garden.corpus.works.keys()], ['inline', 'lee2020', 'only2022', 'wu2021'])
})

test('nothing of a draft, nor of what only drafts cite, is on a page or in a list', () => {
  const shown = [...garden.corpus.works.keys()].map((key) => entryOf(garden, key))
  assert.doesNotMatch(everything([shown, sourceLists(garden.corpus), sourceTitles(garden.corpus)]), /draft|never/i)
})

describe('the page of a work', () => {
  const lee = entryOf(garden, 'lee2020')

  test('has its reference, and files beside it', () => {
    assert.equal(lee.address, '/sources/lee2020/')
    assert.equal(lee.reference.html, 'Lee, A. (2020). <i>Lines</i>.')
    assert.equal('href' in lee.reference, false)
    assert.deepEqual(lee.files, [
      { label: 'BibTeX', href: '/sources/lee2020/lee2020.bib' },
      { label: 'CSL-JSON', href: '/sources/lee2020/lee2020.json' },
      { label: 'RIS', href: '/sources/lee2020/lee2020.ris' },
    ])
  })

  test('has the notes drawn from it by title, with their claims', () => {
    assert.deepEqual(lee.notes, [
      { note: { kind: 'note', title: 'A second', href: '/notes/b/' } },
      { note: { kind: 'note', title: 'B first', href: '/notes/a/' }, claim: 'A claim.' },
    ])
  })

  test('has the inquiries it reaches, each with every role of those notes', () => {
    assert.deepEqual(
      lee.inquiries.map(({ inquiry, status, roles }) => [inquiry.title, status, roles]),
      [
        ['And how?', 'open', ['supports']],
        ['Why?', 'leaning', ['disputes', 'extends']],
      ],
    )
  })

  test('has the sentences that cite it, each once, and leads to them', () => {
    const { backlinks, inquiries } = entryOf(garden, 'only2022')
    assert.deepEqual(
      backlinks.map(({ from, mentions }) => [
        from.title,
        ...mentions.map(({ href, context }) => `${href} ${context.sentence}`),
      ]),
      [
        ['Why?', '/inquiries/q/#C1 As (Zed, 2022, p. 3) says; B first.'],
        ['B first', '/notes/a/#C1 So Zed (2022, p. 5) says.'],
      ],
    )
    assert.deepEqual(
      inquiries.map(({ inquiry, roles }) => [inquiry.title, roles]),
      [['Why?', []]],
    )
    assert.match(garden.html('inquiries/q.md'), /id="C1" class="citation"/)
  })

  test('is found by search as a source, by its title, authors and key', () => {
    const { url, html } = searchRecord(lee, 'en')
    assert.equal(url, '/sources/lee2020/')
    for (const part of [
      'kind[content]" content="source"',
      'year[content]" content="2020"',
      'Lines',
      'Lee, A.',
      'lee2020',
    ])
      assert.ok(html.includes(part), part)
  })
})

describe('the address of a work', () => {
  const addresses = (keys: readonly string[], files: Files = {}): string[] => {
    const text = keys.map((key) => `@book{${key}, title={T}}`).join('\n')
    const { corpus } = corpusOf({
      'references.bib': text,
      'notes/a.md': `---\nsource: [${keys.join(', ')}]\n---\n`,
      ...files,
    })
    return [...corpus.works.values()].map(workAddress)
  }

  test('is its key, in what an address can hold', () => {
    assert.deepEqual(addresses(['Smith_2020-a', 'DBLP:conf/x/Lee.20', 'é2020']), [
      '/sources/dblp-conf-x-lee-20/',
      '/sources/smith_2020-a/',
      '/sources/é2020/',
    ])
  })

  test('is its own, even where two keys ask for the same', () => {
    assert.deepEqual(addresses(['a.b', 'a:b', 'a-b']), ['/sources/a-b/', '/sources/a-b-2/', '/sources/a-b-3/'])
  })

  test('goes before that of a page, and the list before all', () => {
    const files = { 'pages/sources.md': '', 'pages/sources/lee2020.md': '', 'pages/sources/by/year.md': '' }
    const { corpus, problems } = corpusOf({ ...FILES, ...files })
    assert.deepEqual(
      ['pages/sources.md', 'pages/sources/by/year.md', 'pages/sources/lee2020.md'].map((path) =>
        corpus.addresses.get(path),
      ),
      ['/sources-2/', '/sources/by/year-2/', '/sources/lee2020-2/'],
    )
    assert.equal(problems.filter((problem) => problem.includes('address-taken')).length, 3)
  })
})

describe('the list of all', () => {
  const [byAuthor, byYear, byUse] = sourceLists(garden.corpus)
  const names = (list: typeof byAuthor): (string | undefined)[] => list!.items.map(({ href }) => href.split('/')[2])

  test('is by author, newest first, and most used first, each at an address of its own', () => {
    assert.deepEqual(
      [byAuthor, byYear, byUse].map((list) => list!.address),
      ['/sources/', '/sources/by/year/', '/sources/by/use/'],
    )
    assert.deepEqual(names(byAuthor), ['inline', 'lee2020', 'wu2021', 'only2022'])
    assert.deepEqual(names(byYear), ['only2022', 'wu2021', 'lee2020', 'inline'])
    assert.deepEqual(names(byUse), ['lee2020', 'inline', 'only2022', 'wu2021'])
  })

  test('says of each work its year, its notes and the inquiries it reaches', () => {
    assert.deepEqual(byAuthor!.items[1], {
      html: 'Lee, A. (2020). <i>Lines</i>.',
      href: '/sources/lee2020/',
      year: 2020,
      notes: 2,
      inquiries: 2,
    })
  })

  test('puts accents and case aside, as a reader would', () => {
    const works = ['Žižek, A', 'aalto, B', 'Zuse, C', 'Öz, D', 'Ott, E'].map(
      (author, at) => `@book{k${at}, title={T}, author={${author}}, year=2020}`,
    )
    const { corpus } = corpusOf({
      'references.bib': works.join('\n'),
      'notes/a.md': '---\nsource: [k0, k1, k2, k3, k4]\n---\n',
    })
    assert.deepEqual(names(sourceLists(corpus)[0]), ['k1', 'k4', 'k3', 'k0', 'k2'])
  })

  test('of many works is cut into pages that are called by their ends', () => {
    const keys = Array.from({ length: 250 }, (_, at) => `k${String(at).padStart(4, '0')}`)
    const text = keys.map(
      (key, at) =>
        `@book{${key}, title={T}, author={Author${String.fromCharCode(97 + (at % 26))}, A}, year=${1990 + (at % 30)}}`,
    )
    const { corpus } = linked({
      'references.bib': text.join('\n'),
      'notes/a.md': `---\nsource: [${keys.join(', ')}]\n---\n`,
    })
    const lists = sourceLists(corpus)
    assert.deepEqual(
      lists.flatMap(({ address, narrowed }) => (narrowed ? [] : [address])),
      sourceListAddresses(250),
    )
    const [first, , third] = lists
    assert.deepEqual(
      first!.pages.map(({ label }) => label),
      ['Authora–Authori', 'Authori–Authorq', 'Authorq–Authorz'],
    )
    assert.equal(third!.address, '/sources/by/author/3/')
    assert.equal(new Set(lists.slice(0, 3).flatMap(({ items }) => items.map(({ href }) => href))).size, 250)
    assert.ok(lists.every(({ items }) => items.length <= 100))
    assert.equal(lists.filter(({ narrowed }) => narrowed?.name === 'year').length, 30)
  })

  test('is one empty page in each order where there is no work', () => {
    const lists = sourceLists(corpusOf({ 'notes/a.md': '' }).corpus)
    assert.deepEqual(
      lists.map(({ total, pages }) => [total, pages.length]),
      [
        [0, 1],
        [0, 1],
        [0, 1],
      ],
    )
  })
})
