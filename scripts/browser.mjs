/** This file finds a Chromium to test in. */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

/** These are the names of Chromium without a window. It is the same engine, and opens pages in half the time. */
const SHELLS = ['chromium-headless-shell', 'chrome-headless-shell', 'chrome-headless-shell.exe']
/** These are the names of full browsers. */
const BROWSERS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'chromium.exe',
  'chrome.exe',
]
const USUAL_PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * Finds an installed browser.
 *
 * @returns Its path, or undefined where there is none. Playwright then uses the browser that it downloaded, if it
 * did.
 */
export function findBrowser() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const named = (names) => folders.flatMap((folder) => names.map((name) => join(folder, name)))
  const candidates = [process.env.BROWSER_PATH, ...named(SHELLS), ...named(BROWSERS), ...USUAL_PATHS]
  return candidates.find((path) => path && existsSync(path))
}

/** Tells whether there is a browser to test in. If it is Playwright's own, it is started to be sure. */
export async function hasBrowser() {
  if (findBrowser() !== undefined) return true
  try {
    const browser = await chromium.launch()
    await browser.close()
    return true
  } catch {
    return false
  }
}
