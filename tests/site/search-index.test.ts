/** The search index is the same to the byte whichever way Pagefind is given the pages. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { writePages } from '../../src/build/search/write-pages.ts'
import type { IndexPage } from '../../src/build/search/transferable-pages.ts'
import { runPagefind } from '../../src/build/search/run-pagefind.ts'
import { TempFolders } from '../../src/build/search/temp-folders.ts'
import { contentFolder } from '../support/content-folder.ts'
import { differences, treeOf } from '../support/tree.ts'

const page = (url: string, words = `lantern ${url}`): IndexPage => ({
  url,
  html: Buffer.from(
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta data-pagefind-filter="kind[content]" content="note"></head>' +
      `<body><main data-pagefind-body><h1 data-pagefind-weight="10">About ${words}</h1><p>It shines.</p></main></body></html>`,
  ),
})

/** Some in folders of others, some with signs that an address encodes, and enough for any other order to show. */
const PAGES = [
  '/inquiries/a/',
  '/inquiries/a/b/',
  '/inquiries/a/b/c/',
  '/inquiries/a-b/',
  '/inquiries/%C3%A9t%C3%A9/',
  "/inquiries/%E6%BC%A2%E5%AD%97%20(and)%20100%25%20it's/",
  ...Array.from({ length: 60 }, (_, index) => `/notes/n${100 + ((index * 37) % 60)}/`).sort(),
  '/topics/light/',
]
  .sort((a, b) => (a.replaceAll('/', '\0') < b.replaceAll('/', '\0') ? -1 : 1))
  .map((url) => page(url))

const inMemory = { skip: existsSync('/dev/shm') ? false : 'there is no file system in memory' }

describe('pages that lie in a folder', inMemory, () => {
  test('become what they become when they are handed over one by one', async () => {
    const state = contentFolder({})
    const folders = new TempFolders(state)
    const laidOut = folders.pagesFolder(0)!
    assert.ok(writePages(PAGES, laidOut))
    await runPagefind(PAGES, laidOut, folders.indexFolder(0))
    await runPagefind(PAGES, undefined, folders.indexFolder(1))
    const [byCommand, byNodeApi] = [treeOf(folders.indexFolder(0)), treeOf(folders.indexFolder(1))]
    assert.ok(byCommand.size > PAGES.length)
    assert.deepEqual(differences(byCommand, byNodeApi), [])
    folders.clear()
    assert.ok(!existsSync(laidOut))
    assert.deepEqual(readdirSync(state), [])
  })

  test('are handed over where a folder cannot have their names, or cannot have their order', () => {
    const folders = new TempFolders(contentFolder({}))
    for (const [part, pages] of [
      [],
      [page(`/notes/${'%E6%BC%A2'.repeat(90)}/`, 'a long name')],
      ['/a/one/', '/b/', '/a/two/'].map((url) => page(url)),
      [page('/notes/a%2Fb/')],
    ].entries()) {
      assert.equal(writePages(pages, folders.pagesFolder(part)!), false)
    }
    folders.clear()
  })

  test('are cleared away by the next build where one was killed, and by none while it works', () => {
    const state = contentFolder({})
    const working = new TempFolders(state)
    const mine = working.pagesFolder(0)!
    assert.ok(writePages(PAGES, mine))
    const name = mine.split('/').at(-2)!
    // No process has this number: it is above the most that Linux gives.
    const left = join('/dev/shm', name.replace(`-${process.pid}-`, '-99999999-'))
    mkdirSync(join(left, '0'), { recursive: true })
    mkdirSync(join(state, 'search-99999999-abcdef'))
    new TempFolders(state).clear()
    assert.ok(!existsSync(left))
    assert.ok(!existsSync(join(state, 'search-99999999-abcdef')))
    assert.ok(existsSync(mine))
    working.clear()
  })

  test('are cleared away by who is asked to stop, even twice', async () => {
    const state = contentFolder({})
    const module = (name: string): string => new URL(`../../src/build/search/${name}.ts`, import.meta.url).href
    const script = `
      const { TempFolders } = await import('${module('temp-folders')}')
      const { writePages } = await import('${module('write-pages')}')
      const pages = Array.from({ length: 4000 }, (_, index) => ({ url: \`/notes/n\${1000 + index}/\`, html: Buffer.from('A page') }))
      const folder = new TempFolders(${JSON.stringify(state)}).pagesFolder(0)
      if (writePages(pages, folder)) console.log(folder)
      setInterval(() => undefined, 1000)`
    const working = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = once(working, 'exit')
    const failed = ended.then(([status]) => assert.fail(`It ended with ${status} and wrote no pages.`))
    const [said] = (await Promise.race([once(working.stdout, 'data'), failed])) as [Buffer]
    failed.catch(() => undefined)
    const pages = said.toString().trim()
    assert.ok(existsSync(join(pages, 'notes')))
    working.kill()
    // The second signal comes while it clears away: once the first page is gone, or at the latest when the process is.
    const hasEnded = ended.then(() => true)
    const isCleared = (): boolean => !existsSync(join(pages, 'notes/n1000/index.html'))
    while (!isCleared() && !(await Promise.race([hasEnded, setImmediate(false)]))) continue
    working.kill()
    await ended
    assert.ok(!existsSync(dirname(pages)))
    assert.deepEqual(readdirSync(state), [])
  })
})
