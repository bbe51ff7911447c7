/** Tests of pages. They fail when a page complains of an error, or of something that its own policy forbids. */
import { test as base, type Page } from '@playwright/test'

/**
 * Chromium's own: it calls it an error, of whatever page comes next, to skip a transition between pages when it is
 * busy.
 */
const SKIPPED = /^Transition was (aborted|skipped)/

interface Fixtures {
  /** Whether the console must stay empty of errors and warnings. */
  readonly failsOnConsoleErrors: boolean
  readonly noConsoleErrors: null
}

export const test = base.extend<Fixtures>({
  failsOnConsoleErrors: [true, { option: true }],
  noConsoleErrors: [
    async ({ page, failsOnConsoleErrors }, use) => {
      const complaints: string[] = []
      page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()))
      page.on('pageerror', ({ message }) => !SKIPPED.test(message) && complaints.push(message))
      await use(null)
      if (failsOnConsoleErrors) base.expect(complaints).toEqual([])
    },
    { auto: true },
  ],
  page: async ({ page, javaScriptEnabled }, use) => {
    if (javaScriptEnabled) waitForFirstFrame(page)
    await use(page)
  },
})

/**
 * Chromium drops the keys that a page gets before it has drawn its first frame, so opening a page ends with that frame.
 */
function waitForFirstFrame(page: Page): void {
  const goto = page.goto.bind(page)
  page.goto = async (...parameters) => {
    const response = await goto(...parameters)
    await nextFrame(page)
    return response
  }
}

/**
 * Until the page has drawn a frame: the second of these calls comes after the first frame, also where the page loads
 * anew meanwhile.
 */
export const nextFrame = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(true)))),
  )

export { expect } from '@playwright/test'
