/** Time and the pointer, held by the test. */
import { expect, type Locator, type Page } from '@playwright/test'

/** Where there is no link. */
export const nowhere = (page: Page): Promise<void> => page.mouse.move(2, 2)

/** Opens a page whose time stands still, so that nothing is waited for, and a busy machine is no slow reader. */
export async function openAtStandstill(page: Page, address: string): Promise<void> {
  await page.clock.install({ time: 0 })
  await page.goto(address)
  await page.clock.pauseAt(60_000)
}

/**
 * The same, with previews that are loaded: their script, its styles and its words. That they came does not tell that
 * they are in use, so one preview is opened, and closed again.
 *
 * @param first The links of which the first has that preview.
 */
export async function openWithFrozenClock(page: Page, address: string, first = '.topics a'): Promise<void> {
  await openAtStandstill(page, address)
  const previews = page.locator('.preview')
  await page.locator(first).first().hover()
  await expect
    .poll(async () => {
      await settle(page)
      return previews.count()
    })
    .toBe(1)
  await nowhere(page)
  await settle(page)
  await expect(previews).toHaveCount(0)
}

/**
 * Opens a page and taps a link that shows a sheet. However slow the machine is, the page does not lose patience and goes
 * where the link leads. Afterwards time passes again.
 */
export async function openSheet(page: Page, address: string, link: Locator): Promise<void> {
  await openAtStandstill(page, address)
  await link.tap()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.clock.resume()
}

/** Long enough for a preview to open, or to close. */
export const settle = (page: Page): Promise<void> => page.clock.runFor(700)
