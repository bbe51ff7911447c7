/** Without a connection, what a reader read can be read again and searched, and what was not says so. */
import type { Page } from '@playwright/test'
import { addressOf } from '../../support/browser/serve.ts'
import { CHECKED, violations } from '../../support/browser/axe.ts'
import { expect, test } from '../../support/browser/test.ts'

test.use({ baseURL: addressOf('offline'), failsOnConsoleErrors: false })

/** Waits until something is so in the page. A promise would count as true for `waitForFunction`. */
const becomes = <A>(page: Page, isSo: (arg: A) => Promise<boolean>, arg: A): Promise<void> =>
  expect.poll(() => page.evaluate(isSo as (arg: unknown) => Promise<boolean>, arg as unknown)).toBe(true)

/** Waits until a file is kept. */
const isKept = (page: Page, path: string): Promise<void> =>
  becomes(page, async (kept) => (await caches.match(new URL(kept, location.origin).href)) !== undefined, path)

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

test('a page that was read is read again, and one that was not says so', async ({ page, context }) => {
  await page.goto('/tides/notes/water/')
  await isKept(page, '/tides/notes/water/')
  await isKept(page, '/tides/')
  await context.setOffline(true)
  await page.reload()
  await expect(heading(page)).toHaveText('Water follows')
  expect(await page.evaluate(() => getComputedStyle(document.body).display)).toBe('flex')
  await page.goto('/tides/notes/wind/')
  await expect(heading(page)).toHaveText('No connection')
  await expect(page.locator('main')).toContainText('This page is not kept on this device')
  await expect(page).toHaveTitle('No connection')
  expect(await page.evaluate(() => getComputedStyle(document.body).display)).toBe('flex')
  await page.goto('/tides/')
  await expect(heading(page)).toHaveText('On tides.')
  await context.setOffline(false)
  await page.goto('/tides/notes/wind/')
  await expect(heading(page)).toHaveText('Wind drives waves')
})

test('a search that was used once finds what nobody looked for yet', async ({ page, context }) => {
  await page.goto('/tides/')
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await page.goto('/tides/search/?q=water')
  await expect(page.locator('#found .hit .title', { hasText: 'Water follows' })).toBeVisible()
  await becomes(
    page,
    async (part) => {
      const [name] = await caches.keys()
      const files = (await (await caches.open(name!)).keys()).filter(({ url }) => url.includes(part))
      return files.length >= 3
    },
    '/fragment/',
  )
  await context.setOffline(true)
  await page.goto('/tides/search/?q=waves')
  await expect(page.locator('#found .hit .title', { hasText: 'Wind drives waves' })).toBeVisible()
})

test('a new build replaces what an earlier one kept', async ({ page }) => {
  await page.goto('/tides/')
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  const { old, now } = await page.evaluate(async () => {
    const [now] = await caches.keys()
    const old = 'offline:/tides/:before'
    const cache = await caches.open(old)
    await cache.put(`${location.origin}/tides/notes/water/`, new Response('Stale.'))
    await cache.put(`${location.origin}/tides/notes/gone/`, new Response('Gone.'))
    await caches.open('offline:/other/:1')
    // To a browser, the same script at another address is another one.
    await navigator.serviceWorker.register('/tides/service-worker.js?2', { scope: '/tides/' })
    return { old, now: now! }
  })
  await becomes(page, async (name) => !(await caches.has(name)), old)
  const text = await page.evaluate(
    async ([name, path]) => (await (await caches.open(name!)).match(location.origin + path!))?.text(),
    [now, '/tides/notes/water/'],
  )
  expect(text).toContain('It follows the moon.')
  expect(await page.evaluate(async () => caches.match(`${location.origin}/tides/notes/gone/`))).toBeUndefined()
  expect(await page.evaluate(() => caches.has('offline:/other/:1'))).toBe(true)
})

test.describe('axe finds nothing to complain of', () => {
  test.use(CHECKED)

  test('on a page that is not kept', async ({ page, context }) => {
    await page.goto('/tides/')
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    await isKept(page, '/tides/')
    await context.setOffline(true)
    await page.goto('/tides/notes/wind/')
    await expect(heading(page)).toHaveText('No connection')
    expect(await violations(page)).toEqual([])
  })
})
