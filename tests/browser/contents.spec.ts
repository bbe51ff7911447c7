/** The contents, which follow the reader, and the links of the sections to themselves. */
import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser/test.ts'

const PAGE = '/inquiries/how-few/'
const contents = (page: Page) => page.getByRole('navigation', { name: 'Contents' })
const current = (page: Page) => contents(page).locator('[aria-current=location]')

test('beside the text they are open, and say which section is being read', async ({ page }) => {
  await page.goto(PAGE)
  await expect(contents(page).getByRole('link')).toHaveCount(7)
  await expect(current(page)).toHaveCount(0)
  await page.getByRole('heading', { name: 'What the raters missed' }).evaluate((heading) => heading.scrollIntoView())
  await expect(current(page)).toHaveText('What the raters missed')
  // A jump over everything between leaves nothing behind.
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await expect(current(page)).toHaveText('References')
  await page.evaluate(() => scrollTo(0, 0))
  await expect(current(page)).toHaveCount(0)
})

test('a link leads to its section, which is the current one then', async ({ page }) => {
  await page.goto(PAGE)
  await contents(page).getByRole('link', { name: 'The price of careful choice' }).click()
  await expect(page.getByRole('heading', { name: 'The price of careful choice' })).toBeInViewport()
  await expect(current(page)).toHaveText('The price of careful choice')
})

test('on a phone they are folded above the text, and open from the keyboard', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(PAGE)
  await expect(contents(page).getByRole('link')).toHaveCount(0)
  const summary = contents(page).locator('summary')
  await summary.focus()
  await page.keyboard.press('Enter')
  await expect(contents(page).getByRole('link')).toHaveCount(7)
  const [top, text] = await Promise.all([contents(page).boundingBox(), page.locator('.prose').boundingBox()])
  expect(top!.y + top!.height).toBeLessThanOrEqual(text!.y)
  await contents(page).getByRole('link', { name: 'Two thresholds' }).click()
  await expect(page.getByRole('heading', { name: 'Two thresholds, one question' })).toBeInViewport()
})

test('long ones scroll by themselves, so that the current one is in view', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 160 })
  await page.goto(PAGE)
  await page.keyboard.press('End')
  await expect(current(page)).toHaveText('References')
  await expect(current(page)).toBeInViewport()
  expect(await contents(page).evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0)
})

test('a section links to itself: seen on hover and focus, named, and no part of the heading', async ({ page }) => {
  await page.goto(PAGE)
  const heading = page.getByRole('heading', { name: 'What the raters missed', exact: true })
  const link = page.getByRole('link', { name: 'Link to this section: What the raters missed', exact: true })
  await expect(link).toHaveCSS('opacity', '0')
  await heading.hover()
  await expect(link).toHaveCSS('opacity', '1')
  await page.mouse.move(0, 0)
  await link.focus()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Tab')
  await expect(link).toBeFocused()
  await expect(link).toHaveCSS('opacity', '1')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#what-the-raters-missed$/)
  await expect(heading).toBeInViewport()
  // It stands on the line of the heading, before its first letter.
  const [of, at] = await Promise.all([heading.boundingBox(), link.boundingBox()])
  expect(at!.x + at!.width).toBeLessThanOrEqual(of!.x)
  expect(Math.abs(at!.y + at!.height - of!.y - of!.height)).toBeLessThan(2)
  await expect(page.locator('.prose')).not.toContainText('#')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('they are there, and so are the links of the sections', async ({ page }) => {
    await page.goto(PAGE)
    await expect(contents(page).getByRole('link')).toHaveCount(7)
    await expect(page.getByRole('link', { name: /^Link to this section/ })).toHaveCount(4)
    await page.setViewportSize({ width: 390, height: 844 })
    await contents(page).locator('summary').click()
    await expect(contents(page).getByRole('link')).toHaveCount(7)
  })
})
