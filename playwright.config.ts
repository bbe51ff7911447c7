import { defineConfig } from '@playwright/test'
import { findBrowser } from './scripts/browser.mjs'
import { addressOf } from './tests/support/browser/serve.ts'

const executablePath = findBrowser()

/** Behaviour in a real browser, on the demo as `npm run test:build` built it and on sites made for tests. */
export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'test-results',
  globalSetup: './tests/support/browser/global-setup.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // Tests wait for what a page shows. These limits only end a test that waits in vain, however slow the machine is.
  timeout: 180_000,
  expect: { timeout: 60_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
  use: {
    baseURL: addressOf(),
    viewport: { width: 1280, height: 900 },
    launchOptions: {
      ...(executablePath !== undefined && { executablePath }),
      // The sandbox refuses to start as root, which is who runs in most containers.
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
})
