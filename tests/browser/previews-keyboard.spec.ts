/** Previews, for those who read by the keyboard. */
import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../support/browser/test.ts'
import { openWithFrozenClock } from '../support/browser/frozen-clock.ts'

const ESSAY = '/inquiries/how-few/'
const NOTE = '/notes/imitation-copies-style/'
const TITLE = 'Imitating ChatGPT copies its style and leaves the gap in ability'

const preview = (page: Page): Locator => page.locator('.preview')
const cited = (page: Page): Locator => page.locator(`.prose a[id][href="${NOTE}"]`)

test('focus opens it, Escape closes it and the focus stays', async ({ page }) => {
  await page.goto(ESSAY)
  await cited(page).focus()
  await expect(preview(page)).toBeVisible()
  await expect(preview(page)).toHaveAccessibleName(`Preview: ${TITLE}`)
  await expect(cited(page)).toHaveAttribute('aria-details', (await preview(page).getAttribute('id'))!)
  await page.keyboard.press('Escape')
  await expect(preview(page)).toHaveCount(0)
  await expect(cited(page)).toBeFocused()
  await expect(cited(page)).not.toHaveAttribute('aria-details')
})

test('Tab goes into it and on to the cards beside the text, Shift+Tab back to the link', async ({ page }) => {
  await page.goto(ESSAY)
  await cited(page).focus()
  await expect(preview(page)).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(preview(page)).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(cited(page)).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(preview(page).getByRole('link', { name: 'Open beside' })).toBeFocused()
  const links = await preview(page).getByRole('link').count()
  for (let left = links; left > 1; left--) await page.keyboard.press('Tab')
  await expect(preview(page).getByRole('link').last()).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(preview(page)).toHaveCount(0)
  await expect(page.locator(`.cited:has(a[id][href="${NOTE}"]) .beside a`).first()).toBeFocused()
})

test('goes on Tab by Tab without waiting: nothing opens on the way', async ({ page }) => {
  await openWithFrozenClock(page, ESSAY)
  await page.locator('.prose .cites').first().focus()
  for (let step = 0; step < 3; step++) {
    await page.clock.runFor(300)
    await page.keyboard.press('Tab')
  }
  await expect(preview(page)).toHaveCount(0)
})

test('the focus leaves, and it closes', async ({ page }) => {
  await page.goto(ESSAY)
  await cited(page).focus()
  await expect(preview(page)).toBeVisible()
  await page.getByRole('link', { name: 'Throughline', exact: true }).focus()
  await expect(preview(page)).toHaveCount(0)
})
