/** Tests that fail when the page complains: of an error, or of something that its own policy forbids. */
import { test as base } from '@playwright/test'

export const test = base.extend<{ quiet: null }>({
  quiet: [
    async ({ page, javaScriptEnabled }, use) => {
      const complaints: string[] = []
      page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()))
      // Where no script runs, an error is the browser's own: Chromium calls it one to skip a transition between pages.
      page.on('pageerror', (error) => javaScriptEnabled && complaints.push(error.message))
      await use(null)
      base.expect(complaints).toEqual([])
    },
    { auto: true },
  ],
})

export { expect } from '@playwright/test'
