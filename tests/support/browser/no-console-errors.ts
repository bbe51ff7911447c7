/** Tests that fail when the page complains: of an error, or of something that its own policy forbids. */
import { test as base } from '@playwright/test'

/** Chromium's own: it calls it an error, of whatever page comes next, to skip a transition between pages when it is busy. */
const SKIPPED = /^Transition was (aborted|skipped)/

export const test = base.extend<{ quiet: null }>({
  quiet: [
    async ({ page }, use) => {
      const complaints: string[] = []
      page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()))
      page.on('pageerror', ({ message }) => !SKIPPED.test(message) && complaints.push(message))
      await use(null)
      base.expect(complaints).toEqual([])
    },
    { auto: true },
  ],
})

export { expect } from '@playwright/test'
