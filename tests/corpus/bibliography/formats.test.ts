/** What reference managers get of a work, read by parsers that are not ours. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { parse as parseBibtex } from '@retorquere/bibtex-parser'
import { AST, parse as parseRis } from 'astrocite-ris'
import fc from 'fast-check'
import { readBibliography } from '../../../src/corpus/bibliography/bibliography.ts'
import { REFERENCE_FORMATS } from '../../../src/corpus/bibliography/formats.ts'
import { toSource } from '../../../src/corpus/bibliography/source.ts'
import type { Csl } from '../../../src/corpus/model/csl.ts'
import type { Work } from '../../../src/corpus/model/source.ts'
import { runs, seed } from '../../support/runs.ts'

type Source = Work['source']
const work = (csl: Csl, key = 'k'): Source => toSource(key, csl) as Source
const fromBib = (text: string): Source => readBibliography({ path: 'references.bib', text }).get('k') as Source
const as = (extension: string, source: Source): string =>
  REFERENCE_FORMATS.find((each) => each.extension === extension)!.write(source)

function bibtex(source: Source) {
  const { entries, errors } = parseBibtex(as('bib', source))
  assert.deepEqual(errors, [])
  assert.equal(entries.length, 1)
  return entries[0]!
}

function ris(source: Source): Record<string, string[]> {
  const file = AST.parse(as('ris', source))
  assert.equal(file.children.length, 1)
  const found: Record<string, string[]> = {}
  for (const { key, value } of file.children[0]!.properties) (found[key] ??= []).push(value)
  return { TY: [file.children[0]!.type], ...found }
}

const PAPER = fromBib(`@inproceedings{k,
  author = {van der Berg, Jan and Aky{\\"u}rek, Ekin and {The Group}}, editor = {Ed, Itor},
  title = {On \\emph{E. coli} \\& {RNA} in {CoT}: 50\\% more},
  booktitle = {Proc. of X}, pages = {10--19}, volume = 3, year = 2024, month = feb,
  eprint = {2402.10110}, archiveprefix = {arXiv}, doi = {10.1/x_y}, url = {https://example.org/a_b?c=%20}
}`)

describe('BibTeX, as Better BibTeX reads it', () => {
  test('has every field of a paper', () => {
    const { type, key, fields } = bibtex(PAPER)
    assert.equal(type, 'inproceedings')
    assert.equal(key, 'k')
    assert.deepEqual(fields.author, [
      { lastName: 'Berg', firstName: 'Jan', prefix: 'van der' },
      { lastName: 'Akyürek', firstName: 'Ekin' },
      { name: 'The Group' },
    ])
    assert.equal(fields.title, 'On <span class="nocase"><i>E. coli</i></span> & RNA in CoT: 50% more')
    const { booktitle, pages, volume, year, month, eprint, archiveprefix, doi, url } = fields as Record<string, string>
    assert.deepEqual(
      { booktitle, pages, volume, year, month, eprint, archiveprefix, doi, url },
      {
        booktitle: 'Proc. of X',
        pages: '10–19',
        volume: '3',
        year: '2024',
        month: '2',
        eprint: '2402.10110',
        archiveprefix: 'arXiv',
        doi: '10.1/x_y',
        url: 'https://example.org/a_b?c=%20',
      },
    )
  })

  test('keeps capitals that a style would make small, and no others', () => {
    assert.match(as('bib', work({ title: 'The LLMs of Über and RNA' })), /title = \{The \{LLMs\} of Über and \{RNA\}\}/)
  })

  const types: Readonly<Record<string, string>> = {
    'article-journal': 'article',
    book: 'book',
    chapter: 'incollection',
    // A thesis or a report of which nothing more is said is no doctoral thesis and no technical report.
    thesis: 'thesis',
    report: 'report',
    manuscript: 'unpublished',
    webpage: 'online',
    'made up': 'misc',
  }
  for (const [type, expected] of Object.entries(types))
    test(`${type} is @${expected}`, () => assert.equal(bibtex(work({ type, title: 'T' })).type, expected))

  const kinds: Readonly<Record<string, string>> = {
    'PhD thesis': 'phdthesis',
    "Master's thesis": 'mastersthesis',
    'MSc dissertation': 'mastersthesis',
    Dissertation: 'phdthesis',
    Habilitation: 'thesis',
  }
  for (const [genre, expected] of Object.entries(kinds))
    test(`a thesis that is a ${genre} is @${expected}, and says so`, () => {
      const { type, fields } = bibtex(work({ type: 'thesis', genre, title: 'T' }))
      assert.deepEqual([type, fields.type], [expected, genre])
    })

  test('keeps names in titles that are written in small letters', () => {
    const titles = [
      'Deep learning in Paris: On Bayes',
      'Deep Learning in Paris',
      'A <span class="nocase">van Gogh</span>',
    ]
    assert.deepEqual(
      titles.map((title) => /title = \{(.*)\}/.exec(as('bib', work({ title })))?.[1]),
      ['Deep learning in {Paris}: On {Bayes}', 'Deep Learning in Paris', 'A {van Gogh}'],
    )
  })

  test('has one publisher and one person where a text has the word "and" or a particle in it', () => {
    const { fields } = bibtex(
      work({
        publisher: 'Society for Industrial and Applied Mathematics',
        author: [
          { family: 'de la Cruz', given: 'Ana María' },
          { family: 'Lee', given: 'Ann', suffix: 'Jr.' },
          { literal: 'Food and Drug Administration' },
        ],
      }),
    )
    assert.deepEqual(fields.publisher, ['Society for Industrial and Applied Mathematics'])
    assert.deepEqual(fields.author, [
      { lastName: 'Cruz', firstName: 'Ana María', prefix: 'de la' },
      { lastName: 'Lee', firstName: 'Ann', suffix: 'Jr.' },
      { name: 'Food and Drug Administration' },
    ])
  })

  test('comes back as the work it was', () => {
    const again = readBibliography({ path: 'references.bib', text: as('bib', PAPER) }).get('k')!
    assert.deepEqual(again, PAPER)
  })
})

describe('RIS', () => {
  test('has every field of a paper', () => {
    assert.deepEqual(ris(PAPER), {
      TY: ['CPAPER'],
      ID: ['k'],
      AU: ['van der Berg, Jan', 'Akyürek, Ekin', 'The Group'],
      A2: ['Ed, Itor'],
      TI: ['On E. coli & RNA in CoT: 50% more'],
      T2: ['Proc. of X'],
      VL: ['3'],
      SP: ['10'],
      EP: ['19'],
      PY: ['2024'],
      DA: ['2024/02/'],
      DO: ['10.1/x_y'],
      AN: ['arXiv:2402.10110'],
      UR: ['https://example.org/a_b?c=%20'],
    })
  })

  test('is understood as the work it was', () => {
    const [read] = parseRis(as('ris', PAPER)) as unknown as Record<string, unknown>[]
    assert.equal(read?.['title'], 'On E. coli & RNA in CoT: 50% more')
    assert.equal(read['page'], '10-19')
    assert.equal(read['DOI'], '10.1/x_y')
  })

  const types: Readonly<Record<string, string>> = {
    'article-journal': 'JOUR',
    'paper-conference': 'CPAPER',
    book: 'BOOK',
    chapter: 'CHAP',
    thesis: 'THES',
    report: 'RPRT',
    // RIS has a type for manuscripts, and Zotero and EndNote read it as one.
    manuscript: 'MANSCPT',
    article: 'UNPB',
    dataset: 'DATA',
    software: 'COMP',
    webpage: 'ELEC',
    'made up': 'GEN',
  }
  for (const [type, expected] of Object.entries(types))
    test(`${type} is ${expected}`, () => assert.deepEqual(ris(work({ type, title: 'T' })).TY, [expected]))

  test('a preprint that BibTeX calls @misc is unpublished', () => {
    assert.deepEqual(ris(fromBib('@misc{k, title={T}, eprint={2001.00001}, archiveprefix={arXiv}}')).TY, ['UNPB'])
  })
})

test('CSL-JSON comes back as the work it was, with its number on arXiv', () => {
  const again = readBibliography({ path: 'references.json', text: as('json', PAPER) })
  assert.deepEqual(again.problems, [])
  const { number, ...csl } = again.get('k')!.csl
  assert.equal(number, 'arXiv:2402.10110')
  assert.deepEqual(csl, PAPER.csl)
})

describe('whatever a work says', () => {
  const words = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.stringMatching(/^[{}\\@%$#&_~^"',=\r\n\t<>a -]{0,20}$/),
    fc.constantFrom('a\nER  - \nTY  - JOUR\nTI  - b', '}\n@book{evil, title={x}}', '<i>x', '</i>}{', '\\', 'a and b'),
  )
  const anyWork = fc
    .record({
      type: fc.constantFrom('book', 'article-journal', 'thesis'),
      title: words,
      author: fc.array(fc.record({ family: words, given: words }), { maxLength: 3 }),
      'container-title': words,
      publisher: words,
      page: words,
      DOI: words,
      URL: words,
    })
    .map((csl) => work(csl, 'k'))

  test('its BibTeX is one entry with its key', () => {
    fc.assert(
      fc.property(anyWork, (source) => {
        const { entries } = parseBibtex(as('bib', source))
        assert.deepEqual(
          entries.map(({ key }) => key),
          ['k'],
        )
      }),
      { numRuns: runs(100), seed },
    )
  })

  test('its RIS is one record with its title in one line', () => {
    fc.assert(
      fc.property(anyWork, (source) => {
        const lines = as('ris', source).split('\r\n')
        assert.deepEqual(lines.slice(-2), ['ER  - ', ''])
        assert.equal(lines.filter((line) => /^(TY|ER) {2}- /.test(line)).length, 2)
        for (const line of lines.slice(0, -1)) assert.match(line, /^[A-Z][A-Z0-9] {2}- /)
      }),
      { numRuns: runs(300), seed },
    )
  })
})
