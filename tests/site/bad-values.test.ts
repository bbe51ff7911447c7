/** One bad value never ends a build, and `npm run check` tells everything that `npm run build` does. */
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { publishAttachments } from '../../src/build/attachments.ts'
import { publish } from '../../src/site/output/publish.ts'
import { AttachmentChecks } from '../../src/site/read/check-attachments.ts'
import { Site } from '../../src/site/site.ts'
import { said } from '../support/corpus.ts'
import { asNobody, contentFolder, write } from '../support/content-folder.ts'
import { buildSite, run, sharedSite } from '../support/site.ts'

const OF_OBJECTS = ['toString', 'constructor', '__proto__', 'hasOwnProperty', 'valueOf']
const LONG = '漢'.repeat(80)
const entry = (name: string): string =>
  `---\ntitle: "${name}"\ntype: ${name}\ntopics: [${name}]\nsource: ${name}\n${name}: x\n---\n[[${name}]] #${name}\n`

const BAD = {
  'site.yaml': 'title: [1]\nmode: lenient\nhistory: off\nsilenced: 3\nnext_heading: {a: 1}\nconstructor: 5\n',
  ...Object.fromEntries(OF_OBJECTS.map((name) => [`notes/${name}.md`, entry(name)])),
  [`notes/${LONG}.md`]: `---\ntopics: [${LONG}${LONG}]\nsource: ${LONG}\n---\n![[${LONG}.png]] [@letter] [@odd]\n`,
  [`notes/${LONG}.png`]: Buffer.alloc(10),
  [`inquiries/${LONG}.md`]: '---\ntitle: Long?\nanswer: Yes.\n---\n',
  'notes/escapes.md': '---\ntitle: "half \\ud800"\ntopics: ["a\\0b", "c\\ud800d"]\n---\n',
  'references.json': JSON.stringify([
    ...OF_OBJECTS.map((name) => ({ id: name, type: name, title: name, author: [{ family: name }] })),
    { id: LONG, type: 'book', title: 'Long' },
    { id: 'letter', type: 'personal_communication', title: 'A letter' },
    { id: 'range', type: 'book', title: 'Unlike ends', issued: { 'date-parts': [[2019, 1], [2020]] } },
    { id: 'odd', type: 5, title: 7, author: [{ family: 5 }], DOI: '\ud800', issued: [null] },
  ]),
}

const { status, stderr, dist } = await sharedSite(BAD)
const checked = await run('check', [], contentFolder(BAD))

/** The problems in what a command printed, each with the last part of its path. */
const problemsIn = (text: string): string[] =>
  text.split('\n').flatMap((line) => /[^/]+:\d+:\d+ (?:error|warning) .*/.exec(line)?.[0] ?? [])

describe('a folder of bad values', () => {
  test('is built, with a page for every name that plain objects have', () => {
    assert.equal(status, 0, stderr)
    for (const slug of ['tostring', 'constructor', '__proto__', 'hasownproperty', 'valueof'].map((name) =>
      name.replaceAll('__', ''),
    ))
      assert.ok(existsSync(join(dist, 'notes', slug, 'index.html')), slug)
  })

  test('has the page, the alternates and the picture of a name that is as long as names can be', () => {
    const [, slug = ''] = /this entry is at \/notes\/(漢+-[\da-f]{16})\//.exec(stderr) ?? []
    for (const end of ['/index.html', '.md', '.json']) assert.ok(existsSync(join(dist, `notes/${slug}${end}`)), end)
    assert.ok(existsSync(join(dist, `inquiries/${slug}/index.html`)))
    assert.ok(existsSync(join(dist, `attachments/notes/${LONG}.png`)))
  })

  test('is told the same by check and by build', () => {
    assert.deepEqual(problemsIn(stderr).sort(), problemsIn(checked.stdout).sort())
    assert.match(checked.stdout, /references\.json:1:\d+ warning The citation style cannot write the work "letter"/)
  })
})

describe('files that are not what their names say', () => {
  test('are told: folders in the place of the settings, the bibliography and the lock', async () => {
    const folder = contentFolder({ 'notes/a.md': 'Text.\n' })
    const names = ['site.yaml', 'references.bib', 'references.json', 'sources.lock.json']
    for (const name of names) mkdirSync(join(folder, name))
    const { problems } = await Site.open(folder)
    assert.deepEqual(problems.map(({ file }) => file).sort(), [...names].sort())
    for (const problem of problems)
      assert.match(said(problem), /1:1 warning file-skipped This was skipped: it is a folder\./)
  })

  test('are left out: attachments that vanish before they are copied', async () => {
    const folder = contentFolder({ 'notes/a.md': '![[a.png]] ![[b.png]]\n', 'notes/a.png': 'x', 'notes/b.png': 'x' })
    const site = await Site.open(folder)
    rmSync(join(folder, 'notes/a.png'))
    const to = contentFolder({})
    const told = (await publishAttachments(site, to)).map(said)
    assert.match(told.join(), /^1:1 warning file-skipped .* it was there and is gone/)
    assert.deepEqual((await new AttachmentChecks(folder).problemsOf(site.corpus)).map(said), told)
    assert.ok(existsSync(join(to, 'attachments/notes/b.png')))
  })

  test('are told: attachments that may not be read, once and by the check already', async () => {
    const folder = contentFolder({
      'notes/a.md': '![[a.png]] [[a.mp3]] ![[a.svg]] ![[b.png]]\n',
      ...Object.fromEntries(['a.png', 'a.mp3', 'a.svg', 'b.png'].map((name) => [`notes/${name}`, 'x'])),
    })
    chmodSync(folder, 0o755)
    for (const name of ['a.png', 'a.mp3', 'a.svg']) chmodSync(join(folder, 'notes', name), 0)
    const [to, site] = [contentFolder({}), await asNobody(() => Site.open(folder))]
    chmodSync(to, 0o777)
    assert.deepEqual(
      site.problems.map((problem) => `${problem.file} ${said(problem)}`),
      ['a.mp3', 'a.png', 'a.svg'].map(
        (name) =>
          `notes/${name} 1:1 warning file-skipped This was skipped: it may not be read. ` +
          'Give the one who builds the right to read it.',
      ),
    )
    assert.deepEqual(await asNobody(() => publishAttachments(site, to)), [])
    for (const name of ['a.png', 'a.mp3', 'a.svg']) chmodSync(join(folder, 'notes', name), 0o644)
    await site.refresh(['notes/a.png'])
    assert.deepEqual(site.problems, [])
  })

  test('are told: attachments larger than is read, by check and by build', async () => {
    const folder = contentFolder({ 'notes/a.md': '![[a.png]] and ![[b.svg]]\n', 'notes/a.png': '', 'notes/b.svg': '' })
    // All of them is a hole, which takes no room on the disk.
    truncateSync(join(folder, 'notes/a.png'), 500_000_001)
    truncateSync(join(folder, 'notes/b.svg'), 3e9)
    const [built, checked] = [await buildSite('large-attachment', folder), await run('check', [], folder)]
    assert.equal(built.status, 0, built.stderr)
    assert.deepEqual(problemsIn(built.stderr), problemsIn(checked.stdout))
    assert.deepEqual(
      problemsIn(checked.stdout).map((line) => /^\S+ .*?(?=[,.])/.exec(line)?.[0]),
      [
        'a.png:1:1 warning This file is larger than 500 MB',
        'b.svg:1:1 warning This was skipped: it is larger than 2 GB',
      ],
    )
    rmSync(built.dist, { recursive: true })
  })

  test('may become folders, and folders files, between two builds', async () => {
    const folder = contentFolder({ 'notes/Moss.md': '![[p.png]]\n', 'notes/p.png': 'x', 'notes/stone.md': 'a\n' })
    const first = await buildSite('swapped', folder)
    assert.equal(first.status, 0, first.stderr)
    renameSync(join(folder, 'notes/Moss.md'), join(folder, 'notes/moss.md'))
    for (const name of ['stone.md', 'p.png']) rmSync(join(folder, 'notes', name))
    write(folder, 'notes/stone/index.md', 'b\n')
    write(folder, 'notes/p.png/q.png', 'x')
    write(folder, 'notes/moss.md', '![[q.png]]\n')
    const { status, stderr } = await run('build', ['--outDir', first.dist], folder)
    assert.equal(status, 0, stderr)
    assert.ok(existsSync(join(first.dist, 'attachments/notes/p.png/q.png')))
    assert.ok(existsSync(join(first.dist, 'notes/moss/index.html')))
  })
})

/** Makes a file system in memory, runs something in it and removes it. The result is undefined where nobody may. */
function inTinyFileSystem(options: string, work: (folder: string) => void): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-tiny-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status === 0
  try {
    if (mounted) work(folder)
    return mounted
  } finally {
    if (mounted) execFileSync('umount', [folder])
    rmSync(folder, { recursive: true, force: true })
  }
}

describe('a disk', () => {
  test('that has no room for the site is said before the first change', (t) => {
    const staging = contentFolder({ 'a.html': 'new', 'b.html': Buffer.alloc(400_000) })
    const tried = inTinyFileSystem('size=200k', (folder) => {
      write(folder, 'site/a.html', 'old')
      const site = { staging, kept: [], entries: 1 }
      assert.throws(() => publish(site, join(folder, 'site')), /has no room for the site: it needs 0\.\d MB and has/)
      assert.equal(readFileSync(join(folder, 'site/a.html'), 'utf8'), 'old')
      assert.ok(!existsSync(join(folder, 'site/b.html')))
    })
    if (!tried) t.skip('no file system can be mounted here')
  })
})
