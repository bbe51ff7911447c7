/**
 * Draws the pictures of the site's icon from `public/favicon.svg`: `node scripts/icons.ts`. Devices that do not show SVG
 * ask for them. Run it again when the icon changes.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { findBrowser } from './browser.mjs'

const place = (name: string): string => fileURLToPath(new URL(`../public/${name}`, import.meta.url))
const svg = readFileSync(place('favicon.svg'), 'utf8')
/** Devices cut the corners of these icons themselves, so they are square. */
const square = svg.replace(/ rx="\d+"/, '')

const executablePath = findBrowser()
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox'] })

/** Draws an SVG as a PNG of so many pixels in width and height. */
async function draw(picture: string, size: number): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw}</style>${picture}`)
  const png = await page.screenshot({ omitBackground: true })
  await page.close()
  return png
}

/** Puts PNGs into one icon file (https://en.wikipedia.org/wiki/ICO_(file_format)). */
function icoOf(pictures: readonly (readonly [size: number, png: Buffer])[]): Buffer {
  const head = Buffer.from([0, 0, 1, 0, pictures.length, 0])
  let offset = head.length + 16 * pictures.length
  const entries = pictures.map(([size, png]) => {
    const entry = Buffer.alloc(16)
    entry.set([size, size, 0, 0, 1, 0, 32, 0])
    entry.writeUInt32LE(png.length, 8)
    entry.writeUInt32LE(offset, 12)
    offset += png.length
    return entry
  })
  return Buffer.concat([head, ...entries, ...pictures.map(([, png]) => png)])
}

writeFileSync(place('apple-touch-icon.png'), await draw(square, 180))
writeFileSync(place('icon-192.png'), await draw(square, 192))
writeFileSync(place('icon-512.png'), await draw(square, 512))
writeFileSync(
  place('favicon.ico'),
  icoOf([
    [16, await draw(svg, 16)],
    [32, await draw(svg, 32)],
  ]),
)
await browser.close()
