/** This file finds the browser that draws diagrams. */
import { existsSync } from 'node:fs'
import { installedBrowser } from './installed-browser.mjs'

/** Returns the path of a Chromium: that of `BROWSER_PATH` where it is set, and nothing else then. */
export function findBrowser(): string | undefined {
  const own = process.env['BROWSER_PATH']
  if (own !== undefined && own !== '') return existsSync(own) ? own : undefined
  return installedBrowser()
}
