/** The sizes of type, and what a page makes of a window: one row of a header on a phone, the width of a wide screen. */
import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser/test.ts'

/** The sizes of all text in view, in pixels. Formulas, superscripts and drawings are scaled with what they are in. */
const sizes = (page: Page): Promise<string[]> =>
  page.locator('body *:not(math *, sup, sup *, script, .sr-only, .field *)').evaluateAll((all) => {
    const hasText = (each: Element) =>
      each.checkVisibility() &&
      [...each.childNodes].some((node) => node.nodeName === '#text' && node.textContent?.trim())
    return [...new Set(all.filter(hasText).map((each) => getComputedStyle(each).fontSize))]
  })

for (const path of ['/', '/inquiries/shape-or-origin/', '/notes/base-overtakes-at-large-k/', '/sources/'])
  test(`${path} has five sizes of type and no more`, async ({ page }) => {
    for (const width of [390, 1440, 1920]) {
      await page.setViewportSize({ width, height: 900 })
      await page.goto(path)
      const found = await sizes(page)
      expect(found.length, `${width}: ${found.join()}`).toBeLessThanOrEqual(5)
      expect(Math.min(...found.map(parseFloat))).toBeGreaterThanOrEqual(14)
    }
  })

test('the header is one row on the smallest phone, and its links are 24 pixels high', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto('/inquiries/how-few/')
  const middles = await page.locator('.site-header a').evaluateAll((links) =>
    links.map((link) => {
      const { top, bottom, height } = link.getBoundingClientRect()
      return { middle: (top + bottom) / 2, height }
    }),
  )
  for (const { middle, height } of middles) {
    expect(Math.abs(middle - middles[0]!.middle)).toBeLessThan(12)
    expect(height).toBeGreaterThanOrEqual(24)
  }
})

test('a wide window has larger text, and shows the whole of how a note bears on the question', async ({ page }) => {
  const text = () =>
    page
      .locator('.prose p')
      .first()
      .evaluate((each) => parseFloat(getComputedStyle(each).fontSize))
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto('/inquiries/how-few/')
  const usual = await text()
  await page.setViewportSize({ width: 1920, height: 1080 })
  expect(await text()).toBeGreaterThan(usual + 2)
  const used = await page.locator('main').evaluate((main) => main.getBoundingClientRect().width)
  expect(used).toBeGreaterThan(1920 * 0.75)
  const cut = page
    .locator('.card p')
    .evaluateAll((all) => all.filter((each) => each.scrollHeight > each.clientHeight + 1).length)
  expect(await cut).toBe(0)
})
