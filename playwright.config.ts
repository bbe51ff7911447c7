import { defineConfig } from '@playwright/test'
import { findBrowser } from './scripts/browser.mjs'

const PORT = Number(process.env['PLAYWRIGHT_PORT'] ?? 4391)
const executablePath = findBrowser()

/** Behaviour in a real browser, on the demo as `npm run test:build` built it. */
export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  // A machine that is busy with other work loses a key now and then; what fails twice is broken. The list says which were tried again.
  retries: 1,
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${PORT}`,
    viewport: { width: 1280, height: 900 },
    launchOptions: {
      ...(executablePath !== undefined && { executablePath }),
      // The sandbox refuses to start as root, which is who runs in most containers.
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
  webServer: {
    command: `astro preview --ignore-lock --outDir tests/.output/demo --port ${PORT}`,
    url: `http://localhost:${PORT}/`,
    env: { ASTRO_PREVIEW_BACKGROUND: '0', ASTRO_TELEMETRY_DISABLED: '1' },
    reuseExistingServer: false,
  },
})
