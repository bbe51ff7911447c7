/** Entries that say the same in several languages: whichever of them says so, all of them know. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sitemapFiles } from '../../../src/corpus/exports/sitemap.ts'
import { LinkCache } from '../../../src/corpus/link/link-cache.ts'
import { link } from '../../../src/corpus/link/link.ts'
import { pathLanguage } from '../../../src/corpus/names/path-language.ts'
import { APA } from '../../../src/corpus/bibliography/style.ts'
import { readBibliography } from '../../../src/corpus/bibliography/bibliography.ts'
import { DEFAULT_DIALECT, parse } from '../../../src/corpus/parse.ts'
import { render } from '../../../src/corpus/render/render.ts'
import { readSettings } from '../../../src/corpus/settings.ts'
import { said, type Files } from '../../support/corpus.ts'

/** Links files with the settings of `site.yaml`, in the dialect that it asks for. */
function linked(site: string, files: Files) {
  const { settings } = readSettings({ path: 'site.yaml', text: site })
  const dialect = { ...DEFAULT_DIALECT, ...(settings.languages && { languages: settings.languages }) }
  const parsed = Object.entries(files).flatMap(([path, text]) => parse({ path, text }, dialect).parsed ?? [])
  const bibliography = readBibliography()
  const corpus = link({ files: parsed, unread: [], settings, bibliography, style: APA, attachments: new Map() })
  const shown = Object.fromEntries(
    [...corpus.entries].map(([path, entry]) => [
      path,
      render(corpus, entry).translations?.map(({ lang, href }) => `${lang} ${href}`),
    ]),
  )
  return { corpus, shown, problems: corpus.problems.map((each) => `${each.file}:${said(each)}`) }
}

const NOTE = '---\ntitle: Learning\n---\n'
const GERMAN = '---\ntitle: Lernen\nlang: de\n---\n'
const FRENCH = '---\ntitle: Apprendre\nlang: fr\n---\n'

describe('a statement counts from both ends:', () => {
  const both = { 'notes/lernen.md': ['en /notes/learning/'], 'notes/learning.md': ['de /notes/lernen/'] }
  for (const written of ['lernen', '[lernen]', '"[[lernen]]"', '{ de: lernen }', '[{ lang: de, to: lernen }]'])
    test(`translations: ${written}`, () => {
      const { shown, problems } = linked('', {
        'notes/learning.md': `---\ntitle: Learning\ntranslations: ${written}\n---\n`,
        'notes/lernen.md': GERMAN,
      })
      assert.deepEqual(problems, [])
      assert.deepEqual(shown, both)
    })
  test('and a translation of a translation is one', () => {
    const { shown } = linked('', {
      'notes/learning.md': '---\ntitle: Learning\ntranslations: lernen\n---\n',
      'notes/lernen.md': '---\ntitle: Lernen\nlang: de\ntranslations: apprendre\n---\n',
      'notes/apprendre.md': FRENCH,
    })
    assert.deepEqual(shown['notes/apprendre.md'], ['en /notes/learning/', 'de /notes/lernen/'])
  })
})

describe('names of files state languages where site.yaml lists these:', () => {
  const LISTED = 'languages: [en, de]\n'
  test('by the end of the name', () =>
    assert.deepEqual(linked(LISTED, { 'notes/a.md': NOTE, 'notes/a.de.md': '---\ntitle: A\n---\n' }).shown, {
      'notes/a.de.md': ['en /notes/a/'],
      'notes/a.md': ['de /notes/a-de/'],
    }))
  test('by a folder in the folder of the kind, or around it', () => {
    const { shown, corpus } = linked(LISTED, {
      'notes/a.md': NOTE,
      'notes/de/a.md': '---\ntitle: A\n---\n',
      'inquiries/q.md': '---\ntitle: Q?\n---\n',
      'de/inquiries/q.md': '---\ntitle: Q?\n---\n',
    })
    assert.deepEqual(shown['notes/a.md'], ['de /notes/de/a/'])
    assert.deepEqual(shown['inquiries/q.md'], ['de /inquiries/de/q/'])
    assert.equal(corpus.entries.get('de/inquiries/q.md')?.kind, 'inquiry')
  })
  test('and what the file itself says counts before', () =>
    assert.equal(linked(LISTED, { 'notes/a.de.md': FRENCH }).corpus.entries.get('notes/a.de.md')?.data.lang, 'fr'))
  test('and links stay in the language of their file', () => {
    const { corpus, problems } = linked(LISTED, {
      'notes/a.md': NOTE,
      'notes/de/a.md': '---\ntitle: A\n---\n',
      'inquiries/q.md': '---\ntitle: Q?\n---\nSee [[a]].\n',
      'inquiries/de/q.md': '---\ntitle: Q?\n---\nSee [[a]].\n',
    })
    assert.deepEqual(problems, [])
    const target = (path: string) => corpus.resolutions.get(path)?.[0]
    assert.deepEqual(target('inquiries/q.md'), { type: 'found', path: 'notes/a.md' })
    assert.deepEqual(target('inquiries/de/q.md'), { type: 'found', path: 'notes/de/a.md' })
  })
  test('and in any other site no name says anything', () => {
    const { shown, corpus } = linked('', { 'notes/a.md': NOTE, 'notes/de/a.md': '---\ntitle: A\n---\n' })
    assert.deepEqual(shown, { 'notes/a.md': undefined, 'notes/de/a.md': undefined })
    assert.equal(corpus.translations, undefined)
  })
  test('of several tags and places', () => {
    const languages = ['en', 'de', 'pt-BR']
    assert.deepEqual(pathLanguage('notes/a.pt_br.md', languages), { language: 'pt-BR', whole: 'notes/a.md' })
    assert.deepEqual(pathLanguage('pt-br/a.md', languages), { language: 'pt-BR', whole: 'a.md' })
    assert.equal(pathLanguage('notes/it/a.md', languages), undefined)
    assert.equal(pathLanguage('notes/a.b.c.md', languages), undefined)
    assert.equal(pathLanguage('de.md', languages), undefined)
  })
})

describe('is reported with its place:', () => {
  const cases: Readonly<Record<string, readonly [Files, string]>> = {
    'a translation that is not there': [
      { 'notes/learning.md': '---\ntitle: Learning\ntranslations: { de: lernne }\n---\n', 'notes/lernen.md': GERMAN },
      'notes/learning.md:3:21 error entry-unknown There is no entry called "lernne". Did you mean "lernen"?',
    ],
    'a translation in another language than was said': [
      { 'notes/learning.md': '---\ntitle: Learning\ntranslations: { fr: lernen }\n---\n', 'notes/lernen.md': GERMAN },
      'notes/learning.md:3:21 warning translation-language notes/lernen.md is named as the translation into "fr", and it is in de. Say its language in its `lang`, or mend this one.',
    ],
    'a translation into the same language': [
      { 'notes/a.md': '---\ntitle: A\ntranslations: b\n---\n', 'notes/b.md': '---\ntitle: B\n---\n' },
      'notes/b.md:1:1 warning translation-language This is a translation of notes/a.md, and both are in en. Say its language in `lang`, or take the name out of `translations`.',
    ],
  }
  for (const [what, [files, problem]] of Object.entries(cases))
    test(what, () => assert.deepEqual(linked('', files).problems, [problem]))
})

test('a draft is no translation, and leaves no trace', () => {
  const { shown, problems, corpus } = linked('languages: [en, de]\n', {
    'notes/a.md': '---\ntitle: A\ntranslations: entwurf\n---\n',
    'notes/a.de.md': '---\ntitle: Canary\ndraft: true\n---\n',
    'notes/entwurf.md': '---\ntitle: Canary\nlang: fr\ndraft: true\n---\n',
  })
  assert.deepEqual(shown, { 'notes/a.md': undefined })
  assert.equal(corpus.translations, undefined)
  assert.equal(problems.length, 1)
})

test('the sitemap has all languages of each page, and is as before in a site with none', () => {
  const files = { 'notes/a.md': NOTE, 'notes/a.de.md': '---\ntitle: A\n---\n' }
  const url = 'url: https://example.org/x\n'
  const sitemap = sitemapFiles(linked(`${url}languages: [en, de]\n`, files).corpus).get('/sitemap.xml') ?? ''
  const links =
    '<xhtml:link rel="alternate" hreflang="de" href="https://example.org/x/notes/a-de/"/>' +
    '<xhtml:link rel="alternate" hreflang="en" href="https://example.org/x/notes/a/"/>'
  for (const address of ['a-de', 'a'])
    assert.ok(sitemap.includes(`<loc>https://example.org/x/notes/${address}/</loc>${links}</url>`), sitemap)
  assert.match(
    sitemap,
    /^<urlset xmlns="http:\/\/www\.sitemaps\.org\/schemas\/sitemap\/0\.9" xmlns:xhtml="http:\/\/www\.w3\.org\/1999\/xhtml">$/m,
  )
  assert.doesNotMatch(sitemapFiles(linked(url, files).corpus).get('/sitemap.xml') ?? '', /xhtml/)
})

test('where the language of one changes, links and translations come out as without a cache', () => {
  const { settings } = readSettings({ path: 'site.yaml', text: 'languages: [en, de, fr]\n' })
  const dialect = { ...DEFAULT_DIALECT, languages: ['en', 'de', 'fr'] }
  const input = (lang: string) => {
    const texts: Files = {
      'notes/a.md': NOTE,
      'notes/de/a.md': '---\ntitle: A\n---\n',
      'notes/de/b.md': `---\ntitle: B\nlang: ${lang}\n---\nSee [[a]].\n`,
    }
    const files = Object.entries(texts).flatMap(([path, text]) => parse({ path, text }, dialect).parsed ?? [])
    return { files, unread: [], settings, bibliography, style: APA, attachments }
  }
  const [bibliography, attachments] = [readBibliography(), new Map()]
  const cache = new LinkCache()
  for (const lang of ['de', 'fr', 'en', 'de'])
    assert.deepEqual(link(input(lang), cache).resolutions, link(input(lang)).resolutions)
})
