/** What readers notice when a page or a script cannot be had: nothing. The links lead where they lead. */
import type { Page } from '@playwright/test'
import { nowhere } from '../support/browser/frozen-clock.ts'
import { expect, test } from '../support/browser/test.ts'

// The console says what could not be had.
test.use({ failsOnConsoleErrors: false })

const ESSAY = '/inquiries/how-few/'
const NOTE = '/notes/imitation-copies-style/'

for (const [what, pattern] of [
  ['the page', `**${NOTE}`],
  ['the script', '**/_astro/previews*.js'],
  ['its styles', '**/_astro/overlays*.css'],
] as const)
  test(`${what} cannot be had: nothing shows, nothing is thrown, and the link works`, async ({ page }) => {
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    await page.clock.install()
    await page.route(pattern, (route) => route.abort())
    await page.goto(ESSAY)
    const link = page.locator(`.prose a[id][href="${NOTE}"]`)
    const failed = page.waitForEvent('requestfailed')
    await link.hover()
    await failed
    // Beyond the time at which it would have opened.
    await page.clock.fastForward(1000)
    await expect(page.locator('.preview')).toHaveCount(0)
    await page.unroute(pattern)
    await link.click()
    await expect(page).toHaveURL(NOTE)
    expect(errors).toEqual([])
  })

test('a page that could not be had is asked for again', async ({ page }) => {
  await page.route(`**${NOTE}`, (route) => route.fulfill({ status: 503, body: 'Later' }))
  await page.goto(ESSAY)
  const link = page.locator(`.prose a[id][href="${NOTE}"]`)
  const refused = page.waitForResponse(`**${NOTE}`)
  await link.hover()
  await refused
  await page.unroute(`**${NOTE}`)
  await comesToShow(page)
})

/** A reader who points at the link again and again has its preview in the end. */
async function comesToShow(page: Page): Promise<void> {
  await expect(async () => {
    await nowhere(page)
    await page.locator(`.prose a[id][href="${NOTE}"]`).hover()
    await expect(page.locator('.preview .claim')).toBeVisible({ timeout: 2000 })
  }).toPass()
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  for (const [what, pattern] of [
    ['the page takes too long', `**${NOTE}`],
    ['the script cannot be had', '**/_astro/previews*.js'],
  ] as const)
    test(`${what}: a tap goes to the note`, async ({ page }) => {
      let asked = 0
      await page.route(pattern, (route) => (asked++ === 0 ? undefined : route.continue()))
      if (pattern.endsWith('.js')) await page.route(pattern, (route) => route.abort())
      await page.goto(ESSAY)
      await page.locator(`.prose a[id][href="${NOTE}"]`).tap()
      await expect(page).toHaveURL(NOTE)
    })
})

test('styles that could not be had are asked for again', async ({ page }) => {
  const styles = '**/_astro/overlays*.css'
  await page.route(styles, (route) => route.abort())
  await page.goto(ESSAY)
  const link = page.locator(`.prose a[id][href="${NOTE}"]`)
  const failed = page.waitForEvent('requestfailed')
  await link.hover()
  await failed
  await page.unroute(styles)
  await comesToShow(page)
  await expect(page.locator('.preview')).toHaveCSS('position', 'absolute')
})

test('the keys do nothing while their styles cannot be had, and what they should once they can', async ({ page }) => {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  const styles = '**/_astro/overlays*.css'
  await page.route(styles, (route) => route.abort())
  await page.goto(ESSAY)
  const failed = page.waitForEvent('requestfailed')
  await page.keyboard.press('?')
  await failed
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.unroute(styles)
  // The page hears of it a little later than this test.
  await expect(page.locator('#overlay-styles')).toHaveJSProperty('disabled', true)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  expect(errors).toEqual([])
})
