/** What search engines, readers of feeds and devices find on a built site, and that a build after edits has the same. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { after, before, describe, test } from 'node:test'
import { rmSync } from 'node:fs'
import { write } from '../support/content-folder.ts'
import { commit, repository } from '../support/git-repository.ts'
import { elements } from '../support/html.ts'
import { buildSite, run, type BuiltSite } from '../support/site.ts'
import { differences, treeOf } from '../support/tree.ts'

const note = (title: string, fields = ''): string => `---\ntitle: ${title}\n${fields}---\nWords.\n`

describe('a site at an address with a path', () => {
  const folder = repository(
    {
      'site.yaml': 'title: Mosses\nurl: https://example.org/g\nro_crate: true\noffline: true\n',
      'inquiries/why.md': '---\ntitle: Why green?\nstatus: open\ntopics: [moss]\n---\n[[bark]]\n',
      'notes/bark.md': note('Bark & stone', 'created: 2026-01-01\n'),
      'notes/hidden.md': note('Canary', 'draft: true\ncreated: 2029-01-01\n'),
    },
    { 'notes/bark.md': note('Bark & stone', 'created: 2026-01-01\ntopics: [moss]\n') },
  )
  let site: BuiltSite
  const file = (path: string): string => readFileSync(join(site.dist, path), 'utf8')
  before(async () => {
    site = await buildSite('found', folder)
    assert.equal(site.status, 0, site.stderr)
  })
  after(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  test('has a sitemap whose pages are there, with the days of commits, and says nothing of what it has not', () => {
    const places = [...file('sitemap.xml').matchAll(/<loc>https:\/\/example\.org\/g(.*?)<\/loc>(?:<lastmod>(.*?)<)?/g)]
    for (const [, address] of places) assert.match(file(`${address}index.html`), /<h1/)
    assert.deepEqual(
      places.flatMap(([, address, day]) => (day === undefined ? [] : [[address, day]])),
      [
        ['/inquiries/why/', '2026-03-01'],
        ['/notes/bark/', '2026-03-02'],
      ],
    )
    assert.doesNotMatch(site.stdout, /names no `url`/)
    for (const [path, bytes] of treeOf(site.dist)) assert.ok(!`${path}${bytes}`.includes('2029-0'), path)
  })

  test('has files at all that its home page names', () => {
    const links = elements(file('index.html'), ({ tagName, properties }) => tagName === 'link' && !!properties.href)
    const named = links.map(({ properties }) => String(properties.href)).filter((href) => href.startsWith('/g/'))
    for (const name of [
      'manifest.webmanifest',
      'opensearch.xml',
      'favicon.ico',
      'apple-touch-icon.png',
      'notes.feed.json',
    ])
      assert.ok(named.includes(`/g/${name}`), name)
    for (const href of named) assert.ok(treeOf(site.dist).has(href.slice('/g/'.length)), href)
  })

  test('shows what a shared link is about, and machines where a page is', () => {
    const tags = (path: string) =>
      Object.fromEntries(
        elements(file(path), ({ tagName }) => tagName === 'meta').map(({ properties: { property, name, content } }) => [
          String(property ?? name),
          content,
        ]),
      )
    assert.partialDeepStrictEqual(tags('notes/bark/index.html'), {
      'og:site_name': 'Mosses',
      'og:title': 'Bark & stone',
      'og:type': 'article',
      'og:url': 'https://example.org/g/notes/bark/',
      'og:image': 'https://example.org/g/notes/bark.share.png',
      'og:image:alt': 'Bark & stone',
      'og:image:width': '1200',
      'og:image:height': '630',
      'twitter:card': 'summary_large_image',
    })
    assert.partialDeepStrictEqual(tags('index.html'), {
      'og:image': 'https://example.org/g/icon-512.png',
      'og:image:alt': 'Mosses',
      'twitter:card': 'summary',
    })
    for (const path of ['inquiries/why', 'notes/bark', 'topics/moss'])
      assert.equal(tags(`${path}/index.html`)['og:image'], `https://example.org/g/${path}.share.png`)
    assert.equal(tags('index.html')['og:type'], 'website')
    const linked = (path: string): unknown[] =>
      [...file(path).matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].map(
        ([, json = '']) => JSON.parse(json) as unknown,
      )
    assert.partialDeepStrictEqual(linked('index.html'), [
      { '@type': 'WebSite', name: 'Mosses', url: 'https://example.org/g' },
    ])
    const [, steps] = linked('notes/bark/index.html') as { itemListElement: { name: string; item: string }[] }[]
    assert.deepEqual(
      steps!.itemListElement.map(({ name, item }) => [name, item]),
      [
        ['Mosses', 'https://example.org/g/'],
        ['Notes', 'https://example.org/g/notes/'],
        ['Bark & stone', 'https://example.org/g/notes/bark/'],
      ],
    )
  })

  test('has a picture of each public inquiry, note and topic, in which something is drawn', async () => {
    const pictures = [...treeOf(site.dist).keys()].filter((path) => path.endsWith('.share.png'))
    assert.deepEqual(pictures, ['inquiries/why.share.png', 'notes/bark.share.png', 'topics/moss.share.png'])
    assert.match(site.stdout, /pictures of links: 3 drawn, 0 kept/)
    for (const path of pictures) {
      const { data, info } = await sharp(join(site.dist, path)).raw().toBuffer({ resolveWithObject: true })
      assert.deepEqual([info.width, info.height], [1200, 630])
      const dark = data.filter((value, index) => index % info.channels === 0 && value < 60).length
      assert.ok(dark > 2000, `${path} has letters`)
    }
  })

  test('gives no address to the page that is shown where there is none', () => {
    assert.doesNotMatch(file('404.html'), /canonical|og:url|404\/"/)
  })

  test('has an RO-Crate that names files which are there, and says what that lacks', () => {
    const { '@graph': things } = JSON.parse(file('ro-crate-metadata.json')) as { '@graph': Record<string, unknown>[] }
    const files = things.flatMap(({ '@id': id, '@type': type }) => ([type].flat().includes('File') ? [String(id)] : []))
    assert.ok(
      ['inquiries/why/index.html', 'notes/bark/index.html', 'new.feed.json'].every((path) => files.includes(path)),
    )
    for (const path of files) assert.ok(treeOf(site.dist).has(decodeURI(path)), path)
    assert.equal(things.find(({ '@id': id }) => id === './')?.['datePublished'], '2026-03-02')
    assert.match(
      site.stdout,
      /ro-crate-metadata\.json names no licence, because site\.yaml has no `licence`\. RO-Crate demands/,
    )
  })

  test('has a service worker that knows which build it is, and pages that start it', () => {
    assert.match(file('service-worker.js'), /^self\.words = \{"heading":"No connection"/)
    assert.match(file('offline-files.js'), /^self\.files = \{"version":"[0-9a-f]{16}","index":\["pagefind\/0\//)
    for (const page of ['index.html', 'notes/bark/index.html', '404.html'])
      assert.match(file(page), /<script type="module" src="\/g\/_astro\/OfflineScript/, page)
  })

  test('has the same feeds in both formats', () => {
    for (const stem of ['new', 'notes', 'answers', 'topics/moss', 'inquiries/why']) {
      const atom = [...file(`${stem}.atom`).matchAll(/<entry>\n<title>(.*?)<\/title>\n<id>(.*?)<\/id>/g)]
      const { items } = JSON.parse(file(`${stem}.feed.json`)) as { items: { title: string; id: string; url: string }[] }
      assert.ok(items.length > 0, stem)
      assert.deepEqual(
        items.map(({ id }) => id),
        atom.map(([, , id]) => id),
      )
      for (const { url } of items) assert.match(url, /^https:\/\/example\.org\/g\/(?:notes|inquiries)\//)
    }
    assert.match(file('notes.atom'), /<title>Bark &amp; stone<\/title>/)
    assert.doesNotMatch(file('notes.atom'), /Why/)
  })

  test('has the same files after edits as one that is built anew', async () => {
    write(folder, 'notes/new.md', note('New', 'created: 2026-03-03\n'))
    write(folder, 'inquiries/why.md', '---\ntitle: Why green?\nstatus: settled\nanswer: Light.\n---\n[[bark]]\n')
    commit(folder, '2026-03-05T12:00:00Z')
    assert.equal((await run('build', ['--outDir', site.dist], folder)).status, 0)
    assert.match(file('sitemap.xml'), /why\/<\/loc><lastmod>2026-03-05</)
    assert.match(file('notes.feed.json'), /"title":"New"/)
    const clean = await buildSite('found-clean', folder)
    assert.deepEqual(differences(treeOf(site.dist), treeOf(clean.dist)), [])
    const again = await run('build', ['--outDir', site.dist], folder)
    assert.match(again.stdout, /pictures of links: 0 drawn, 4 kept/)
    write(folder, 'site.yaml', 'title: Mosses\nurl: https://example.org/g\nshare_pictures: 3\n')
    assert.equal((await run('build', ['--outDir', site.dist], folder)).status, 0)
    assert.doesNotMatch([...treeOf(site.dist).keys()].join(), /share\.png/)
    assert.match(file('notes/bark/index.html'), /icon-512\.png/)
    write(folder, 'site.yaml', 'title: Mosses\n')
    const { stdout, status } = await run('build', ['--outDir', site.dist], folder)
    assert.equal(status, 0)
    assert.equal(stdout.match(/site\.yaml names no `url`/g)?.length, 1)
    assert.doesNotMatch(file('notes/bark/index.html'), /og:|BreadcrumbList|OfflineScript/)
    const left = [...treeOf(site.dist).keys()].filter((path) =>
      /sitemap|robots|opensearch|ro-crate|service-worker|offline-files/.test(path),
    )
    assert.deepEqual(left, [])
  })
})
