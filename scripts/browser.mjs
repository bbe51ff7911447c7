/** This file finds a Chromium to test in. */
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { installedBrowser } from '../src/site/diagrams/installed-browser.mjs'

/**
 * Finds an installed browser.
 *
 * @returns Its path, or undefined where there is none. Playwright then uses the browser that it downloaded, if it
 * did.
 */
export function findBrowser() {
  const own = process.env.BROWSER_PATH
  return own && existsSync(own) ? own : installedBrowser()
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
