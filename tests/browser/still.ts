/** Time and the pointer, held by the test. */
import type { Page } from '@playwright/test'

/** Where there is no link. */
export const nowhere = (page: Page): Promise<void> => page.mouse.move(2, 2)

/** Opens a page whose time stands still, so that a busy machine is no slow reader. What it loads on the first link is there. */
export async function still(page: Page, address: string): Promise<void> {
  await page.clock.install({ time: 0 })
  await page.goto(address)
  await page.clock.pauseAt(60_000)
  const script = page.waitForResponse('**/_astro/previews*.js')
  await page.locator('.topics a').first().hover()
  await (await script).finished()
  await nowhere(page)
}
