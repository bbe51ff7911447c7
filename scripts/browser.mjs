/** Finds a Chromium to test in. */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

/** Chromium without a window to draw: the same engine, and pages open in half the time. */
const SHELLS = ['chromium-headless-shell', 'chrome-headless-shell', 'chrome-headless-shell.exe']
const BROWSERS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'chromium.exe',
  'chrome.exe',
]
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Path of an installed browser; undefined where there is none. Playwright then takes the shell it downloaded, if it did. */
export function findBrowser() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const named = (names) => folders.flatMap((folder) => names.map((name) => join(folder, name)))
  const candidates = [process.env.BROWSER_PATH, ...named(SHELLS), ...named(BROWSERS), ...ELSEWHERE]
  return candidates.find((path) => path && existsSync(path))
}

/** Is there one, and if it is Playwright's own, does it start? */
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
