/** In dev, too, one can search, and what was just written is found once it has settled. */
import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'

const PORT = 4393
const URL = `http://localhost:${PORT}`

test.describe.configure({ mode: 'serial' })

let server: ChildProcess
let folder: string

const manifest = async (): Promise<{ parts: number; note?: string }> =>
  fetch(`${URL}/pagefind/manifest.json`).then(
    (response) => response.json() as Promise<{ parts: number; note?: string }>,
    () => ({ parts: 0, note: 'no server' }),
  )
const isFresh = (): Promise<boolean> => manifest().then(({ parts, note }) => parts > 0 && note === undefined)

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-search-dev-'))
  cpSync('content', folder, { recursive: true })
  const env = { ...process.env, CONTENT_DIR: folder, ASTRO_DEV_BACKGROUND: '0', ASTRO_TELEMETRY_DISABLED: '1' }
  server = spawn('node_modules/.bin/astro', ['dev', '--ignore-lock', '--port', String(PORT)], { env, stdio: 'ignore' })
})

test.afterAll(() => {
  server.kill()
  rmSync(folder, { recursive: true, force: true })
})

test('finds what is there, says when it is stale, and finds what is new', async ({ page }) => {
  test.setTimeout(120_000)
  await expect.poll(isFresh, { timeout: 60_000 }).toBe(true)
  await page.goto(`${URL}/search/?q=perplexity`)
  await expect(page.locator('#found .state')).toContainText('found for “perplexity”', { timeout: 15_000 })
  writeFileSync(join(folder, 'notes/new.md'), '---\ntitle: A wholly new thing\n---\nIt is called a quixotrope.\n')
  await expect.poll(() => manifest().then(({ note }) => note)).toContain('being made anew')
  await expect.poll(isFresh, { timeout: 60_000 }).toBe(true)
  await page.goto(`${URL}/search/?q=quixotrope`)
  await expect(page.locator('#found a.title')).toHaveText('A wholly new thing')
})
