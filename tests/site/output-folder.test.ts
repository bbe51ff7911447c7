/** Where a build may write, and what it may remove: only what builds of ours made. */
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, describe, test } from 'node:test'
import { refusalOf } from '../../src/site/output/guard.ts'
import { MARKER, readMarker, writeMarker } from '../../src/site/output/marker.ts'
import { publish } from '../../src/site/output/publish.ts'
import { ROOT } from '../support/commands.ts'
import { contentFolder, write } from '../support/content-folder.ts'
import { start } from '../support/own-process.ts'
import { nightly } from '../support/runs.ts'
import { run } from '../support/site.ts'
import { differences, treeOf } from '../support/tree.ts'

const folders: string[] = []
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A folder that is on the disk of temporary files, which may be another than that of the project. */
function newFolder(parent = tmpdir()): string {
  const folder = mkdtempSync(join(parent, 'throughline-out-'))
  folders.push(folder)
  return folder
}

const note = (title: string, text = ''): string => `---\ntitle: ${title}\n---\n${text}\n`
const GARDEN = {
  'site.yaml': 'title: Garden\nhistory: off\n',
  'inquiries/shade.md': note('Does shade help?', 'It [[moss|does]].'),
  'notes/moss.md': note('Moss likes shade'),
  'notes/stone.md': note('Stone is dry'),
}
const KITCHEN = {
  'site.yaml': 'title: Kitchen\nhistory: off\n',
  'notes/moss.md': note('Moss is no salad'),
  'notes/salt.md': note('Salt keeps food'),
}

const build = (content: string, outDir: string, ...args: string[]) =>
  run('build', ['--outDir', outDir, ...args], content)

/** Builds, and fails where the build does. */
async function built(content: string, outDir: string, ...args: string[]): Promise<void> {
  const { status, stderr } = await build(content, outDir, ...args)
  assert.equal(status, 0, stderr)
}

describe('a folder is refused that', () => {
  const content = contentFolder(GARDEN)
  const request = { content, root: ROOT, home: homedir(), force: false }
  const cases: Readonly<Record<string, readonly [outDir: string, sentence: RegExp]>> = {
    'is the content folder': [content, /is the content folder\./],
    'lies in it': [join(content, 'site'), /lies in the content folder/],
    'holds it': [dirname(content), /holds the content folder/],
    'is the project': [ROOT, /holds this project/],
    'holds the project': [dirname(ROOT), /holds (?:this project|the content folder)/],
    'is the home folder': [homedir(), /holds (?:your home folder|this project)/],
    'is a file': [join(content, 'site.yaml'), /lies in the content folder/],
    'has files of others': [join(ROOT, 'src'), /no build of Throughline has recorded/],
  }
  for (const [name, [outDir, sentence]] of Object.entries(cases))
    test(name, () => assert.match(refusalOf({ ...request, outDir }) ?? 'accepted', sentence))

  test('is the content folder by another name', () => {
    const link = join(newFolder(), 'link')
    symlinkSync(content, link)
    assert.match(refusalOf({ ...request, outDir: link }) ?? 'accepted', /is the content folder/)
    assert.match(refusalOf({ ...request, outDir: join(link, 'dist') }) ?? 'accepted', /lies in the content folder/)
  })

  test('and one is taken that is new, is empty, or was built before', () => {
    const outDir = newFolder()
    assert.equal(refusalOf({ ...request, outDir: join(outDir, 'new/one') }), undefined)
    assert.equal(refusalOf({ ...request, outDir }), undefined)
    writeMarker(outDir, { entries: 0, files: new Set() })
    assert.equal(refusalOf({ ...request, outDir }), undefined)
  })
})

describe('what is published', () => {
  const stagingOf = (files: Readonly<Record<string, string>>): string => {
    const staging = newFolder()
    for (const [path, text] of Object.entries(files)) write(staging, path, text)
    return staging
  }

  test('takes the place of what was, and nothing else', () => {
    const outDir = newFolder()
    write(outDir, 'CNAME', 'example.org')
    publish(
      { staging: stagingOf({ 'a/index.html': '1', 'b/index.html': '1', 'c.txt': '1' }), kept: [], entries: 2 },
      outDir,
    )
    write(outDir, 'b/own.txt', 'mine')
    publish({ staging: stagingOf({ 'a/index.html': '2' }), kept: ['c.txt'], entries: 1 }, outDir)
    assert.deepEqual(
      [...treeOf(outDir)].filter(([path]) => path !== MARKER),
      [
        ['CNAME', 'example.org'],
        ['a/', ''],
        ['a/index.html', '2'],
        ['b/', ''],
        ['b/own.txt', 'mine'],
        ['c.txt', '1'],
      ],
    )
    assert.deepEqual(readMarker(outDir), { entries: 1, files: new Set(['a/index.html', 'c.txt']) })
  })

  test('may be a folder where there was a file, and a file where there was a folder', () => {
    const outDir = newFolder()
    publish({ staging: stagingOf({ a: '1', 'b/c': '1' }), kept: [], entries: 1 }, outDir)
    publish({ staging: stagingOf({ 'a/b': '2', b: '2' }), kept: [], entries: 1 }, outDir)
    assert.equal(readFileSync(join(outDir, 'a/b'), 'utf8') + readFileSync(join(outDir, 'b'), 'utf8'), '22')
  })

  test('removes nothing behind a link, and nothing that a record names outside of the folder', () => {
    const [outDir, elsewhere] = [newFolder(), newFolder()]
    writeFileSync(join(elsewhere, 'x.html'), 'mine')
    writeMarker(outDir, { entries: 0, files: new Set(['link/x.html']) })
    symlinkSync(elsewhere, join(outDir, 'link'))
    publish({ staging: stagingOf({ a: '1' }), kept: [], entries: 0 }, outDir)
    assert.ok(existsSync(join(elsewhere, 'x.html')))
    writeFileSync(
      join(outDir, MARKER),
      JSON.stringify({ about: '', entries: 0, files: ['../out.html', '/etc/out.html'] }),
    )
    assert.equal(readMarker(outDir).files.size, 0)
  })
})

describe('a site is the same whatever was built in its folder before:', () => {
  const [garden, kitchen, outDir, fresh] = [contentFolder(GARDEN), contentFolder(KITCHEN), newFolder(), newFolder()]
  const compare = async (content: string, ...args: string[]): Promise<void> => {
    await built(content, outDir, ...args)
    rmSync(fresh, { recursive: true, force: true })
    await built(content, fresh, ...args)
    assert.deepEqual(differences(treeOf(outDir), treeOf(fresh)), [])
  }

  test('one content', () => compare(garden))
  test('another', () => compare(kitchen))
  test('the first again', () => compare(garden))
  test('the same without an index', nightly, () => compare(garden, '--no-search'))
  test('and with one', nightly, () => compare(garden))
  test('with another base', () => {
    write(garden, 'site.yaml', 'title: Garden\nhistory: off\nurl: https://example.org/garden\n')
    return compare(garden)
  })
})

describe('files of others', () => {
  const [garden, outDir] = [contentFolder(GARDEN), newFolder()]

  test('keep a build away', async () => {
    write(outDir, 'thesis.txt', 'years of work')
    const { status, stderr } = await build(garden, outDir)
    assert.equal(status, 2)
    assert.match(stderr, /has files in it that no build of Throughline has recorded .* Nothing was built\.$/m)
    assert.deepEqual([...treeOf(outDir).keys()], ['thesis.txt'])
  })

  test('stay with --force, and with --fresh', async () => {
    await built(garden, outDir, '--force')
    await built(garden, outDir, '--fresh')
    assert.equal(readFileSync(join(outDir, 'thesis.txt'), 'utf8'), 'years of work')
    assert.ok(existsSync(join(outDir, 'notes/moss/index.html')))
  })
})

test('of two builds at once into one folder, the second is refused; into two folders both are made', async () => {
  const [garden, outDir, other] = [contentFolder(GARDEN), newFolder(), newFolder()]
  const first = start('build', ['--outDir', outDir], garden)
  await first.hasRead
  first.pause()
  const [second, third] = await Promise.all([
    start('build', ['--outDir', outDir], garden).done,
    start('build', ['--outDir', other], garden).done,
  ])
  first.resume()
  assert.deepEqual([(await first.done).status, third.status], [0, 0], third.stderr)
  assert.equal(second.status, 2)
  assert.match(second.stderr, /^Another build \(process \d+\) is writing to .*\. Wait until it is done\./m)
  assert.deepEqual(differences(treeOf(outDir), treeOf(other)), [])
})

test('the folder may be on another disk', { skip: !existsSync('/dev/shm') }, async () => {
  const [garden, outDir, here] = [contentFolder(GARDEN), newFolder('/dev/shm'), newFolder(join(ROOT, 'tests/.output'))]
  await built(garden, outDir)
  await built(garden, here)
  assert.deepEqual(differences(treeOf(outDir), treeOf(here)), [])
  const { stdout } = await build(garden, outDir)
  assert.match(stdout, /search: \d+ entries, 0 of 1 parts indexed/)
})

describe('a content folder', () => {
  test('that suddenly has no entries leaves the site as it is, unless that is meant', async () => {
    const [garden, outDir] = [contentFolder(GARDEN), newFolder()]
    await built(garden, outDir)
    const before = treeOf(outDir)
    for (const folder of ['inquiries', 'notes']) rmSync(join(garden, folder), { recursive: true })
    const { status, stderr } = await build(garden, outDir)
    assert.equal(status, 2)
    assert.match(stderr, /^0 of 3 entries are left in .* add --allow-empty\. Nothing was built\.$/m)
    assert.deepEqual(differences(treeOf(outDir), before), [])
    await built(garden, outDir, '--allow-empty')
    assert.ok(!existsSync(join(outDir, 'notes/moss/index.html')))
  })

  const cases: Readonly<Record<string, readonly [folder: string, sentence: RegExp]>> = {
    'that is not there': [join(newFolder(), 'none'), /^There is no content folder at /m],
    'that is a file': [join(contentFolder(GARDEN), 'site.yaml'), /is a file and no content folder/],
    'that is empty': [newFolder(), /is empty\. Write a note/],
  }
  for (const [name, [folder, sentence]] of Object.entries(cases))
    test(name, async () => {
      mkdirSync(dirname(folder), { recursive: true })
      const { status, stderr } = await build(folder, newFolder())
      assert.equal(status, 2)
      assert.match(stderr, sentence)
    })
})

test('an option that is not one is named, and nothing else is printed', async () => {
  const { status, stderr } = await build(contentFolder(GARDEN), newFolder(), '--frehs')
  assert.equal(status, 2)
  assert.match(stderr, /^Unknown option '--frehs'[^\n]*\n?$/)
})
