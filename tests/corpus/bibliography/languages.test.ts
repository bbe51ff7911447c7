/** The words of references and citations in the language of their page. `scripts/compare-languages.ts` has Pandoc's. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { withoutLinkMarks } from '../../../src/corpus/bibliography/citation-marks.ts'
import { localeOf, localeText } from '../../../src/corpus/bibliography/locales.ts'
import { KnownReferences } from '../../../src/corpus/bibliography/reference-formatter.ts'
import { toSource } from '../../../src/corpus/bibliography/source.ts'
import { APA } from '../../../src/corpus/bibliography/style.ts'
import { plainText } from '../../../src/corpus/escape-html.ts'
import type { CitationStyle } from '../../../src/corpus/model/citation-style.ts'
import type { Csl } from '../../../src/corpus/model/csl.ts'
import { LANGUAGES, worksIn } from '../../support/citation-languages.ts'
import { AUTHOR_YEAR } from '../../support/citation-lines.ts'
import { corpusOf } from '../../support/corpus.ts'

const apa = new KnownReferences(APA)
const sourceOf = (work: Csl) => toSource(String(work['id'] ?? 'a'), work)
const referenceTo = (work: Csl, language: string, references = apa): string =>
  plainText(references.format({ source: sourceOf(work), language }))
const cited = (work: Csl, language: string, references = apa): string =>
  plainText(
    withoutLinkMarks(
      references.cite({
        language,
        isNarrative: false,
        cites: [{ source: sourceOf(work), prefix: '', suffix: '', label: 'page', locator: '3' }],
      }) ?? '',
    ),
  )

describe('a language has its locale', () => {
  const locales: Readonly<Record<string, string>> = {
    he: 'he-IL',
    iw: 'he-IL',
    'ar-EG': 'ar',
    no: 'nb-NO',
    nn: 'nn-NO',
    pt: 'pt-PT',
    'pt-BR': 'pt-BR',
    'en-GB': 'en-GB',
    'de-CH': 'de-CH',
    zh: 'zh-CN',
    'zh-Hant': 'zh-TW',
    'zh-Hant-HK': 'zh-TW',
    'zh-Hans-CN': 'zh-CN',
    'sr-Latn': 'en-US',
    pa: 'en-US',
    tlh: 'en-US',
    fil: 'en-US',
  }
  for (const [language, locale] of Object.entries(locales))
    test(`${language} is ${locale}`, () => assert.equal(localeOf(language), locale))

  test('with all words, in English where nobody translated them', () => {
    for (const language of LANGUAGES)
      for (const term of ['et-al', 'and', 'edition', 'page', 'circa', 'open-quote'])
        assert.match(localeText(localeOf(language)) ?? '', new RegExp(`<term [^>]*name="${term}"`), language)
  })
})

describe('several authors in a citation', () => {
  const shown: Readonly<Record<string, string>> = {
    de: '(Müller et al., 2019, S. 3)',
    he: '(כהן ואחרים, 2019, ’עמ 3)',
    ko: '(김 기타, 2019, p 3)',
    zh: '(王等, 2019, 页 3)',
    ja: '(田中ほか, 2019年, p. 3)',
    ar: '(محفوظ وآخرون, 2019, ص 3)',
    hi: '(शर्मा इत्यादि, 2019, पृ. 3)',
    ru: '(Иванов и др., 2019, с. 3)',
    el: '(Παπαδόπουλος κ.ά., 2019, σελ. 3)',
    'pt-BR': '(Silva et al., 2019, p. 3)',
  }
  for (const [language, text] of Object.entries(shown))
    test(`in ${language}`, () => {
      const work = worksIn(language).find(({ id }) => id === 'art')!
      assert.equal(cited(work, language).replaceAll('\u00A0', ' '), text)
    })
})

describe('the edition of a book', () => {
  const shown: Readonly<Record<string, RegExp>> = {
    en: /\. A book \(2nd ed\.\)\. House\.$/,
    de: /\. A book \(2\. Aufl\.\)\. House\.$/,
    zh: /\. A book \(第2版\)\. House\.$/,
    'zh-TW': /\. A book \(第2版\)\. House\.$/,
    ja: /\. A book \(第2版\)\. House\.$/,
    ko: /\. A book \(제2판\)\. House\.$/,
    ar: /\. A book \(ط 2\)\. House\.$/,
    ru: /\. A book \(2-е изд\.\)\. House\.$/,
    hi: /\. A book \(2 ed\.\)\. House\.$/,
  }
  for (const [language, pattern] of Object.entries(shown))
    test(`in ${language}`, () => {
      const work = worksIn(language).find(({ id }) => id === 'book2')!
      assert.match(referenceTo(work, language), pattern)
    })

  test('which is no number stays as it is', () =>
    assert.match(referenceTo({ type: 'book', title: 'T', edition: '修訂版' }, 'ja'), /\(修訂版\)/))
})

describe('authors who are not named', () => {
  const work: Csl = {
    type: 'book',
    title: 'T',
    author: [{ family: 'Lee', given: 'Ann' }, { family: 'others' }],
    issued: { 'date-parts': [[2001]] },
  }
  const shown: Readonly<Record<string, string>> = {
    en: 'Lee, A., et al. (2001). T.',
    sv: 'Lee, A., m.fl. (2001). T.',
    ko: 'Lee, A., 기타. (2001). T.',
    zh: 'Lee, A., 等. (2001). T.',
  }
  for (const [language, text] of Object.entries(shown))
    test(`in ${language}`, () => assert.equal(referenceTo(work, language), text))
})

describe('English quotation marks in a title', () => {
  const title = 'Goethe’s “Faust” and ‘evil’'
  const work: Csl = { type: 'article-journal', title, 'container-title': 'J', issued: { 'date-parts': [[2001]] } }
  const CHICAGO: CitationStyle = {
    name: 'quoted.csl',
    isNumeric: false,
    xml: AUTHOR_YEAR.xml!.replace(
      /<bibliography\b[^]*<\/bibliography>/,
      () => '<bibliography><layout><text variable="title" quotes="true"/></layout></bibliography>',
    ),
  }
  test('are those of the page', () => {
    assert.match(referenceTo(work, 'de'), /^Goethe’s „Faust“ and ‚evil‘/)
    assert.match(referenceTo(work, 'fr'), /^Goethe’s «.Faust.» and ‘evil’|^Goethe’s «.Faust.» and “evil”/)
    assert.match(referenceTo(work, 'en'), /^Goethe’s “Faust” and ‘evil\.’/)
  })
  test('and the second kind within those of the style', () =>
    assert.match(referenceTo(work, 'de', new KnownReferences(CHICAGO)), /^„Goethe’s ‚Faust‘ and/))
  test('but not where they end German ones', () =>
    assert.match(referenceTo({ ...work, title: 'Das „Wort“ und „Ding“' }, 'en'), /^Das „Wort“ und „Ding“/))
})

describe('a year that is about right says so', () => {
  const year = (issued: Csl['issued'], more: Csl = {}): Csl =>
    ({ type: 'book', title: 'T', author: [{ family: 'Old', given: 'A' }], issued, ...more }) as Csl
  const about = year({ 'date-parts': [[1900]], circa: true })

  test('in a style that does not ask for it', () => {
    const vancouver = new KnownReferences({ name: 'vancouver', isNumeric: true })
    assert.equal(referenceTo(about, 'en', vancouver), 'Old A. T. c. 1900.')
    const authorYear = new KnownReferences(AUTHOR_YEAR)
    assert.match(referenceTo(about, 'en', authorYear), /^Old, A\. c\. 1900\. T/)
    assert.match(cited(about, 'de', authorYear), /^\(Old ca\. 1900/)
    assert.match(referenceTo(year({ 'date-parts': [[1900]] }), 'en', authorYear), /^Old, A\. 1900\. T/)
  })
  test('with letters that tell works apart', () => {
    const among = [sourceOf({ ...about, id: 'a' }), sourceOf({ ...about, title: 'U', id: 'b' })]
    const cites = among.map((source) => ({ source, among, prefix: '', suffix: '' }))
    const written = new KnownReferences(AUTHOR_YEAR).cite({ language: 'en', isNarrative: false, cites })
    assert.equal(withoutLinkMarks(written ?? ''), '(Old c. 1900a, c. 1900b)')
  })
})

describe('a numeric style that sorts its references', () => {
  const sorted: CitationStyle = {
    name: 'sorted.csl',
    isNumeric: true,
    xml: `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>S</title><id>s</id>
      <updated>2020-01-01T00:00:00Z</updated></info><citation collapse="citation-number"><sort><key variable="citation-number"/></sort>
      <layout prefix="[" suffix="]" delimiter=", "><text variable="citation-number"/></layout></citation>
      <bibliography><sort><key variable="author"/><key variable="title"/></sort><layout>
      <text variable="citation-number" suffix=". "/><text variable="title"/></layout></bibliography></style>`,
  }
  const FILES = {
    'references.bib':
      '@book{z, author={Zed, A.}, title={Zed}, year={2001}}\n@book{m, author={Mid, A.}, title={Mid}, year={2001}}\n' +
      '@book{b, author={Bee, A.}, title={Bee}, year={2001}}',
    'notes/n.md': '---\ntitle: N\nsource: b\ninquiries: [{ inquiry: q, role: supports }]\n---\n',
    'inquiries/q.md': '---\ntitle: Q?\n---\nSee [@z] and [@m], [[n]].\n',
  }

  test('numbers works in the order of the list, uncited ones among them', () => {
    const { html } = corpusOf(FILES, undefined, sorted)
    assert.match(plainText(html('inquiries/q.md')), /See \[3\] and \[2\]/)
  })
  test('names the authors of a sentence with the words of the language', () => {
    const works = '@book{z, author={Zed, A. and Bee, B. and Mid, C.}, title={Zed}, year={2001}}'
    const said = (lang: string): string => {
      const essay = `---\ntitle: Q?\nlang: ${lang}\n---\n@z say so.\n`
      const { html } = corpusOf({ 'references.bib': works, 'inquiries/q.md': essay }, undefined, sorted)
      return plainText(html('inquiries/q.md')).trim()
    }
    assert.equal(said('en'), 'Zed et al. [1] say so.')
    assert.equal(said('nl'), 'Zed e.a. [1] say so.')
    assert.equal(said('zh'), 'Zed等 [1] say so.')
  })
  test('and one that does not numbers them as they are cited', () => {
    const { html } = corpusOf(FILES, undefined, { name: 'vancouver', isNumeric: true })
    assert.match(plainText(html('inquiries/q.md')), /See \(1\) and \(2\)/)
  })
})
