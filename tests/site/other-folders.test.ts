/** Other folders than the demo: without settings, under a path, with hostile and private files, empty. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { toString } from 'hast-util-to-string'
import { contentFolder } from '../support/content-folder.ts'
import { elements, isData, isInlineScript, pagesOf, parseHtml } from '../support/html.ts'
import { buildSite, sharedSite } from '../support/site.ts'

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAYAAAC56t6BAAAADElEQVR4nGNgIAUAAAA0AAHzwzF2AAAAAElFTkSuQmCC',
  'base64',
)

const plain = await buildSite(
  'plain',
  contentFolder({
    'Reading list.md': '# Reading list\n\nSee [[Deep work|the other]] and ![[shot.png]].\n',
    'sub folder/Deep work.md': 'No title here, but a [way back](../Reading%20list.md).\n',
    'sub folder/shot.png': PIXEL,
    'unused.png': PIXEL,
    '.obsidian/workspace.md': 'not content',
  }),
)

describe('a folder that is nothing but Markdown', () => {
  const { status, stderr, dist } = plain
  const pages = pagesOf(dist)

  test('is a site of notes with sensible defaults', () => {
    assert.equal(status, 0, stderr)
    const home = pages.get('/')!
    assert.match(toString(parseHtml(home)), /Research notes/)
    assert.deepEqual(
      [...pages.keys()].filter((address) => address.startsWith('/notes/')),
      ['/notes/', '/notes/reading-list/', '/notes/sub-folder/deep-work/'],
    )
  })

  test('takes a title from the first heading, or else from the file name, and shows it once', () => {
    const headings = (address: string) =>
      elements(pages.get(address)!, ({ tagName }) => tagName === 'h1').map((h1) => toString(h1))
    assert.deepEqual(headings('/notes/reading-list/'), ['Reading list'])
    assert.deepEqual(headings('/notes/sub-folder/deep-work/'), ['Deep work'])
  })

  test('links its notes both ways, and publishes the pictures that are shown, with their size', () => {
    assert.match(
      pages.get('/notes/reading-list/')!,
      /<a href="\/notes\/sub-folder\/deep-work\/" id="C1">the other<\/a>/,
    )
    assert.match(pages.get('/notes/sub-folder/deep-work/')!, /<a href="\/notes\/reading-list\/" id="C1">way back<\/a>/)
    assert.match(
      pages.get('/notes/reading-list/')!,
      /<img src="\/attachments\/sub%20folder\/shot\.png" alt="" width="2" height="3"/,
    )
    assert.ok(existsSync(join(dist, 'attachments/sub folder/shot.png')))
    assert.equal(existsSync(join(dist, 'attachments/unused.png')), false)
  })
})

test('a site under a path has it in every address', async () => {
  const { status, stderr, dist } = await buildSite(
    'base',
    contentFolder({
      'site.yaml': 'title: Garden\nurl: https://example.org/garden/\n',
      'inquiries/q.md': '---\ntitle: Why?\ntopics: [one]\n---\nBecause [[n]].\n',
      'notes/n.md': '---\ntitle: N\ninquiries: [q]\ntopics: one\n---\nText with ![](../p.png).\n',
      'p.png': PIXEL,
    }),
  )
  assert.equal(status, 0, stderr)
  for (const [address, html] of pagesOf(dist)) {
    const addresses = elements(html, () => true)
      .flatMap(({ properties: { href, src, action } }) => [href, src, action])
      .filter((each) => typeof each === 'string')
    const outside = addresses.filter((each) => each.startsWith('/') && !each.startsWith('/garden/'))
    assert.deepEqual(outside, [], address)
    // The page for what is not found stands at every address, and at none of its own.
    const isFound = !html.includes('There is no such page')
    assert.equal(/<link rel="canonical" href="https:\/\/example\.org\/garden\//.test(html), isFound, address)
  }
  assert.ok(existsSync(join(dist, 'attachments/p.png')))
})

test('an empty folder says what would be there and how to add it', async () => {
  const { status, stderr, dist } = await sharedSite({ 'readme.txt': '' })
  assert.equal(status, 0, stderr)
  assert.match(pagesOf(dist).get('/')!, /Nothing is written yet/)
})

const CANARY = 'wolpertinger'
const secret = (field: string): string => `${CANARY}${field}`
const withDrafts = contentFolder({
  'inquiries/q.md': [
    '---',
    'title: Why?',
    '---',
    'See [[hidden-note|the words]] and [[public]].',
    '',
    `## On [[${secret('file')}]]`,
    '',
    `After [[${secret('file')}]], [[public]].`,
    '',
    `![[${secret('file')}]]`,
    '',
  ].join('\n'),
  'notes/public.md': '---\ntitle: Public\nsupports: "[[hidden-note]]"\n---\nText.\n',
  [`notes/hidden-note.md`]: [
    '---',
    'draft: true',
    `title: ${secret('title')}`,
    `claim: ${secret('claim')}`,
    `quote: ${secret('quote')}`,
    `topics: [${secret('topic')}]`,
    `aliases: [${secret('alias')}]`,
    `source: {title: ${secret('source')}}`,
    `inquiries: [{inquiry: q, because: ${secret('because')}}]`,
    '---',
    `## ${secret('heading')}`,
    '',
    `${secret('body')} cites [[public]]. ![${secret('alt')}](${secret('picture')}.png)`,
    '',
  ].join('\n'),
  [`notes/${secret('picture')}.png`]: PIXEL,
  [`inquiries/${secret('file')}.md`]: `---\npublish: false\n---\n${secret('second')}\n`,
})
const drafts = await buildSite('drafts', withDrafts)

describe('a draft', () => {
  const { status, stderr, dist } = drafts

  test('leaves no trace in any file of the site, the unpacked search index included', () => {
    assert.equal(status, 0, stderr)
    const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    let published = ''
    for (const { parentPath, name } of files) {
      const bytes = readFileSync(join(parentPath, name))
      const text = /\.pf_/.test(name) ? gunzipSync(bytes).toString() : bytes.toString()
      assert.ok(!(parentPath + name + text).toLowerCase().includes(CANARY), `${parentPath}/${name}`)
      if (name.endsWith('.pf_fragment')) published += text
      if (name.endsWith('.html')) assert.ok(!text.includes('hidden-note'), name)
    }
    assert.match(published, /Public/, 'what is public is found where the draft was looked for')
  })

  test('is named to the writer only, and a link to it shows its words', () => {
    assert.match(stderr, /inquiries\/q\.md:4:5 warning "hidden-note" is a draft/)
    assert.match(pagesOf(dist).get('/inquiries/q/')!, /See <span class="unlinked">the words<\/span> and/)
  })
})

test('nothing outside the folder is read, and nothing a note holds runs', async () => {
  const outside = join(tmpdir(), 'throughline-outside.md')
  writeFileSync(outside, 'top secret')
  const folder = contentFolder({
    'notes/h.md': [
      '---',
      'title: <script>alert(1)</script> & "quotes"',
      'claim: <img src=x onerror=alert(1)>',
      '---',
      '<script>alert(2)</script> <p onclick="alert(3)" style="position:fixed">x</p>',
      '[go](javascript:alert(4)) ![out](../../throughline-outside.md) [out](../../throughline-outside.md)',
      '',
    ].join('\n'),
    'notes/ok.md': 'Fine.\n',
    'site.yaml': 'title: <script>alert(5)</script>\n',
  })
  symlinkSync(outside, join(folder, 'notes/linked.md'))
  const { stdout, stderr, status, dist } = await buildSite('hostile', folder)
  // A link out of the folder is a broken link, so the strict build stops; the rest of it is tried without.
  assert.equal(status, 1, stdout)
  assert.match(stderr, /error Nothing is called "\.\.\/\.\.\/throughline-outside\.md"/)
  writeFileSync(
    join(folder, 'notes/h.md'),
    readFileSync(join(folder, 'notes/h.md'), 'utf8').replace(/ \[out\].*$/m, ''),
  )
  const second = await buildSite('hostile', folder)
  assert.equal(second.status, 0, second.stderr)
  const pages = pagesOf(dist)
  assert.equal(pages.has('/notes/linked/'), false)
  for (const [address, html] of pages) {
    assert.ok(!html.includes('top secret'), address)
    const bad = elements(
      html,
      (element) =>
        isInlineScript(element) ||
        element.properties.style !== undefined ||
        /^javascript:/i.test(String(element.properties.href)) ||
        Object.keys(element.properties).some((name) => /^on/i.test(name)),
    )
    assert.deepEqual(bad, [], address)
    for (const data of elements(html, isData)) assert.doesNotThrow(() => JSON.parse(toString(data)) as unknown, address)
  }
})
