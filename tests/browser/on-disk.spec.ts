/** A copy that is opened from a disk: what it loads, its links, its theme, its previews, its lists and its search. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import { writeFilesOfCopy } from '../../src/build/single/write-copy.ts'
import { DEMO, sharedSite } from '../support/site.ts'
import { expect, nextFrame, test } from '../support/browser/test.ts'
import { SITES } from './built/sites.ts'

// A folder may have any name.
const folder = mkdtempSync(join(tmpdir(), 'on disk '))
const at = (path: string): string => `${pathToFileURL(folder).href}/${path}`

test.beforeAll(async () => {
  await writeFilesOfCopy(DEMO, join(folder, 'demo'), '/')
  const { garden } = SITES
  await writeFilesOfCopy((await sharedSite(garden.files)).dist, join(folder, 'garden'), garden.base)
})
test.afterAll(() => rmSync(folder, { recursive: true }))

/** Notes what a page could not load, whatever the reason. A page that is left no longer waits for its icon. */
function failuresOf(page: Page): string[] {
  const failures: string[] = []
  page.on('requestfailed', (request) => {
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') failures.push(request.url())
  })
  return failures
}

test('pages load all that they name, and links lead from one to the next', async ({ page }) => {
  const failures = failuresOf(page)
  await page.goto(at('demo/index.html'))
  await page.locator('.site-header a', { hasText: 'Notes' }).click()
  await expect(page).toHaveURL(at('demo/notes/index.html'))
  await page.goto(at('demo/notes/accumulation-avoids-collapse/index.html'))
  expect(await page.evaluate(() => [...document.fonts].some(({ status }) => status === 'loaded'))).toBe(true)
  await page.goto(at('demo/inquiries/shape-or-origin.map.html'))
  expect(failures).toEqual([])
})

test('the theme that a reader chooses holds on all pages', async ({ page }) => {
  await page.goto(at('demo/index.html'))
  await page.getByRole('group', { name: 'Theme' }).getByRole('radio', { name: 'dark' }).click()
  await page.goto(at('demo/notes/index.html'))
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('the search finds a note and leads to it', async ({ page }) => {
  const failures = failuresOf(page)
  await page.goto(at('demo/inquiries/how-few/index.html'))
  await page.keyboard.press('/')
  const dialog = page.locator('.search-dialog')
  await dialog.getByRole('combobox').fill('thousand examples set style')
  await expect(dialog.getByRole('option').first()).toBeVisible()
  await dialog.getByRole('combobox').press('Enter')
  await expect(page).toHaveURL(new RegExp(`^${at('demo/notes/thousand-examples-set-style/index.html')}(#|$)`))
  await page.goto(at('demo/inquiries/how-few/index.html'))
  await page.keyboard.press('/')
  await dialog.getByLabel('Only the notes on this question').check()
  await dialog.getByRole('combobox').fill('data')
  await expect(dialog.locator('.hit').first()).toBeVisible()
  expect(failures).toEqual([])
})

test('the search page of a site with a path searches, narrows and leads on', async ({ page }) => {
  await page.goto(at('garden/search/index.html?q=worms'))
  const hit = page.locator('#found .hit .title', { hasText: 'Worms turn soil' })
  await hit.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Worms turn soil')
  await expect(page).toHaveURL(/\/garden\/notes\/worm\/index\.html(?:#|$)/)
  await nextFrame(page)
  await page.keyboard.press('g')
  await page.keyboard.press('n')
  await expect(page).toHaveURL(at('garden/notes/index.html'))
  await page.goto(at('garden/search/index.html?q=tungstan'))
  await expect(page.locator('#found .state')).toContainText('tungsten')
})

test('a link shows its page, and opens it beside', async ({ page }) => {
  await page.goto(at('demo/inquiries/how-few/index.html'))
  await page.locator('.prose a[id]').first().hover()
  const preview = page.locator('.preview')
  await expect(preview.locator('.claim')).toBeVisible()
  await preview.locator('.open-beside').click()
  await expect(page.locator('.pane h2').first()).toBeVisible()
  await page.reload()
  await expect(page.locator('.pane h2').first()).toBeVisible()
  await page.locator('.pane-bar a').click()
  await expect(page).toHaveURL(/\/demo\/notes\/[^/]+\/index\.html$/)
})

test('a list is narrowed in place', async ({ page }) => {
  await page.goto(at('demo/notes/index.html'))
  await page.locator('[data-facet] a[data-value]').first().click()
  await expect(page).toHaveURL(/\/demo\/notes\/index\.html\?/)
  await expect(page.locator('.notes > li').first()).toBeVisible()
  const link = page.locator('.notes > li a').first()
  await link.click()
  await expect(page.locator('main article[data-kind=note]')).toBeVisible()
})
