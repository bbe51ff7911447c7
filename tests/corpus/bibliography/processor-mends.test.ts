/** What the citation processor does wrong by itself, and what is mended in it. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import CSL, { type Engine } from 'citeproc'
import { fillLinkMarks, withoutLinkMarks } from '../../../src/corpus/bibliography/citation-marks.ts'
import { KnownReferences } from '../../../src/corpus/bibliography/reference-formatter.ts'
import { toSource } from '../../../src/corpus/bibliography/source.ts'
import { APA } from '../../../src/corpus/bibliography/style.ts'
import type { Cite } from '../../../src/corpus/model/citations.ts'
import type { Csl } from '../../../src/corpus/model/csl.ts'
import { AUTHOR_YEAR } from '../../support/citation-lines.ts'

const work = (more: Csl, key = 'a') =>
  toSource(key, { type: 'book', title: 'T', publisher: 'P', issued: { 'date-parts': [[2001]] }, ...more })

describe('family and given names are parted in', () => {
  const names: Readonly<Record<string, readonly [family: string, given: string, shown: string]>> = {
    Devanagari: ['शर्मा', 'राहुल', 'शर्मा राहुल'],
    Armenian: ['Պետրոսյան', 'Արամ', 'Պետրոսյան Արամ'],
    Georgian: ['გელაშვილი', 'ნინო', 'გელაშვილი ნინო'],
    Tamil: ['குமார்', 'அருண்', 'குமார் அருண்'],
    Bengali: ['দাস', 'রিনা', 'দাস রিনা'],
    'but not in Chinese': ['王', '小明', '王小明'],
    'nor in Korean': ['김', '민수', '김민수'],
  }
  const references = new KnownReferences({ name: 'vancouver', isNumeric: true })
  for (const [script, [family, given, shown]] of Object.entries(names))
    test(script, () => {
      const source = work({ author: [{ family, given }] })
      assert.equal(references.format({ source, language: 'en' }), `${shown}. T. P; 2001.`)
    })
})

describe('references and citations are in the language of their page', () => {
  const two = work({
    author: [
      { family: 'Roe', given: 'R' },
      { family: 'Poe', given: 'P' },
    ],
    edition: '2',
  })
  const cite: Cite = { source: two, prefix: '', suffix: '', label: 'page', locator: '3' }

  test('with its words for "and", pages and editions', () => {
    const references = new KnownReferences(AUTHOR_YEAR)
    assert.equal(references.format({ source: two, language: 'de' }), 'Roe, R, und P Poe. 2001. <i>T</i>. 2. Aufl. P.')
    assert.equal(references.short({ source: two, language: 'fr-CA' }), 'Roe et Poe 2001')
    const apa = new KnownReferences(APA)
    const cited = apa.cite({ language: 'de-AT', isNarrative: false, cites: [cite] }) ?? ''
    assert.equal(withoutLinkMarks(cited), '(Roe &#x26; Poe, 2001, S. 3)')
  })

  test('with its quotation marks in titles', () => {
    const source = work({ author: [{ family: 'Lee' }], title: 'Das "Wort"' })
    assert.match(new KnownReferences(APA).format({ source, language: 'de' }), /Das „Wort“/)
  })

  test('and in English where the processor does not know the language', () => {
    assert.equal(new KnownReferences(AUTHOR_YEAR).short({ source: two, language: 'tlh' }), 'Roe and Poe 2001')
  })
})

test('works of the same authors are parted by the delimiter of their group', () => {
  const [one, other] = [work({ author: [{ family: 'Roe' }] }), work({ author: [{ family: 'Roe' }], title: 'U' }, 'b')]
  const among = [one, other]
  const cites = among.map((source): Cite => ({ source, among, prefix: '', suffix: '' }))
  const cited = new KnownReferences(AUTHOR_YEAR).cite({ language: 'en', isNarrative: false, cites })
  assert.equal(withoutLinkMarks(cited ?? ''), '(Roe 2001a, 2001b)')
})

test('a range of numbers swallows no words around a work', () => {
  const sources = ['a', 'b', 'c'].map((key) => work({ author: [{ family: key }] }, key))
  const references = new KnownReferences({ name: 'vancouver', isNumeric: true })
  const cited = (suffix: string): string =>
    withoutLinkMarks(
      references.cite({
        language: 'en',
        isNarrative: false,
        cites: sources.map((source, index) => ({
          source,
          prefix: '',
          suffix: index === 1 ? suffix : '',
          number: index + 1,
        })),
      }) ?? '',
    )
  assert.equal(cited(''), '(1–3)')
  assert.equal(cited(', p. 3'), '(1,2, p. 3,3)')
})

describe('an apostrophe within a quotation does not end it', () => {
  for (const [title, shown] of [
    ["'Darwin’s finches' now", '“Darwin’s finches” now'],
    ['"Darwin’s finches" now', '“Darwin’s finches” now'],
    ["O’Neil’s 'it’s' thing", 'O’Neil’s “it’s” thing'],
    ["'tis o’clock", '’tis o’clock'],
  ] as const)
    test(title, () => {
      const source = work({ type: 'article-journal', title, author: [{ family: 'Lee', given: 'A' }] })
      const html = new KnownReferences(APA).format({ source, language: 'en' })
      assert.ok(html.includes(`(2001). <i>${shown}</i>.`), html)
    })
})

test('a particle with an apostrophe has no space after it', () => {
  const source = work({ author: [{ family: 'Arcy', given: 'Fitz', 'non-dropping-particle': "d'" }] })
  const references = new KnownReferences(APA)
  assert.equal(references.short({ source, language: 'en' }), 'd’Arcy, 2001')
  assert.match(references.format({ source, language: 'en' }), /^d’Arcy, F\. \(2001\)/)
})

test('what is about a year is so in the text as well', () => {
  const issued = { 'date-parts': [[1900]], circa: true } as Csl['issued'] & object
  const references = new KnownReferences(APA)
  const source = work({ author: [{ family: 'Old', given: 'A' }], issued })
  assert.equal(references.short({ source, language: 'en' }), 'Old, ca. 1900')
  assert.match(references.format({ source, language: 'en' }), /\(ca\. 1900\)/)
})

test('the processor is mended once, although a process has the mends as a source and in a bundle', async () => {
  const again = new URL('../../../src/corpus/bibliography/processor-mends.ts?again', import.meta.url).href
  const { mendProcessor } = (await import(
    again
  )) as typeof import('../../../src/corpus/bibliography/processor-mends.ts')
  mendProcessor(CSL)
  const cites = ['a', 'b'].map((title): Cite => ({ source: work({ title }, title), prefix: '', suffix: '' }))
  const cited = new KnownReferences(APA).cite({ language: 'en', isNarrative: false, cites })
  assert.equal(
    fillLinkMarks(cited!, (index) => `<a ${index}>`),
    '(<a 0><i>A</i>, 2001</a>; <a 1><i>B</i>, 2001</a>)',
  )
})

test('letters are made small after the rules of the language of a work', () => {
  const small = (language: string, text: string): string => {
    const engine = { tmp: { lang_array: [language, 'en-US'] } } as unknown as Engine
    return CSL.toLocaleLowerCase.call(engine, text)
  }
  assert.deepEqual(
    ['en', 'de', 'tr', 'tur', 'az'].map((language) => small(language, 'IRK')),
    ['irk', 'irk', 'ırk', 'ırk', 'ırk'],
  )
  assert.equal(small('lt', 'I\u0300'), 'i\u0307\u0300')
  assert.equal(small('en', 'Ölfarbe İ'), 'ölfarbe i\u0307')
})
