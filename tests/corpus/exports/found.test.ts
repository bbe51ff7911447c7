/** What search engines and browsers find a site by: sitemaps with true days, robots.txt, the search, and the manifest. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openSearch } from '../../../src/corpus/exports/open-search.ts'
import { robotsTxt } from '../../../src/corpus/exports/robots.ts'
import { shareTags } from '../../../src/corpus/exports/share-tags.ts'
import { sitemapFiles } from '../../../src/corpus/exports/sitemap.ts'
import { webManifest } from '../../../src/corpus/exports/web-manifest.ts'
import { DEFAULT_SETTINGS } from '../../../src/corpus/settings.ts'
import { corpusOf } from '../../support/corpus.ts'

const HERE = { ...DEFAULT_SETTINGS, url: 'https://example.org/g', base: '/g/' }
const { corpus: linked } = corpusOf({
  'inquiries/why.md': '---\ntitle: Why?\ncreated: 2026-01-05\nupdated: 2026-03-02\ntopics: [moss & bark]\n---\n',
  'notes/committed.md': '---\ntitle: Committed\ncreated: 2020\n---\n',
  'notes/old.md': '---\ntitle: Old\ncreated: 2021-02\n---\n',
  'notes/undated.md': '---\ntitle: Undated\n---\n',
  'notes/secret.md': '---\ntitle: Secret\ndraft: true\nupdated: 2029-01-01\n---\n',
})
const history = {
  prefix: '',
  changes: new Map(),
  since: '2026-01-01',
  revisions: new Map([
    ['notes/committed.md', { commit: 'a', date: '2026-05-06T23:00:00+02:00' }],
    // The log begins with this commit, so the file may be as it is for longer.
    ['notes/old.md', { commit: 'b', date: '2026-01-01T10:00:00Z' }],
    ['notes/secret.md', { commit: 'c', date: '2029-02-02T10:00:00Z' }],
  ]),
}
const corpus = { ...linked, history, settings: HERE }
const locations = (xml: string): string[] => [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address!)

test('a sitemap has every page by its whole address, and a day only where one is known', () => {
  const [[address, xml] = ['', ''], ...others] = sitemapFiles(corpus, ['/about-us/'])
  assert.deepEqual([address, others], ['/sitemap.xml', []])
  assert.deepEqual(
    locations(xml).map((each) => each.replace('https://example.org/g', '')),
    [
      ...['/', '/inquiries/', '/notes/', '/topics/', '/new/', '/map/', '/topics/moss--bark/', '/about-us/'],
      ...['/inquiries/why/', '/notes/committed/', '/notes/old/', '/notes/undated/'],
    ],
  )
  assert.deepEqual(
    [...xml.matchAll(/(\w+)\/<\/loc><lastmod>(.*?)</g)].map(([, name, day]) => [name, day]),
    [
      ['why', '2026-03-02'],
      ['committed', '2026-05-06'],
      ['old', '2021-02'],
    ],
  )
  assert.doesNotMatch(xml, /secret|2029/)
})

test('a sitemap that is too long for a file is cut, and an index names its parts', () => {
  const files = sitemapFiles(corpus, [], 5)
  assert.deepEqual([...files.keys()], ['/sitemap.xml', '/sitemap-1.xml', '/sitemap-2.xml', '/sitemap-3.xml'])
  assert.deepEqual(locations(files.get('/sitemap.xml')!), [
    'https://example.org/g/sitemap-1.xml',
    'https://example.org/g/sitemap-2.xml',
    'https://example.org/g/sitemap-3.xml',
  ])
  const parts = [1, 2, 3].flatMap((part) => locations(files.get(`/sitemap-${part}.xml`)!))
  assert.deepEqual(parts, locations(sitemapFiles(corpus).get('/sitemap.xml')!))
})

test('without an address there is none of what needs one', () => {
  assert.equal(sitemapFiles({ ...corpus, settings: DEFAULT_SETTINGS }).size, 0)
  assert.equal(robotsTxt(DEFAULT_SETTINGS), undefined)
  assert.equal(openSearch(DEFAULT_SETTINGS), undefined)
})

test('robots.txt leads to the sitemap, and is only where it is read: at the root of a host', () => {
  assert.match(
    robotsTxt({ ...HERE, base: '/', url: 'https://example.org' })!,
    /^Sitemap: https:\/\/example\.org\/sitemap\.xml$/m,
  )
  assert.equal(robotsTxt(HERE), undefined)
})

test('the search is described with words of the language, and no more of the title than fits', () => {
  const xml = openSearch({ ...HERE, language: 'de', title: 'Notizen über Moose & Flechten' })!
  assert.match(xml, /<ShortName>Notizen über Mo…<\/ShortName>\n<LongName>Notizen über Moose &amp; Flechten: Suche</)
  assert.match(xml, /<Url type="text\/html" template="https:\/\/example\.org\/g\/search\/\?q=\{searchTerms\}"\/>/)
})

test('a manifest names the icons that there are', () => {
  const settings = { ...HERE, language: 'ar', title: 'طحالب' }
  const manifest: unknown = JSON.parse(webManifest(settings, new Set(['/favicon.svg'])))
  assert.partialDeepStrictEqual(manifest, { name: 'طحالب', lang: 'ar', dir: 'rtl', start_url: '/g/', id: '/g/' })
  assert.deepEqual(
    (manifest as { icons: { src: string }[] }).icons.map(({ src }) => src),
    ['/g/favicon.svg'],
  )
})

test('a shared link has the picture of the owner where there is one, and the icon otherwise', () => {
  const page = { title: 'A', description: 'B.', url: 'https://example.org/g/a/', isEntry: true }
  const pictureIn = (...files: string[]) =>
    shareTags(page, HERE, new Set(files))
      .filter((tag) => 'name' in tag || /image/.test(tag.property))
      .map(({ content }) => content)
  const title = HERE.title
  assert.deepEqual(pictureIn('/icon-512.png', '/share.png'), [
    'https://example.org/g/share.png',
    title,
    'summary_large_image',
  ])
  assert.deepEqual(pictureIn('/icon-512.png'), ['https://example.org/g/icon-512.png', title, 'summary'])
  assert.deepEqual(pictureIn(), ['summary'])
  assert.deepEqual(shareTags(page, DEFAULT_SETTINGS, new Set()), [])
})
