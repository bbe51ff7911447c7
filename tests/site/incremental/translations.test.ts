/** A site in two languages: each page leads to the same in the other one, and a later build equals a clean one. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { nightly } from '../../support/runs.ts'
import { Pair, type Files } from './pair.ts'

const FILES: Files = {
  'site.yaml': 'title: Two\nurl: https://example.org/two\nlanguage: en\nlanguages: [en, de]\n',
  'inquiries/learning.md': '---\ntitle: How does one learn?\n---\nBy [[practice]].\n',
  'inquiries/learning.de.md': '---\ntitle: Wie lernt man?\n---\nDurch [[practice]].\n',
  'notes/practice.md': '---\ntitle: Practice helps\n---\n',
  'notes/de/practice.md': '---\ntitle: Übung hilft\n---\n',
  'notes/sleep.md': '---\ntitle: Sleep helps\ntranslations: { ar: nawm }\n---\n',
  'notes/nawm.md': '---\ntitle: النوم مفيد\nlang: ar\n---\n',
  'notes/alone.md': '---\ntitle: Alone\n---\n',
}

const pair = new Pair('translations', FILES)
const page = (address: string): string => readFileSync(join(pair.outDir, address, 'index.html'), 'utf8')
/** The links to other languages in the head of a page, by their languages. */
const inHead = (address: string): Record<string, string | undefined> =>
  Object.fromEntries<string | undefined>(
    [...page(address).matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)].map(
      ([, lang = '', href]) => [lang, href],
    ),
  )

test('each page leads to the same in the other language, in its head too', async () => {
  await pair.assertClean()
  const all = {
    en: 'https://example.org/two/inquiries/learning/',
    de: 'https://example.org/two/inquiries/learning-de/',
    'x-default': 'https://example.org/two/inquiries/learning/',
  }
  assert.deepEqual(inHead('inquiries/learning'), all)
  assert.deepEqual(inHead('inquiries/learning-de'), all)
  assert.match(
    page('inquiries/learning'),
    /Also in<\/span>\s*<a href="\/two\/inquiries\/learning-de\/" hreflang="de" rel="alternate" lang="de" dir="ltr">\s*Deutsch\s*<\/a>/,
  )
  assert.match(page('inquiries/learning-de'), /<article[^>]* lang="de"/)
  assert.match(
    page('inquiries/learning-de'),
    /<a href="\/two\/inquiries\/learning\/" hreflang="en" rel="alternate" lang="en" dir="ltr">\s*English\s*<\/a>/,
  )
  assert.match(page('notes/nawm'), /hreflang="en"[^>]*>\s*English/)
  assert.match(page('notes/sleep'), /lang="ar" dir="rtl">\s*العربية/)
})

test('links stay in the language of their page', () => {
  assert.match(page('inquiries/learning'), /href="\/two\/notes\/practice\/"/)
  assert.match(page('inquiries/learning-de'), /href="\/two\/notes\/de\/practice\/"/)
})

test('a page without a translation has no byte of this', () =>
  assert.doesNotMatch(page('notes/alone'), /hreflang|Also in/))

test('the search narrows by language', () => {
  const options = /<select name="language">([^]*?)<\/select>/.exec(page('search'))?.[1] ?? ''
  assert.deepEqual(
    [...options.matchAll(/value="([a-z]+)"[^>]*>([^<]*)</g)].map(([, value, name]) => [value, name]),
    [
      ['ar', 'Arabic'],
      ['de', 'German'],
      ['en', 'English'],
    ],
  )
})

test('edits on either side give what a clean build gives', nightly, async () => {
  const edits: readonly ((files: Files) => Files)[] = [
    (files) => ({
      ...files,
      'notes/alone.md': '---\ntitle: Alone\ntranslations: allein\n---\n',
      'notes/allein.md': '---\ntitle: Allein\nlang: de\n---\n',
    }),
    ({ 'notes/de/practice.md': text = '', ...files }) => ({ ...files, 'notes/de/practise.md': text }),
    (files) => ({
      ...files,
      'inquiries/learning.de.md': files['inquiries/learning.de.md']!.replace('title', 'lang: fr\ntitle'),
    }),
    (files) => ({ ...files, 'notes/allein.md': '---\ntitle: Allein\nlang: de\ndraft: true\n---\n' }),
  ]
  for (const edit of edits) {
    pair.edit(edit)
    await pair.assertClean()
  }
  assert.doesNotMatch(page('notes/practice'), /hreflang/)
  assert.match(page('inquiries/learning'), /hreflang="fr"[^>]*>\s*français/)
  assert.doesNotMatch(page('notes/alone'), /hreflang/)
})
