/** Time and the pointer, held by the test. */
import type { Page } from '@playwright/test'

/** Where there is no link. */
export const nowhere = (page: Page): Promise<void> => page.mouse.move(2, 2)

/**
 * Opens a page whose time stands still, so that nothing is waited for, and a busy machine is no slow reader.
 *
 * @param first The links of which one is pointed at, so that what is loaded then is there.
 */
export async function openWithFrozenClock(page: Page, address: string, first = '.topics a'): Promise<void> {
  await page.clock.install({ time: 0 })
  await page.goto(address)
  await page.clock.pauseAt(60_000)
  const script = page.waitForResponse('**/_astro/previews*.js')
  await page.locator(first).first().hover()
  await (await script).finished()
  await nowhere(page)
}

/** Long enough for a preview to open, or to close. */
export const settle = (page: Page): Promise<void> => page.clock.runFor(700)
