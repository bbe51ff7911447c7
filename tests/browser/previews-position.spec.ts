/** Where a preview stands: in the window, by its link and not upon it. */
import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../support/browser/test.ts'
import { nowhere, settle, openWithFrozenClock } from '../support/browser/frozen-clock.ts'

const ESSAY = '/inquiries/how-few/'

const preview = (page: Page): Locator => page.locator('.preview')

for (const [width, height, direction] of [
  [1440, 900, 'ltr'],
  [1440, 900, 'rtl'],
  [1024, 420, 'ltr'],
  [360, 640, 'rtl'],
] as const)
  test(`in a window of ${width} × ${height}, ${direction}: in the window, and not upon the link`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await openWithFrozenClock(page, ESSAY)
    await page.evaluate((dir) => (document.documentElement.dir = dir), direction)
    for (const index of [0, 2, 5]) {
      const link = page.locator('.prose .cites').nth(index)
      for (const block of ['start', 'end'] as const) {
        await nowhere(page)
        await link.evaluate((element, at) => element.scrollIntoView({ block: at }), block)
        await link.hover()
        await settle(page)
        await expect(preview(page)).toBeVisible()
        expect(await preview(page).evaluate(misplaced, await link.elementHandle()), `${index} ${block}`).toEqual([])
        await page.keyboard.press('Escape')
      }
    }
  })

function misplaced(box: Element, link: Node | null): string[] {
  const page = document.documentElement.getBoundingClientRect()
  const { left, right, top, bottom } = box.getBoundingClientRect()
  const covered = [...(link as Element).getClientRects()].some(
    (rect) => rect.left < right && left < rect.right && rect.top < bottom && top < rect.bottom,
  )
  return [
    ...(left < page.left || top < 0 || right > page.right || bottom > innerHeight ? ['beyond the window'] : []),
    ...(covered ? ['upon the link'] : []),
  ]
}
