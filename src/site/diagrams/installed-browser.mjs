/** Finds an installed Chromium. Plain JavaScript, because the scripts of the project use it before Node 24 is there. */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/**
 * The names of Chromium in a folder of the PATH. Without a window it is the same engine, and starts in half the time.
 */
const NAMES = [
  ...['chromium-headless-shell', 'chrome-headless-shell', 'chromium', 'chromium-browser'],
  ...['google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'],
]
const ENDINGS = process.platform === 'win32' ? ['.exe'] : ['']

/** Where it is installed on systems that do not put it on the PATH. */
const USUAL_PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/**
 * Finds a Chromium that is installed on this machine.
 *
 * @returns {string | undefined} Its path, or undefined where there is none.
 */
export function installedBrowser() {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  const named = NAMES.flatMap((name) =>
    ENDINGS.flatMap((ending) => folders.map((folder) => join(folder, name + ending))),
  )
  return [...named, ...USUAL_PATHS].find((path) => existsSync(path))
}
