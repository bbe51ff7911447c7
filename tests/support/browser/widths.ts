/** Windows of any width, which a page must not be wider than. */
import type { Page } from '@playwright/test'

/** By how many pixels a page is wider than the window has room for, beside the scrollbar. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.offsetWidth)

/** Those of the widths at which it is. */
export async function tooWide(page: Page, widths: readonly number[]): Promise<number[]> {
  const found: number[] = []
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    if ((await overflow(page)) > 0) found.push(width)
  }
  return found
}
