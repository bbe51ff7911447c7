/** A site as an RO-Crate: flat, whole, in words that are defined, and without anything that nobody stated. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import jsonld from 'jsonld'
import { lackingInCrate, roCrate } from '../../../src/corpus/exports/ro-crate.ts'
import { readSettings } from '../../../src/corpus/settings.ts'
import type { Settings } from '../../../src/corpus/site-config.ts'
import { corpusOf, type Files } from '../../support/corpus.ts'

type Thing = Readonly<Record<string, unknown>> & { readonly '@id': string }

const SITE =
  'title: Mosses\ndescription: On moss.\nurl: https://example.org/g\nauthor: Ann\norcid: 0000-0002-1825-0097\n' +
  'licence: CC BY 4.0\nrelations:\n  derives: { label: derives from, inverse: gives rise to }\n'

const FILES: Files = {
  'inquiries/why.md':
    '---\ntitle: Why green?\nstatus: settled\nanswer: Light.\ntopics: [moss]\n---\n[[bark]] [@lee2020]\n',
  'notes/bark.md':
    '---\ntitle: Bark\nclaim: It grows there.\ncreated: 2026-01-03\nupdated: 2026-02-01\nsource: lee2020\n' +
    'inquiries: [{ inquiry: why, role: supports }]\nderives: [two words]\n---\nWords.\n',
  'notes/two words.md': '---\ntitle: Two\nsource: { title: A report, authors: [WHO], year: 2021 }\n---\nMore.\n',
  'notes/hidden.md': '---\ntitle: Canary\ndraft: true\ncreated: 2029-01-01\nsource: canary2029\n---\n',
  'references.bib':
    '@article{lee2020, title={Moss on bark}, author={Lee, Kim}, journal={Nature}, volume={2}, year={2020}, doi={10.1000/moss}}\n' +
    '@book{canary2029, title={Canaries}, author={Bird, A.}, year={2029}}\n',
}

function crateOf(files: Files = FILES, site = SITE): { text: string; things: Map<string, Thing>; graph: Thing[] } {
  const settings: Settings = readSettings({ path: 'site.yaml', text: site }).settings
  const built = corpusOf(files, undefined, undefined, settings.relations, settings)
  const text = roCrate(built.corpus, [...built.entries.values()])
  const graph = (JSON.parse(text) as { '@graph': Thing[] })['@graph']
  return { text, graph, things: new Map(graph.map((each) => [each['@id'], each])) }
}

/** All values of all properties, one by one. */
const valuesOf = (thing: Thing): unknown[] => Object.entries(thing).flatMap(([, value]) => [value].flat())

test('a site is described with its pages, works and relations', () => {
  const { things } = crateOf()
  assert.deepEqual(things.get('ro-crate-metadata.json'), {
    '@id': 'ro-crate-metadata.json',
    '@type': 'CreativeWork',
    about: { '@id': './' },
    conformsTo: { '@id': 'https://w3id.org/ro/crate/1.3' },
  })
  assert.partialDeepStrictEqual(things.get('./'), {
    '@type': 'Dataset',
    name: 'Mosses',
    description: 'On moss.',
    url: 'https://example.org/g',
    inLanguage: 'en',
    author: { '@id': 'https://orcid.org/0000-0002-1825-0097' },
    datePublished: '2026-02-01',
    license: { '@id': 'https://creativecommons.org/licenses/by/4.0/' },
  })
  assert.deepEqual(things.get('https://creativecommons.org/licenses/by/4.0/'), {
    '@id': 'https://creativecommons.org/licenses/by/4.0/',
    '@type': 'CreativeWork',
    name: 'CC BY 4.0',
    identifier: 'CC-BY-4.0',
  })
  assert.partialDeepStrictEqual(things.get('notes/bark/index.html'), {
    '@type': ['File', 'Claim'],
    name: 'Bark',
    text: 'It grows there.',
    url: 'https://example.org/g/notes/bark/',
    dateCreated: '2026-01-03',
    dateModified: '2026-02-01',
    encodingFormat: 'text/html',
    citation: { '@id': 'https://doi.org/10.1000/moss' },
    'cito:supports': { '@id': 'inquiries/why/index.html' },
  })
  const why = things.get('inquiries/why/index.html')!
  assert.partialDeepStrictEqual(why, {
    '@type': ['File', 'Question'],
    keywords: 'moss',
    citation: { '@id': 'https://doi.org/10.1000/moss' },
    'cito:isSupportedBy': { '@id': 'notes/bark/index.html' },
  })
  const { '@id': answer } = why['acceptedAnswer'] as Thing
  assert.deepEqual(things.get(answer), { '@id': answer, '@type': 'Answer', text: 'Light.' })
  assert.partialDeepStrictEqual(things.get('https://doi.org/10.1000/moss'), {
    '@type': 'ScholarlyArticle',
    name: 'Moss on bark',
    datePublished: '2020',
  })
  assert.deepEqual(things.get('sources/lee2020/index.html')?.['mainEntity'], { '@id': 'https://doi.org/10.1000/moss' })
})

test('a relation that a site declares keeps its names at both ends', () => {
  const { things } = crateOf()
  const named = (page: string): unknown => things.get((things.get(page)!['dct:relation'] as Thing)['@id'])
  assert.partialDeepStrictEqual(named('notes/bark/index.html'), {
    '@type': 'Role',
    roleName: 'derives from',
    'dct:relation': { '@id': 'notes/two-words/index.html' },
  })
  assert.partialDeepStrictEqual(named('notes/two-words/index.html'), {
    roleName: 'gives rise to',
    'dct:relation': { '@id': 'notes/bark/index.html' },
  })
})

test('it is flat: things are named where they are used, each is described once, and every file is a part', () => {
  const { graph, things, text } = crateOf()
  assert.equal(things.size, graph.length)
  for (const thing of graph) {
    assert.ok(thing['@type'] !== undefined, thing['@id'])
    for (const value of valuesOf(thing)) {
      assert.notEqual(value, null)
      if (typeof value === 'object') assert.deepEqual(Object.keys(value!), ['@id'])
    }
    for (const value of Object.values(thing)) assert.ok(!Array.isArray(value) || value.length > 1, thing['@id'])
  }
  const files = graph.filter(({ '@type': type }) => [type].flat().includes('File')).map((each) => each['@id'])
  const parts = things.get('./')!['hasPart'] as Thing[]
  assert.deepEqual(
    parts.map((part) => part['@id']),
    files,
  )
  assert.doesNotMatch(text, /canary|2029/i)
})

test('a processor of linked data that knows nothing of us understands every word', async () => {
  const { text } = crateOf()
  const vocabulary = { '@vocab': 'http://schema.org/', dct: 'http://purl.org/dc/terms/', conformsTo: 'dct:conformsTo' }
  const expanded = await jsonld.expand(JSON.parse(text) as object, {
    base: 'https://example.org/crate/',
    documentLoader: (url) => {
      assert.equal(url, 'https://w3id.org/ro/crate/1.3/context')
      return Promise.resolve({ contextUrl: undefined, documentUrl: url, document: { '@context': vocabulary } } as never)
    },
  })
  const note = expanded.find((each) => each['@id'] === 'https://example.org/crate/notes/bark/index.html')!
  assert.deepEqual(note['http://purl.org/spar/cito/supports'], [
    { '@id': 'https://example.org/crate/inquiries/why/index.html' },
  ])
  for (const thing of expanded)
    for (const property of Object.keys(thing))
      assert.match(property, /^(?:@(?:id|type)|http:\/\/(?:schema|purl)\.org\/)/)
})

test('what nobody stated is left out, and said to be lacking', () => {
  const files = { 'notes/a.md': '---\ntitle: A\n---\nWords.\n' }
  const { things } = crateOf(files, 'title: T\n')
  const root = things.get('./')!
  assert.deepEqual(
    ['license', 'datePublished', 'author', 'url'].filter((name) => name in root),
    [],
  )
  assert.ok(!('url' in things.get('notes/a/index.html')!))
  assert.deepEqual(lackingInCrate(corpusOf(files).corpus), ['licence', 'date'])
  assert.equal(crateOf(files, 'title: T\nlicence: Ask me.\n').things.get('./')!['license'], 'Ask me.')
})

test('two works of one DOI are two things', () => {
  const { things } = crateOf({
    'notes/a.md': '---\ntitle: A\nsource: [one, two]\n---\n',
    'references.bib': '@book{one, title={One}, doi={10.1000/1}}\n@book{two, title={Two}, doi={10.1000/1}}\n',
  })
  assert.equal(things.get('https://doi.org/10.1000/1')?.['name'], 'One')
  assert.equal(things.get('#two')?.['name'], 'Two')
  assert.deepEqual(things.get('notes/a/index.html')?.['citation'], [
    { '@id': 'https://doi.org/10.1000/1' },
    { '@id': '#two' },
  ])
})
