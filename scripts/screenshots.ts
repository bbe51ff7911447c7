/**
 * This command takes pictures of the built site to look at: `npm run screenshots -- [folder] [path …]`.
 * Each page is taken at the width of a phone, a tablet and a desk, in light and dark. Without paths, the pictures of
 * the documentation are taken.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { preview } from 'astro'
import { findBrowser } from './browser.mjs'

/** A `Shot` is one picture to take. */
interface Shot {
  readonly name: string
  readonly path: string
  /** Does what a reader does first. */
  readonly prepare?: (page: Page) => Promise<unknown>
}

const [folder = 'docs/screenshots', ...given] = process.argv.slice(2)
const ESSAY = '/inquiries/shape-or-origin/'
const DOCUMENTED: readonly Shot[] = [
  { name: 'home', path: '/' },
  { name: 'inquiry', path: ESSAY },
  { name: 'inquiry-sources', path: `${ESSAY}#sources` },
  { name: 'inquiry-beside', path: ESSAY, prepare: openCitedNote },
  { name: 'note', path: '/notes/base-overtakes-at-large-k/' },
  { name: 'source', path: '/sources/shumailov2024collapse/' },
  { name: 'search', path: '/search/?q=reward', prepare: (page) => page.locator('#found .hit').first().waitFor() },
]
/** Makes a shot of a path, whose name is made from the path. */
const named = (path: string): Shot => ({ name: path.replace(/\W+/g, '-').replace(/^-|-$/g, '') || 'home', path })

/** These are the windows of a phone, of a tablet, and of a desk with room for what is next to the text further down. */
const SCREENS = [
  { width: 390, height: 844 },
  { width: 820, height: 1180 },
  { width: 1440, height: 1300 },
]
const THEMES = ['light', 'dark'] as const
/**
 * This is the quality of the JPEG files. It is low, because the pictures of the documentation are part of every
 * clone.
 */
const QUALITY = 70

/** Opens a cited note: in a sheet under a finger, in a preview under a pointer, and in a pane where there is room. */
async function openCitedNote(page: Page): Promise<void> {
  const cited = page.locator('.prose p > a[href*="/notes/"]:visible').first()
  await cited.scrollIntoViewIfNeeded()
  if (await page.evaluate(() => matchMedia('(hover: none)').matches)) await cited.tap()
  else {
    await cited.hover()
    await page.locator('.preview').waitFor()
    const beside = page.locator('.open-beside')
    if (await beside.isVisible()) await beside.click()
  }
  // This waits until the animation is over.
  await page.waitForTimeout(400)
}

const server = await preview({ logLevel: 'error' })
const executablePath = findBrowser()
const browser = await chromium.launch({
  ...(executablePath !== undefined && { executablePath }),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
mkdirSync(folder, { recursive: true })
for (const colorScheme of THEMES)
  for (const viewport of SCREENS) {
    const isPhone = viewport.width < 600
    const page = await browser.newPage({ colorScheme, viewport, hasTouch: isPhone, isMobile: isPhone })
    for (const { name, path, prepare } of given.length > 0 ? given.map(named) : DOCUMENTED) {
      await page.goto(`http://localhost:${server.port}${path}`, { waitUntil: 'networkidle' })
      await prepare?.(page)
      const file = join(folder, `${name}-${viewport.width}-${colorScheme}.jpg`)
      await page.screenshot({ path: file, type: 'jpeg', quality: QUALITY })
    }
    await page.close()
  }
await browser.close()
await server.stop()
