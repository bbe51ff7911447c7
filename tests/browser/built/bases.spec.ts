/** Views of bases on a desk, on a phone and without scripts. */
import { addressOf } from '../../support/browser/serve.ts'
import { expect, test } from '../../support/browser/test.ts'
import { CHECKED, violations } from '../../support/browser/axe.ts'
import { tooWide } from '../../support/browser/widths.ts'

test.use({ baseURL: addressOf('bases') })

test.describe('nothing is wider than the window, and axe finds nothing to complain of, in either theme,', () => {
  test.use(CHECKED)
  for (const path of ['/notes/home/', '/notes/author-1/', '/bases/', '/bases/library/', '/bases/everything/all/'])
    test(`of ${path}`, async ({ page }) => {
      await page.goto(path)
      expect(await violations(page)).toEqual([])
      expect(await tooWide(page, [320, 390, 820, 1440])).toEqual([])
    })
})

test('a wide table scrolls by itself on a phone, and with the keyboard', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 })
  await page.goto('/bases/library/')
  const table = page.getByRole('region', { name: 'All books' })
  expect(await table.evaluate((frame) => frame.scrollWidth > frame.clientWidth)).toBe(true)
  await table.focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => table.evaluate((frame) => frame.scrollLeft)).toBeGreaterThan(0)
})

test('covers are loaded, and links of cells lead to notes', async ({ page }) => {
  await page.goto('/notes/home/')
  const cover = page.locator('.base-cards img').first()
  await cover.scrollIntoViewIfNeeded()
  await expect.poll(() => cover.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
  await page.getByRole('region', { name: 'All books' }).getByRole('link', { name: 'Book 5' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Book 5')
})
