/** Code that is copied, pictures that are enlarged, and what is wider than the page. */
import type { Page } from '@playwright/test'
import { openAtStandstill } from '../support/browser/frozen-clock.ts'
import { hold } from '../support/browser/hold.ts'
import { expect, test } from '../support/browser/test.ts'
import { overflow } from '../support/browser/widths.ts'

const CODE = '/notes/base-overtakes-at-large-k/'
const PICTURE = '/notes/random-reward-nearly-works/'
const enlarge = (page: Page) => page.getByRole('button', { name: /^Enlarge the picture: Six bars/ })
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Picture' })

test('code is copied by its button, which says so to everyone', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openAtStandstill(page, CODE)
  const block = page.locator('.prose .code').first()
  const button = block.getByRole('button', { name: 'Copy' })
  await expect(button).toHaveCSS('opacity', '0')
  await block.hover()
  await expect(button).toHaveCSS('opacity', '1')
  await button.click()
  await expect(block.getByRole('button')).toHaveText('Copied')
  await page.clock.runFor(100)
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toHaveText('Copied')
  const code = await block.locator('code').textContent()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code!.trimEnd())
  // Whoever copies it again hears for as long that it was copied.
  await page.clock.runFor(1500)
  await block.getByRole('button').click()
  await page.clock.runFor(1500)
  await expect(block.getByRole('button')).toHaveText('Copied')
  await page.clock.runFor(1000)
  await expect(block.getByRole('button')).toHaveText('Copy')
})

test('from the keyboard the button comes after the code, and is seen', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const sendWords = await hold(page, '**/_astro/en.*.js')
  await openAtStandstill(page, CODE)
  const block = page.locator('.prose .code').first()
  const button = block.getByRole('button')
  // The reader may be there first.
  await block.locator('pre').focus()
  await expect(button).toHaveCount(0)
  sendWords()
  await expect(button).toBeVisible()
  await expect(block.locator('pre')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(button).toBeFocused()
  await expect(button).toHaveCSS('opacity', '1')
  await page.keyboard.press('Enter')
  await expect(button).toHaveText('Copied')
})

test('a picture opens over the page with the pointer and closes again', async ({ page }) => {
  await page.goto(PICTURE)
  await page.locator('.prose img').scrollIntoViewIfNeeded()
  const shown = await page.locator('.prose img').boundingBox()
  await enlarge(page).click()
  await expect(dialog(page)).toContainText('Six bars')
  expect((await dialog(page).locator('img').boundingBox())!.width).toBeGreaterThan(shown!.width * 1.5)
  await dialog(page).getByRole('button', { name: 'Close' }).click()
  await expect(dialog(page)).toHaveCount(0)
})

test('and from the keyboard: Enter opens, Escape closes, and the focus is on the picture again', async ({ page }) => {
  await page.goto(PICTURE)
  await page.locator('.prose img').scrollIntoViewIfNeeded()
  await enlarge(page).focus()
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByRole('button', { name: 'Close' })).toBeFocused()
  // Shortcuts rest meanwhile.
  await page.keyboard.press('t')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
  await expect(enlarge(page)).toBeFocused()
  await expect(page.locator('html')).not.toHaveAttribute('data-theme')
})

test('on a phone it is larger than in the text, and the page is no wider for it', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(PICTURE)
  await page.locator('.prose img').scrollIntoViewIfNeeded()
  await enlarge(page).click()
  expect((await dialog(page).locator('img').boundingBox())!.width).toBeGreaterThan(500)
  await expect(dialog(page).getByRole('button', { name: 'Close' })).toBeInViewport()
  expect(await overflow(page)).toBeLessThanOrEqual(0)
})

test('a wide table scrolls by itself, from the keyboard too', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 })
  await page.goto('/inquiries/how-few/')
  const table = page.getByRole('group', { name: 'Table' }).first()
  await table.focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => table.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('there is nothing to press: the code and the picture are as they are', async ({ page }) => {
    await page.goto(CODE)
    await expect(page.locator('.prose pre').first()).toBeVisible()
    await page.goto(PICTURE)
    await expect(page.locator('.prose img')).toBeVisible()
    await expect(page.locator('main').getByRole('button')).toHaveCount(0)
  })
})
