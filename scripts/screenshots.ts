/**
 * Takes pictures of the built site, to be looked at: `npm run screenshots -- [folder] [path …]`.
 * Each path is taken at the width of a phone, a tablet and a desk, light and dark.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { preview } from 'astro'
import { findBrowser } from './browser.mjs'

const [folder = 'docs/screenshots', ...given] = process.argv.slice(2)
const paths =
  given.length > 0
    ? given
    : ['/', '/inquiries/shape-or-origin/', '/notes/base-overtakes-at-large-k/', '/search/?q=reward']
const WIDTHS = [390, 820, 1440]
const THEMES = ['light', 'dark'] as const

const server = await preview({ logLevel: 'error' })
const executablePath = findBrowser()
const browser = await chromium.launch({
  ...(executablePath !== undefined && { executablePath }),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
mkdirSync(folder, { recursive: true })
for (const colorScheme of THEMES)
  for (const width of WIDTHS) {
    const page = await browser.newPage({ colorScheme, viewport: { width, height: width < 600 ? 844 : 900 } })
    for (const path of paths) {
      await page.goto(`http://localhost:${server.port}${path}`, { waitUntil: 'networkidle' })
      const name = path.replace(/\W+/g, '-').replace(/^-|-$/g, '') || 'home'
      await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`) })
    }
    await page.close()
  }
await browser.close()
await server.stop()
