/** Which pages lead on from addresses that entries had before, and what is said of the others. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { redirectsOf } from '../../../src/corpus/redirects/redirects.ts'
import { redirectPage } from '../../../src/corpus/redirects/redirect-page.ts'
import type { Settings } from '../../../src/corpus/site-config.ts'
import { corpusOf, said, type Files } from '../../support/corpus.ts'

function redirects(files: Files, settings: Partial<Settings> = {}) {
  const { corpus } = corpusOf(files)
  const found = redirectsOf({ ...corpus, settings: { ...corpus.settings, ...settings } }, () => [
    '/llms.txt',
    '/notes/b.md',
  ])
  return {
    pages: found.redirects.map(({ address, to }) => `${address} → ${to}`),
    problems: found.problems.map((each) => `${each.file ?? ''}:${said(each)}`),
  }
}

const note = (fields: string): string => `---\n${fields}\n---\n`

test('permalink, redirect_from and aliases that are paths are old addresses', () => {
  const { pages, problems } = redirects({
    'notes/a.md': note(
      'permalink: 2019/old name.html\nredirect_from: [/x/, /y/index.html]\naliases: [/z, ../w/, My Name, TCP/IP, and/or]',
    ),
  })
  assert.deepEqual(problems, [])
  assert.deepEqual(pages, [
    '/2019/old%20name.html → notes/a.md',
    '/x/ → notes/a.md',
    '/y/ → notes/a.md',
    '/z/ → notes/a.md',
    '/w/ → notes/a.md',
  ])
})

test('one address is enough, and encoded ones are decoded', () => {
  const { pages } = redirects({ 'notes/a.md': note('redirect_from: /caf%C3%A9/'), 'b.md': note('alias: /Über uns/') })
  assert.deepEqual(pages, ['/%C3%9Cber%20uns/ → b.md', '/caf%C3%A9/ → notes/a.md'])
})

describe('a plain alias', () => {
  const files = { 'deep er/a.md': note('aliases: [My Old Name, "R&D 100%?"]'), 'b.md': note('aliases: Top') }

  test('is an address in Quartz alone, beside the note and at the root', () => {
    assert.deepEqual(redirects(files).pages, [])
    assert.deepEqual(redirects(files, { dialect: 'quartz' }).pages, [
      '/Top/ → b.md',
      '/deep-er/My-Old-Name/ → deep er/a.md',
      '/deep-er/R-and-D-100-percent/ → deep er/a.md',
      '/My-Old-Name/ → deep er/a.md',
      '/R-and-D-100-percent/ → deep er/a.md',
    ])
  })

  test('that nothing of can stand in an address is reported', () => {
    assert.deepEqual(redirects({ 'a.md': note('aliases: "???"') }, { dialect: 'quartz' }).problems, [
      'a.md:2:10 warning redirect "???" cannot be an address of the site, because nothing of it can stand in an address. No page there leads to this entry. Write another address, or take it out.',
    ])
  })
})

describe('no page is made', () => {
  test('where a page or a file of the site is, or a folder of it, in any case', () => {
    const wanted = [
      ...['/', '/index.html', '/Notes/B/', '/notes/', '/topics/', '/search', '/404.html', '/audit/', '/llms.txt'],
      ...['/notes/b.md/', '/pagefind/x/', '/_astro/', '/attachments/a.html', '/topics/moss/'],
    ]
    const files = {
      'notes/a.md': note(`redirect_from:\n${wanted.map((each) => `  - ${each}`).join('\n')}`),
      'notes/b.md': note('topics: moss'),
    }
    const { pages, problems } = redirects(files)
    assert.deepEqual(pages, [])
    assert.equal(problems.length, wanted.length)
    assert.match(problems[2]!, /^notes\/a\.md:5:5 warning redirect The address \/Notes\/B\/ is that of notes\/b\.md\. /)
    assert.match(problems[0]!, /The address \/ is that of a page of the site\. /)
    assert.match(problems[8]!, /The address \/llms\.txt\/ is that of a file of the site\. /)
  })

  test('where another entry asked for the page first, or for a folder that is a file', () => {
    const { pages, problems } = redirects({
      'a.md': note('permalink: /x.html'),
      'b.md': note('permalink: /X.html'),
      'c.md': note('permalink: /x.html/y/'),
    })
    assert.deepEqual(pages, ['/x.html → a.md'])
    assert.deepEqual(problems, [
      'b.md:2:12 warning redirect The address /X.html is that of a.md. No page there leads to this entry. Write another address, or take it out.',
      'c.md:2:12 warning redirect The address /x.html/y/ is that of a.md. No page there leads to this entry. Write another address, or take it out.',
    ])
  })

  test('at an address that leads out of the site or cannot be one', () => {
    for (const [written, because] of [
      ['../../etc/passwd', 'it leads out of the site'],
      ['/a/%2e%2e/%2e%2e/b', 'it leads out of the site'],
      ['https://example.org/x', 'it is no path of the site'],
      ['//example.org/x', 'it is no path of the site'],
      ['C:\\x', 'it is no path of the site'],
      ['\\\\host\\x', 'it has the sign "\\\\" in it'],
      ['/a\\..\\b', 'it has the sign "\\\\" in it'],
      ['/x?p=1', 'it has the sign "?" in it'],
      ['/x#part', 'it has the sign "#" in it'],
      ['/:year/:title/', 'it has the sign ":" in it'],
      ['/%00', 'it has the sign "\\u0000" in it'],
      ['/%zz', 'its percent signs cannot be decoded'],
      ['/.git/config', 'a part of it begins with a full stop'],
      [`/${'x'.repeat(300)}/`, 'it is too long'],
    ] as const) {
      const { pages, problems } = redirects({ 'notes/a.md': `---\npermalink: '${written}'\n---\n` })
      assert.deepEqual([pages, problems.length], [[], 1], written)
      assert.ok(problems[0]!.includes(`cannot be an address of the site, because ${because}. `), problems[0])
    }
  })

  test('for the address that the entry has anyway, and nothing is said', () => {
    assert.deepEqual(redirects({ 'notes/a.md': note('permalink: /notes/a/') }), { pages: [], problems: [] })
  })

  test('for a draft, whose name nobody is told', () => {
    const files = { 'secret.md': note('draft: true\npermalink: /x/'), 'b.md': note('permalink: /x/') }
    assert.deepEqual(redirects(files), { pages: ['/x/ → b.md'], problems: [] })
  })
})

test('an address may be written with that of the site in front', () => {
  const files = { 'a.md': note('permalink: https://example.org/garden/old/') }
  assert.deepEqual(redirects(files, { url: 'https://example.org/garden' }).pages, ['/old/ → a.md'])
})

test('the page has a refresh, a link and the canonical address, and is kept from search engines', () => {
  const { corpus } = corpusOf({ 'notes/a.md': note('title: "<b> & co"\nlang: ar\npermalink: /x/') })
  const settings = { ...corpus.settings, base: '/garden/', url: 'https://example.org/garden' }
  const html = redirectPage({ ...corpus, settings }, 'notes/a.md')
  assert.match(html, /<meta http-equiv="refresh" content="0; url=\/garden\/notes\/a\/">/)
  assert.match(html, /<link rel="canonical" href="https:\/\/example\.org\/garden\/notes\/a\/">/)
  assert.match(html, /<a href="\/garden\/notes\/a\/" lang="ar" dir="rtl">&lt;b&gt; &amp; co<\/a>/)
  assert.match(html, /<meta name="robots" content="noindex">/)
  assert.doesNotMatch(html, /<script|<b>/)
})

test('a link to an old address leads to the entry, and a path of a file goes before it', () => {
  const { corpus } = corpusOf({
    'notes/a.md': note('permalink: /2019/old.html\nredirect_from: /x/index.html\naliases: [/notes/b/]'),
    'notes/b.md': '',
    'c.md': '[w](/2019/old.html) [w](/2019/old/) [w](/x/) [w](notes/b)',
  })
  const to = corpus.resolutions.get('c.md')!.map((each) => ('path' in each ? each.path : each.type))
  assert.deepEqual(to, ['notes/a.md', 'notes/a.md', 'notes/a.md', 'notes/b.md'])
})
