/** A disk that is full ends a build in a sentence, and leaves the site as it was. Where only the cache is full, it costs time. */
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import { CACHE, contentCache, SHARED_MEMORY } from '../../src/site/cache/folders.ts'
import { contentFolder } from '../support/content-folder.ts'
import { ROOT } from '../support/commands.ts'
import { buildSite } from '../support/site.ts'
import { runOnSmallDisks, withSmallDisks, type SmallDisk } from '../support/small-disks.ts'
import { differences, treeOf, type Tree } from '../support/tree.ts'

const content = contentFolder({
  'notes/a.md': 'About moss. ![[film.mp4]]\n',
  'notes/film.mp4': Buffer.alloc(8_000_000),
})

/** The size of a file system that has a place for its own folder only. */
const NO_FILE = '4k,nr_inodes=1'

const sentence = (folder: string): RegExp =>
  new RegExp(
    `^The disk of ${folder} is full: \\d\\.\\d MB are left\\. Make room there\\. The site is as it was\\.$`,
    'm',
  )

describe('a disk that is full', withSmallDisks, () => {
  let dist: string
  let old: Tree

  before(async () => {
    const built = await buildSite('full-disk', content)
    assert.equal(built.status, 0, built.stderr)
    dist = built.dist
    old = treeOf(dist)
  })

  const buildOn = (...disks: SmallDisk[]) =>
    runOnSmallDisks(disks, ['src/cli/run.mjs', 'build', '--fresh', '--outDir', dist], content)

  const SIZES = { 'no file at all': '4k', 'not what is bundled': '200k', 'not the attachments': '7m' }
  for (const [what, size] of Object.entries(SIZES))
    test(`is said where unfinished files are made: it holds ${what}`, () => {
      const { status, stderr } = buildOn([CACHE, size])
      assert.match(stderr, sentence(`${CACHE}[^ ]*`))
      assert.doesNotMatch(stderr, /undefined|node:internal/)
      assert.equal(status, 1)
      assert.deepEqual(differences(treeOf(dist), old), [])
    })

  test('costs only time where it has the cache of the content, or the pages for the search index', () => {
    const cache = contentCache(content)
    const shared: SmallDisk[] = existsSync(SHARED_MEMORY) ? [[SHARED_MEMORY, '4k']] : []
    const { status, stderr } = buildOn([cache, NO_FILE], ...shared)
    assert.match(stderr, new RegExp(`^The disk of ${cache} is full: .* the next run takes longer\\.$`, 'm'))
    assert.equal(status, 0, stderr)
    assert.deepEqual(differences(treeOf(dist), old), [])
  })

  for (const [how, pagesFolder] of [
    ['from memory', undefined],
    ['from a folder', join(content, 'pages')],
  ] as const)
    test(`is said where Pagefind writes the search index ${how}`, () => {
      const folder = contentFolder({})
      const { stdout, stderr } = runOnSmallDisks(
        [[folder, '40k']],
        ['--input-type=module', '--eval', INDEX, folder, ...(pagesFolder === undefined ? [] : [pagesFolder])],
        content,
      )
      assert.equal(stdout, `The disk of ${folder} is full: 0.0 MB are left. Make room there.\n`, stderr)
    })
})

/** Indexes pages, and prints what is said of the error. */
const INDEX = `
  const { runPagefind } = await import(${JSON.stringify(join(ROOT, 'src/build/search/run-pagefind.ts'))})
  const { writePages } = await import(${JSON.stringify(join(ROOT, 'src/build/search/write-pages.ts'))})
  const { diskFullSentence, isDiskFull } = await import(${JSON.stringify(join(ROOT, 'src/site/full-disk.ts'))})
  const [folder, pagesFolder] = process.argv.slice(1)
  const html = Buffer.from('<html lang="en"><body data-pagefind-body><p>Moss and stone.</p></body></html>')
  const pages = [{ url: '/a/', html }, { url: '/b/', html }]
  if (pagesFolder !== undefined) writePages(pages, pagesFolder)
  try {
    await runPagefind(pages, pagesFolder, folder + '/index')
  } catch (error) {
    console.log(isDiskFull(error) ? diskFullSentence(error, folder + '/index') : error)
  }
`
