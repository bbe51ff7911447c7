/**
 * However fast the files of the content folder change, the development server shows in the end what a build shows. Only
 * `npm run test:nightly` does this, because it takes a minute.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import fc from 'fast-check'
import { startDev } from '../../scripts/bench/serve/dev-server.ts'
import { untilPageHolds } from '../../scripts/bench/serve/until.ts'
import { contentFolder } from '../support/content-folder.ts'
import { pagesOf } from '../support/html.ts'
import { anySave, EditedFolder } from '../support/random-saves.ts'
import { nightly, runs, seed } from '../support/runs.ts'
import { buildSite, DEMO_CONTENT } from '../support/site.ts'

const EDITS = runs(25)

/** The milliseconds after which a page that still shows something else will not show it any more. */
const PATIENCE = 10_000

/** The main part of a page. The rest of it is the same on every page, but for what Vite adds in dev. */
const mainOf = (html: string): string => /<main[^]*<\/main>/.exec(html)?.[0] ?? ''

const GONE = 'There is no such page.'

test(`${EDITS} quick edits leave nothing stale in dev, seed ${seed}`, nightly, async (context) => {
  const folder = contentFolder({}, DEMO_CONTENT)
  const server = await startDev(folder)
  try {
    await untilPageHolds(`${server.url}/`, '</html>', 200)
    const edited = new EditedFolder(folder, DEMO_CONTENT)
    const saves = fc.sample(anySave(), { seed, numRuns: EDITS })
    const asked = await browseWhile(server.url, edited.seen, async () => {
      for (const save of saves) await edited.save(save)
    })
    await edited.mend()
    const expected = await expectedPages(folder, edited.seen)
    context.diagnostic(`${asked} pages asked for meanwhile, ${expected.size} afterwards`)
    const stale: string[] = []
    for (const [address, main] of expected) if (!(await comesToShow(server.url, address, main))) stale.push(address)
    assert.deepEqual(stale, [])
  } finally {
    await server.stop()
  }
})

/**
 * Asks for the page of one file after another while something is done. Each must be there or not; none may fail.
 *
 * @returns How many pages were asked for.
 */
async function browseWhile(url: string, seen: ReadonlySet<string>, work: () => Promise<void>): Promise<number> {
  let isDone = false
  let asked = 0
  const browse = async (): Promise<void> => {
    for (; !isDone; asked++) await shownAt(url, addressOf([...seen][(asked * 7) % seen.size] ?? ''))
  }
  await Promise.all([browse(), work().finally(() => (isDone = true))])
  return asked
}

/** What each page of a build shows, by its address, and the addresses of files that are there no more. */
async function expectedPages(folder: string, seen: ReadonlySet<string>): Promise<Map<string, string>> {
  const { status, stderr, dist } = await buildSite('dev-edits', folder)
  assert.equal(status, 0, stderr)
  const built = [...pagesOf(dist)].map(([address, html]) => [address, mainOf(html)] as const)
  return new Map([
    ...[...seen].map((path) => [addressOf(path), GONE] as const),
    ...built.filter(([address, main]) => address.endsWith('/') && main !== ''),
  ])
}

/** Tells whether a page shows what it should, at the latest when nobody can wait for it any longer. */
async function comesToShow(url: string, address: string, expected: string): Promise<boolean> {
  const deadline = performance.now() + PATIENCE
  while ((await shownAt(url, address)) !== expected) {
    if (performance.now() > deadline) return false
    await setTimeout(200)
  }
  return true
}

async function shownAt(url: string, address: string): Promise<string> {
  const response = await fetch(`${url}${address}`)
  if (response.status === 404) return GONE
  assert.equal(response.status, 200, `${address}: ${await response.clone().text()}`)
  return mainOf(await response.text())
}

/** The address of the page of a Markdown file. */
const addressOf = (path: string): string => `/${path.replace(/\.md$/, '/')}`
