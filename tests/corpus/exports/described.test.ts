/** Pages and works described for machines: linked data of each type, typed links, and how to cite a page. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import jsonld from 'jsonld'
import { parse } from 'yaml'
import { readBibliography } from '../../../src/corpus/bibliography/bibliography.ts'
import { linkedWork } from '../../../src/corpus/bibliography/linked-work.ts'
import { citationFile, CITE_FORMATS, entryAsWork } from '../../../src/corpus/exports/cite-entry.ts'
import { jsonLd, sourceJsonLd } from '../../../src/corpus/exports/json-ld.ts'
import { licenceOf } from '../../../src/corpus/exports/licence.ts'
import { entryLinks, headersFile, linkSet } from '../../../src/corpus/exports/signposting.ts'
import { orcidIn } from '../../../src/corpus/orcid.ts'
import { renderSource } from '../../../src/corpus/render/render-source.ts'
import { DEFAULT_SETTINGS } from '../../../src/corpus/settings.ts'
import { corpusOf } from '../../support/corpus.ts'

const ORCID = 'https://orcid.org/0000-0002-1825-0097'
const SETTINGS = {
  ...DEFAULT_SETTINGS,
  title: 'Garden',
  author: 'Ann Lee',
  licence: 'CC BY-SA 4.0',
  url: 'https://example.org/garden',
  base: '/garden/',
  orcid: ORCID,
}
const FILES = {
  'references.json': JSON.stringify([
    {
      id: 'lee2020',
      type: 'article-journal',
      title: 'On <i>E. coli</i>',
      author: [
        { family: 'Lee', given: 'Ann', ORCID: '0000-0002-1825-0097' },
        { family: 'Cruz', given: 'Ana María', 'non-dropping-particle': 'de la' },
        { literal: 'World Health Organization' },
        { literal: 'Plato' },
      ],
      'container-title': 'Journal',
      volume: '3',
      issue: '4',
      page: '12-34',
      ISSN: '1234-5678',
      DOI: '10.1/x',
      PMID: '77',
      URL: 'https://example.org/x.pdf',
      issued: { 'date-parts': [[2020, 3]] },
    },
  ]),
  'inquiries/q.md': '---\ntitle: Why?\nanswer: So.\ncreated: 2026-03-01\n---\n[[n]]',
  'notes/n.md': '---\ntitle: Über N\nsource: lee2020\ninquiries: [{ inquiry: q, role: supports }]\nlang: de\n---\n',
}
const { corpus, inquiry, note } = corpusOf(FILES, undefined, undefined, undefined, SETTINGS)
const entry = inquiry('inquiries/q.md')
const source = renderSource(corpus, corpus.works.get('lee2020')!)

/** The linked data of a work in CSL-JSON. */
const linked = (item: object) =>
  linkedWork(
    readBibliography({ path: 'references.json', text: JSON.stringify([{ id: 'k', title: 'T', ...item }]) }).get('k')!,
    undefined,
    [],
  )

describe('a work in linked data', () => {
  for (const [type, expected] of [
    ['article-journal', 'ScholarlyArticle'],
    ['paper-conference', 'ScholarlyArticle'],
    ['book', 'Book'],
    ['chapter', 'Chapter'],
    ['thesis', 'Thesis'],
    ['report', 'Report'],
    ['dataset', 'Dataset'],
    ['software', 'SoftwareApplication'],
    ['webpage', 'WebPage'],
    ['post-weblog', 'BlogPosting'],
    ['article-newspaper', 'NewsArticle'],
    ['article', 'ScholarlyArticle'],
    ['speech', 'CreativeWork'],
  ] as const)
    test(`${type} is ${expected}`, () => assert.equal(linked({ type })['@type'], expected))

  test('has its people, its whole and its identifiers', () => {
    assert.deepEqual(source.reference.linkedData, {
      '@id': 'https://doi.org/10.1/x',
      '@type': 'ScholarlyArticle',
      name: 'On E. coli',
      author: [
        { '@id': ORCID, '@type': 'Person', name: 'Ann Lee', givenName: 'Ann', familyName: 'Lee' },
        { '@type': 'Person', name: 'Ana María de la Cruz', givenName: 'Ana María', familyName: 'de la Cruz' },
        { '@type': 'Organization', name: 'World Health Organization' },
        { name: 'Plato' },
      ],
      datePublished: '2020-03',
      isPartOf: {
        '@type': 'PublicationIssue',
        issueNumber: '4',
        isPartOf: {
          '@type': 'PublicationVolume',
          volumeNumber: '3',
          isPartOf: { '@type': 'Periodical', name: 'Journal', issn: '1234-5678' },
        },
      },
      pageStart: '12',
      pageEnd: '34',
      identifier: [
        { '@type': 'PropertyValue', propertyID: 'DOI', value: '10.1/x' },
        { '@type': 'PropertyValue', propertyID: 'PMID', value: '77' },
      ],
      sameAs: ['https://doi.org/10.1/x', 'https://example.org/x.pdf'],
    })
  })

  test('a thesis comes from a university, and a report has its number', () => {
    const thesis = linked({ type: 'thesis', publisher: 'MIT', genre: 'PhD thesis' })
    assert.deepEqual(thesis['sourceOrganization'], { '@type': 'Organization', name: 'MIT' })
    assert.equal(thesis['inSupportOf'], 'PhD thesis')
    assert.equal(linked({ type: 'report', number: 'RM-1' })['reportNumber'], 'RM-1')
    assert.equal(linked({ type: 'book', ISBN: '978-0-306-40615-7' })['isbn'], '978-0-306-40615-7')
  })
})

describe('a page in linked data', () => {
  test('names its author by the ORCID, its licence by the address, and its own language', () => {
    const data = jsonLd(note('notes/n.md'), SETTINGS)
    assert.deepEqual(data['author'], { '@id': ORCID, '@type': 'Person', name: 'Ann Lee' })
    assert.equal(data['license'], 'https://creativecommons.org/licenses/by-sa/4.0/')
    assert.equal(data['inLanguage'], 'de')
    assert.equal(data['url'], data['@id'])
  })

  test('of a work is about the work, and the notes that are drawn from it', () => {
    const data = sourceJsonLd(source, SETTINGS) as { mainEntity: Record<string, unknown> }
    assert.equal(data.mainEntity['@id'], 'https://doi.org/10.1/x')
    assert.deepEqual(data.mainEntity['cito:isCitedAsSourceDocumentBy'], [
      { '@id': `https://example.org${note('notes/n.md').href}`, '@type': 'Claim', name: 'Über N' },
    ])
  })

  test('has ids that mean the same wherever they are read, also where the site has no address', async () => {
    const local = corpusOf(FILES)
    const work = renderSource(local.corpus, local.corpus.works.get('lee2020')!)
    const all = [jsonLd(local.inquiry('inquiries/q.md'), DEFAULT_SETTINGS), sourceJsonLd(work, DEFAULT_SETTINGS)]
    for (const data of all) {
      assert.match(String(data['@id']), /^urn:throughline:\//)
      const flat = (await jsonld.flatten(data)) as unknown as { '@id': string }[]
      for (const { '@id': id } of flat) assert.match(id, /^(?:urn:throughline:\/|https:\/\/|_:)/)
    }
  })
})

describe('typed links', () => {
  const found = (rel: string, links: readonly { rel: string; href: string }[]): string[] =>
    links.flatMap((link) => (link.rel === rel ? [link.href] : []))

  test('of an entry', () => {
    const links = entryLinks(entry, SETTINGS)
    assert.deepEqual(found('cite-as', links), ['https://example.org/garden/inquiries/q/'])
    assert.deepEqual(found('license', links), ['https://creativecommons.org/licenses/by-sa/4.0/'])
    assert.deepEqual(found('author', links), [ORCID])
    assert.deepEqual(found('item', links), ['/garden/inquiries/q/evidence.csv'])
    assert.deepEqual(found('describedby', links), [
      '/garden/inquiries/q.bib',
      '/garden/inquiries/q.csl.json',
      '/garden/inquiries/q.ris',
    ])
    assert.deepEqual(found('type', links), ['https://schema.org/Question'])
    assert.deepEqual(found('cite-as', entryLinks(entry, DEFAULT_SETTINGS)), [])
  })

  test('of a work', () => {
    assert.deepEqual(found('cite-as', source.links), ['https://doi.org/10.1/x'])
    assert.deepEqual(found('item', source.links), ['https://example.org/x.pdf'])
    assert.deepEqual(found('author', source.links), [ORCID])
    assert.equal(found('describedby', source.links).length, 3)
  })

  test('are in the link set, each with the page that it leads from', () => {
    const { linkset } = JSON.parse(linkSet(corpus)) as { linkset: Record<string, unknown>[] }
    assert.deepEqual(
      linkset.map(({ anchor }) => anchor),
      [entry.href, note('notes/n.md').href, source.href].map((href) => `https://example.org${href}`),
    )
    assert.deepEqual(linkset[0]!['item'], [
      { href: 'https://example.org/garden/inquiries/q/evidence.csv', type: 'text/csv' },
    ])
  })

  test('are in the headers of each page, in ASCII', () => {
    const headers = headersFile(corpus)
    assert.match(
      headers,
      /^\/garden\/\*\n {2}Link: <\/garden\/linkset\.json>; rel="linkset"; type="application\/linkset\+json"\n/,
    )
    assert.match(headers, /^\/garden\/sources\/lee2020\/\n {2}Link: <https:\/\/doi\.org\/10\.1\/x>; rel="cite-as", /m)

    assert.match(headers, /^[\n\x20-\x7e]*$/)
    for (const line of headers.split('\n')) assert.ok(line.length <= 2000)
  })

  test('are in the link set alone where a host would not read so many headers', () => {
    const notes = Array.from({ length: 120 }, (_, index) => [`notes/n${index}.md`, `---\ntitle: N${index}\n---\n`])
    assert.equal(
      headersFile(corpusOf(Object.fromEntries(notes) as Record<string, string>).corpus).split('\n').length,
      3,
    )
  })
})

test('headers of a page whose address is too long for a line of them are in the link set alone', () => {
  const files = { [`notes/${'記憶'.repeat(20)}.md`]: '---\ntitle: A\n---\n', 'notes/b.md': '---\ntitle: B\n---\n' }
  const lines = headersFile(corpusOf(files).corpus).trimEnd().split('\n')
  assert.deepEqual(
    lines.filter((line) => line.startsWith('/')),
    ['/*', '/notes/b/'],
  )
  for (const line of lines) assert.ok(line.length <= 2000)
})

describe('how to cite a page', () => {
  const work = entryAsWork(entry, SETTINGS)
  const written = (extension: string): string =>
    CITE_FORMATS.find((format) => format.extension === extension)!.write(work)

  test('in CSL', () => {
    const [item] = JSON.parse(written('csl.json')) as Record<string, unknown>[]
    assert.deepEqual(item, {
      type: 'webpage',
      title: 'Why?',
      author: [{ literal: 'Ann Lee' }],
      'container-title': 'Garden',
      issued: { 'date-parts': [[2026, 3, 1]] },
      URL: 'https://example.org/garden/inquiries/q/',
      language: 'en',
      id: 'q',
    })
  })

  test('in BibTeX and RIS', () => {
    assert.match(written('bib'), /^@\w+\{q,\n {2}author = \{\{Ann Lee\}\},\n {2}title = \{Why\?\}/)
    assert.match(written('ris'), /^TY {2}- ELEC\r\nID {2}- q\r\n/)
  })

  test('the whole site, in the Citation File Format', () => {
    const settings = { ...SETTINGS, repository: 'https://example.org/ann/garden' }
    const revisions = new Map([
      ['inquiries/q.md', { commit: 'a'.repeat(40), date: '2026-03-02T10:00:00Z' }],
      ['notes/draft.md', { commit: 'b'.repeat(40), date: '2026-04-02T10:00:00Z' }],
    ])
    assert.deepEqual(parse(citationFile({ ...corpus, settings, history: { ...corpus.history, revisions } })), {
      'cff-version': '1.2.0',
      message: 'If you use this site, please cite it as below. Each of its pages says how to cite it.',
      type: 'dataset',
      title: 'Garden',
      abstract: DEFAULT_SETTINGS.description,
      authors: [{ name: 'Ann Lee', orcid: ORCID }],
      url: 'https://example.org/garden/',
      repository: 'https://example.org/ann/garden',
      license: 'CC-BY-SA-4.0',
      version: 'aaaaaaa',
      'date-released': '2026-03-02',
    })
  })
})

describe('licences', () => {
  for (const [written, url] of [
    ['CC BY 4.0', 'https://creativecommons.org/licenses/by/4.0/'],
    ['CC-BY-NC-SA-3.0', 'https://creativecommons.org/licenses/by-nc-sa/3.0/'],
    ['cc0', 'https://creativecommons.org/publicdomain/zero/1.0/'],
    ['https://example.org/terms', 'https://example.org/terms'],
    ['All rights reserved', undefined],
    ['javascript:x', undefined],
  ] as const)
    test(written, () => assert.equal(licenceOf(written)?.url, url))
})

describe('an ORCID', () => {
  for (const [written, expected] of [
    ['0000-0002-1825-0097', ORCID],
    ['http://orcid.org/0000-0002-1825-0097', ORCID],
    ['0000-0002-1694-233x', 'https://orcid.org/0000-0002-1694-233X'],
    ['0000-0002-1825-0096', undefined],
    ['https://example.org/0000-0002-1825-0097', undefined],
  ] as const)
    test(written, () => assert.equal(orcidIn(written), expected))
})
