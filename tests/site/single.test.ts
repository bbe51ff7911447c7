/** `build --single`: a copy of a site that opens from a disk, and its archive. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { inflateRawSync } from 'node:zlib'
import { walkFolder } from '../../scripts/hosts/walk-folder.ts'
import { namesInZip } from '../../src/corpus/attachments/zip.ts'
import { filesIn, pathWithin } from '../../src/site/files-in.ts'
import { ROOT } from '../support/commands.ts'
import { contentFolder } from '../support/content-folder.ts'
import { run } from '../support/site.ts'

const DIST = join(ROOT, 'tests/.output/single/site')
const COPY = `${DIST}-single`
const ARCHIVE = `${COPY}.zip`

const CONTENT = {
  'site.yaml': 'title: Garden\nurl: https://example.org/garden\n',
  'inquiries/soil.md': '---\ntitle: What is soil?\nstatus: open\nanswer: It lives.\n---\nAs [[worm]] shows, $x^2$.\n',
  'notes/worm.md':
    '---\ntitle: Worms\naliases: [Wurm]\npermalink: /old/worm/\nclaim: They turn it.\ninquiries: [soil]\n---\n' +
    'See [[worm#Deep|below]] and [[näme & more]], ![[a b.png]].\n\n## Deep\n\nThere.\n',
  'notes/näme & more.md': '---\ntitle: Names\n---\nAs [[worm#Deep]] says.\n',
  'notes/a b.png': Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
} as const

const build = (content: string, ...args: string[]) => run('build', ['--outDir', DIST, '--single', ...args], content)

test('a copy opens from a disk: whatever its pages name is there, and the archive has the same', async () => {
  rmSync(join(DIST, '..'), { recursive: true, force: true })
  const content = contentFolder(CONTENT)
  const { status, stdout, stderr } = await build(content)
  assert.equal(status, 0, stderr)

  const { pages, links, fragments, broken } = walkFolder(pathToFileURL(join(COPY, 'index.html')).href)
  assert.deepEqual(broken, [])
  assert.ok(pages.length > 8 && links > 150 && fragments > 5, [pages.length, links, fragments].join())
  const read = (file: string): string => readFileSync(join(COPY, file), 'utf8')
  const page = read('notes/worm/index.html')
  assert.match(page, /<html data-place="\.\.\/\.\.\/"/)
  assert.match(page, /href="\.\.\/\.\.\/inquiries\/soil\/index\.html"/)
  assert.match(page, /<link rel="canonical" href="https:\/\/example\.org\/garden\/notes\/worm\/">/)
  assert.doesNotMatch(page, /type="module"|rel="preload"|(?:href|src)="\/garden/)
  for (const file of ['404.html', '_headers', 'robots.txt', 'sitemap.xml', 'pagefind/manifest.json'])
    assert.ok(!existsSync(join(COPY, file)), file)

  const files = filesIn(COPY)
    .map((file) => pathWithin(COPY, file))
    .filter((file) => !file.startsWith('.'))
  const archive = readFileSync(ARCHIVE)
  assert.deepEqual(
    namesInZip(archive)
      ?.map((name) => Buffer.from(name, 'latin1').toString())
      .sort(),
    files.map((file) => `site-single/${file}`).sort(),
  )
  assert.equal(firstFileOf(archive).toString('latin1'), read(files[0]!))

  const crate = read('ro-crate-metadata.json')
  assert.match(crate, /"@id":"notes\/worm\/index\.html","@type":\["File","Claim"\]/)
  assert.ok(!existsSync(join(DIST, 'ro-crate-metadata.json')), 'the site itself has it only where it asks for it')
  assert.match(stdout, /names no licence, because site\.yaml has no `licence`, and no day of publication/)

  const again = await build(content, '--fresh')
  assert.equal(again.status, 0, again.stderr)
  assert.ok(readFileSync(ARCHIVE).equals(archive), 'the same content has the same archive')
})

test('what is somebody else’s is not written over, and a share has no copy', async () => {
  const folder = join(DIST, '..')
  rmSync(folder, { recursive: true, force: true })
  const content = contentFolder(CONTENT)
  const share = await build(content, '--shard', '1/2')
  assert.match(share.stderr, /A share of a site has no copy/)
  await run('build', ['--outDir', DIST], content)
  writeFileSync(ARCHIVE, 'mine')
  const { status, stderr } = await build(content)
  assert.equal(status, 2)
  assert.match(stderr, /site-single\.zip is there, and no build has recorded it as its own/)
  assert.equal(readFileSync(ARCHIVE, 'utf8'), 'mine')
  rmSync(folder, { recursive: true })
})

/** Unpacks the first file of an archive, as its own header says. */
function firstFileOf(archive: Buffer): Buffer {
  const [size, name, extra] = [archive.readUInt32LE(18), archive.readUInt16LE(26), archive.readUInt16LE(28)]
  return inflateRawSync(archive.subarray(30 + name + extra, 30 + name + extra + size))
}
