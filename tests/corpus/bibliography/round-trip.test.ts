/** Works of every type of CSL, written in each format and read back. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { parse as parseBibtex } from '@retorquere/bibtex-parser'
import { AST } from 'astrocite-ris'
import fc from 'fast-check'
import { readBibliographyAs } from '../../../src/corpus/bibliography/bibliography.ts'
import { REFERENCE_FORMATS } from '../../../src/corpus/bibliography/formats.ts'
import { toSource } from '../../../src/corpus/bibliography/source.ts'
import { CSL_TYPES } from '../../../src/corpus/bibliography/to-csl-json.ts'
import type { Csl } from '../../../src/corpus/model/csl.ts'
import type { Work } from '../../../src/corpus/model/source.ts'
import { faultsOfCslJson } from '../../support/csl-json.ts'
import { runs, seed } from '../../support/runs.ts'

type Source = Work['source']
const work = (csl: Csl): Source => toSource('k', csl) as Source
const as = (extension: string, source: Source): string =>
  REFERENCE_FORMATS.find((each) => each.extension === extension)!.write(source)
const readBack = (extension: string, source: Source): Csl =>
  readBibliographyAs(
    { language: 'en', titles: 'written' },
    { path: `references.${extension}`, text: as(extension, source) },
  ).get('k')!.csl

/** These facts of a work are those that come back as they were. */
const KEPT = `type title issued accessed container-title publisher publisher-place author editor translator genre
  language edition volume page DOI URL`.split(/\s+/)
const kept = (csl: Csl): Csl =>
  Object.fromEntries(KEPT.flatMap((field) => (csl[field] === undefined ? [] : [[field, csl[field]]])))

const word = fc.constantFrom(
  ...'Lines and AND others Über naïve Ørsted 中文 50% A&B a_b #1 $5 {x} Paris, R. "so" O’Neill of the'.split(' '),
)
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((all) => all.join(' '))
const name = fc.oneof(
  fc.record({
    given: fc.constantFrom('Ann', 'J. R.', 'Ana María'),
    family: fc.constantFrom('Lee', 'de la Cruz', 'Ørsted', "O'Neill", 'Hall and Sons'),
  }),
  fc.constantFrom({ literal: 'World Health Organization' }, { literal: 'Food and Drug Administration' }),
)
const day = fc.date({ min: new Date('1500-01-02'), max: new Date('2100-01-01'), noInvalidDate: true }).map((date) => {
  const [year, month, inMonth] = date.toISOString().slice(0, 10).split('-').map(Number)
  return [year!, month!, inMonth!]
})
const parts = fc.tuple(day, fc.constantFrom(1, 2, 3)).map(([whole, length]) => whole.slice(0, length))
const date = fc.array(parts, { minLength: 1, maxLength: 2 }).map((ends) => ({ 'date-parts': ends }))
const anyWork = fc
  .record(
    {
      type: fc.constantFrom(...CSL_TYPES),
      title: words,
      issued: date,
      accessed: day.map((whole) => ({ 'date-parts': [whole] })),
      'container-title': words.map((title) => `Journal of ${title}`),
      publisher: words,
      'publisher-place': words,
      author: fc.array(name, { minLength: 1, maxLength: 3 }),
      editor: fc.array(name, { minLength: 1, maxLength: 2 }),
      translator: fc.array(name, { minLength: 1, maxLength: 2 }),
      genre: fc.constantFrom('Working paper', 'Habilitation', 'PhD thesis', "Master's thesis", 'Map'),
      language: fc.constantFrom('en-US', 'de', 'fr-CA', 'zh', 'tlh'),
      edition: fc.constantFrom('2', 'Rev. ed.'),
      volume: fc.constantFrom('3', 'XII'),
      page: fc.constantFrom('1-9', 'e17', 'xii-xiv'),
      DOI: fc.constantFrom('10.1000/182', '10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2'),
      URL: fc.constant('https://example.org/a_b?c=%20#d'),
    },
    { requiredKeys: ['type', 'title'] },
  )
  .map((csl) => work(JSON.parse(JSON.stringify(csl)) as Csl))

test('every work is as it was after BibTeX', () => {
  fc.assert(
    fc.property(anyWork, (source) => {
      assert.deepEqual(kept(readBack('bib', source)), kept(source.csl))
    }),
    { numRuns: runs(200), seed },
  )
})

test('every work is as it was after CSL-JSON, which is as its schema has it', () => {
  fc.assert(
    fc.property(anyWork, (source) => {
      assert.deepEqual(faultsOfCslJson(as('json', source)), [])
      assert.deepEqual(kept(readBack('json', source)), kept(source.csl))
    }),
    { numRuns: runs(200), seed },
  )
})

test('every fact of a work is in RIS, under the tag that reference managers look for', () => {
  fc.assert(
    fc.property(anyWork, ({ csl, ...others }) => {
      const file = AST.parse(as('ris', { csl, ...others }))
      const found = new Map(file.children[0]!.properties.map(({ key, value }) => [key, value]))
      const said = { TI: 'title', T2: 'container-title', PB: 'publisher', CY: 'publisher-place', M3: 'genre' } as const
      for (const [tag, field] of Object.entries({ ...said, LA: 'language', VL: 'volume', DO: 'DOI', UR: 'URL' }))
        assert.equal(found.get(tag), csl[field], tag)
      assert.equal(found.get('PY'), csl.issued?.['date-parts']?.[0]?.[0]?.toString())
      assert.equal(found.has('Y2'), csl['accessed'] !== undefined)
      assert.equal(found.has('A4'), csl.translator !== undefined)
      assert.equal(found.has(csl.type === 'book' ? 'A3' : 'A2'), csl.editor !== undefined)
    }),
    { numRuns: runs(200), seed },
  )
})

describe('what BibTeX and RIS have no form of their own for', () => {
  const source = work({
    type: 'interview',
    title: 'T',
    issued: {
      'date-parts': [
        [2019, 5, 1],
        [2019, 6],
      ],
    },
    accessed: { 'date-parts': [[2020, 1, 2]] },
    translator: [{ family: 'Lee', given: 'Ann' }],
    'original-date': { 'date-parts': [[-44]] },
    'event-title': 'Conference of Lines',
    'event-place': 'Bergen',
    'event-date': {
      'date-parts': [
        [2019, 4, 30],
        [2019, 5, 2],
      ],
    },
    language: 'de-AT',
    'collection-title': 'Series',
    'collection-number': 7,
    number: 12,
    'container-title-short': 'J. Lines',
    PMID: '123',
  })

  test('is in the fields of BibLaTeX', () => {
    const { fields, type } = parseBibtex(as('bib', source)).entries[0]!
    const { date, year, month, urldate, eventdate, eventtitle, venue, origdate, langid, entrysubtype, translator } =
      fields as Record<string, unknown>
    assert.deepEqual(
      { type, date, year, month, urldate, eventdate, eventtitle, venue, origdate, langid, entrysubtype, translator },
      {
        type: 'misc',
        date: '2019-05-01/2019-06',
        year: '2019',
        month: '5',
        urldate: '2020-01-02',
        eventdate: '2019-04-30/2019-05-02',
        eventtitle: 'Conference of Lines',
        venue: 'Bergen',
        origdate: '-0043',
        langid: 'naustrian',
        entrysubtype: 'interview',
        translator: [{ lastName: 'Lee', firstName: 'Ann' }],
      },
    )
  })

  test('is in the last part of a date of RIS', () => {
    const dated = (issued: unknown): string | undefined =>
      /DA {2}- (.*)\r/.exec(as('ris', work({ issued } as Csl)))?.[1]
    assert.equal(dated({ 'date-parts': [[2019]] }), undefined)
    assert.equal(dated({ 'date-parts': [[2019, 5, 1]] }), '2019/05/01')
    assert.equal(
      dated({
        'date-parts': [
          [2019, 5, 1],
          [2019, 6],
        ],
      }),
      '2019/05/01/2019-05-01 to 2019-06',
    )
    assert.equal(dated({ 'date-parts': [[2019]], season: 2 }), '2019///2019-22')
    assert.equal(dated({ 'date-parts': [[1723]], circa: true }), '1723///1723~')
  })

  test('a work without a title gets none in RIS', () => {
    assert.doesNotMatch(as('ris', work({ type: 'book', publisher: 'P' })), /^TI/m)
  })
})

test('CSL-JSON leaves out what the schema does not have', () => {
  const source = work({
    type: 'made up',
    title: 'T',
    PMID: 5,
    'part-number': '2',
    author: [{ family: 'Lee', _orcid: '0000' }],
    issued: { 'date-parts': [[2019], []], edtf: '2019/..' } as Csl['issued'],
  } as Csl)
  assert.deepEqual(faultsOfCslJson(as('json', source)), [])
  assert.deepEqual(JSON.parse(as('json', source)), [
    {
      type: 'document',
      title: 'T',
      PMID: '5',
      part: '2',
      author: [{ family: 'Lee' }],
      issued: { 'date-parts': [[2019], [0]] },
      id: 'k',
    },
  ])
})

describe('BibTeX keeps', () => {
  const back = (csl: Csl): Csl => readBack('bib', work({ type: 'article-journal', title: 'T', ...csl }))

  test('families of several words, small ones among them', () => {
    const author = ['Fontcuberta i Morral', 'Van de Walle', 'Ortega y Gasset', 'Lee and Sons'].map((family) => ({
      family,
      given: 'A.',
    }))
    assert.deepEqual(back({ author }).author, author)
  })
  test('a suffix of somebody without a given name', () =>
    assert.deepEqual(back({ author: [{ family: 'Halle', suffix: 'Jr.' }] }).author, [{ literal: 'Halle, Jr.' }]))
  test('pages with hyphens in them', () => {
    for (const page of ['C3-32-C3-35', '12-34', 'xii-xiv', 'e17']) assert.equal(back({ page })['page'], page)
  })
  test('a day of access in words', () =>
    assert.deepEqual(back({ accessed: { literal: 'in spring' } })['accessed'], { literal: 'in spring' }))
})

describe('a work that is written into a note', () => {
  const described = (more: Partial<Source>): Source => ({
    ...work({ type: 'article', title: 'T', DOI: '10.1000/182' }),
    isDescribed: true,
    ...more,
  })
  const types = (source: Source): string[] => [
    /^@(\w+)/.exec(as('bib', source))![1]! + (/entrysubtype = \{(\w+)\}/.exec(as('bib', source))?.[1] ?? ''),
    (JSON.parse(as('json', source)) as [{ type: string }])[0].type,
    /^TY {2}- (\w+)/.exec(as('ris', source))![1]!,
  ]

  test('is no preprint', () => assert.deepEqual(types(described({})), ['misc', 'document', 'GEN']))
  test('but one on arXiv is', () =>
    assert.deepEqual(types(described({ arxiv: '2001.00001' })), ['miscarticle', 'article', 'UNPB']))
})

test('no private field and no tag of emphasis is in a file', () => {
  const name = { family: 'Lee', given: 'Ann', _orcid: '0000-0002-1825-0097', ORCID: '0000-0002-1825-0097' }
  const title = 'Growth of <span class="nocase">Cu<sub>2</sub>O</span> in <i>E. coli</i>'
  const source = work({ type: 'book', title, author: [name], note: 'mine', abstract: 'A' })
  assert.deepEqual(faultsOfCslJson(as('json', source)), [])
  assert.doesNotMatch(as('json', source), /_orcid|ORCID|mine|abstract/)
  assert.match(as('bib', source), /title = \{Growth of \{Cu\\textsubscript\{2\}O\} in \\emph\{/)
  for (const extension of ['bib', 'ris']) assert.doesNotMatch(as(extension, source), /<|_orcid|0000-0002/)
})
