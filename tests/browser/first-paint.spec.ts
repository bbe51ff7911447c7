/** What a page waits for before it is seen, and what comes after. */
import type { Page } from '@playwright/test'
import { hold } from '../support/browser/hold.ts'
import { expect, test } from '../support/browser/test.ts'

const ESSAY = '/inquiries/how-few/'
const NOTE = '/notes/imitation-copies-style/'

/** The files that the page asks for, by their names without what tells versions apart. */
function asked(page: Page): string[] {
  const names: string[] = []
  page.on('request', (request) => names.push(new URL(request.url()).pathname.split('/').at(-1)!.split('.')[0]!))
  return names
}

/** Tells whether the heading is set in a font of ours. */
async function isInOurs(page: Page): Promise<boolean> {
  const session = await page.context().newCDPSession(page)
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  const { root } = await session.send('DOM.getDocument')
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'h1' })
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId })
  return fonts.every(({ isCustomFont }) => isCustomFont)
}

/**
 * A font that comes later than a tenth of a second is not used, so on a busy machine it takes several first visits until
 * one is in time.
 */
async function comesToBeInOurs(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await expect(async () => {
    if (await isInOurs(page)) return
    await session.send('Network.clearBrowserCache')
    await page.reload({ waitUntil: 'networkidle' })
    expect(await isInOurs(page)).toBe(true)
  }).toPass()
}

test('styles of what shows only when it is asked for are fetched then', async ({ page }) => {
  const files = asked(page)
  await page.goto(ESSAY, { waitUntil: 'networkidle' })
  expect(files).toContain('style')
  expect(files).not.toContain('overlays')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toHaveCSS('border-radius', '4px')
  expect(files).toContain('overlays')
})

test('one script is all that a page loads by itself, and a list has a second one', async ({ page }) => {
  const files = asked(page)
  const scripts: string[] = []
  page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()))
  for (const address of ['/', ESSAY, NOTE]) await page.goto(address, { waitUntil: 'networkidle' })
  expect(files).toContain('style')
  expect(new Set(scripts).size).toBe(1)
  await page.goto('/sources/', { waitUntil: 'networkidle' })
  expect(new Set(scripts).size).toBe(2)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  /** Opens the essay, whose font may be held back, and returns how far things moved. */
  async function shiftsOf(page: Page, isLate: boolean): Promise<number[]> {
    await page.addInitScript(() => {
      const shifts: number[] = []
      Object.assign(window, { shifts })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value)
      }).observe({ type: 'layout-shift', buffered: true })
    })
    const send = isLate ? await hold(page, '**/source-serif-4-roman*') : () => undefined
    await page.goto(ESSAY, { waitUntil: 'domcontentloaded' })
    // Once there is text, the font is too late.
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
    send()
    await page.waitForLoadState('networkidle')
    return page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)
  }

  test('the first page is in one font of ours, which comes with its styles', async ({ page }) => {
    const files = asked(page)
    expect(await shiftsOf(page, false)).toEqual([])
    await comesToBeInOurs(page)
    const fonts = files.filter((name) => name.startsWith('source-s') && !name.includes('italic'))
    expect([...new Set(fonts)]).toEqual(['source-serif-4-roman'])
  })

  test('a font that comes late moves nothing', async ({ page }) => {
    expect(await shiftsOf(page, true)).toEqual([])
    expect(await isInOurs(page)).toBe(false)
  })
})

test('on a wide screen the first page has our fonts', async ({ page }) => {
  await page.goto(ESSAY, { waitUntil: 'networkidle' })
  await comesToBeInOurs(page)
})
