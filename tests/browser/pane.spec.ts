/** Notes beside the essay, as the address says. */
import type { Locator, Page } from '@playwright/test'
import { CHECKED, violations } from '../support/browser/axe.ts'
import { expect, test } from '../support/browser/test.ts'
import { settle, openWithFrozenClock } from '../support/browser/frozen-clock.ts'
import { tooWide } from '../support/browser/widths.ts'

test.use({ viewport: { width: 1440, height: 900 } })

const ESSAY = '/inquiries/how-few/'
const IMITATION = '/notes/imitation-copies-style/'
const POWER_LAW = '/notes/ability-follows-power-law/'
const THOUSAND = '/notes/thousand-examples-set-style/'
const BESIDE = `${ESSAY}?beside=${IMITATION}`

const panes = (page: Page): Locator => page.locator('.pane')
const pane = (page: Page, address: string): Locator => page.locator(`.pane[data-at="${address}"]`)
const cited = (page: Page, address: string): Locator => page.locator(`#main .prose a[id][href="${address}"]`).first()
const heading = (where: Locator): Locator => where.getByRole('heading', { level: 2 }).first()

async function openBeside(page: Page, address: string): Promise<void> {
  await cited(page, address).hover()
  await page.locator('.preview').getByRole('link', { name: 'Open beside' }).click()
  await expect(heading(pane(page, address))).toBeFocused()
}

test('from the preview: the note stands beside the essay, in the address, with the focus on its title', async ({
  page,
}) => {
  await page.goto(ESSAY)
  const measure = (await page.locator('#main .prose').boundingBox())!.width
  await openBeside(page, IMITATION)
  await expect(page).toHaveURL(BESIDE)
  await expect(page.locator('.preview')).toHaveCount(0)
  await expect(pane(page, IMITATION)).toContainText('struck crowd raters as rivals')
  await expect(page.getByRole('complementary', { name: 'Beside the text' })).toBeVisible()
  // The essay is as wide as it was, and none of it is under the note.
  const essay = (await page.locator('#main .prose').boundingBox())!
  expect(essay.width).toBe(measure)
  expect(essay.x + essay.width).toBeLessThan((await pane(page, IMITATION).boundingBox())!.x)
  expect(await page.locator('link[rel=canonical]').count()).toBe(0)
})

test('from the keyboard: opens, Escape closes, and the focus is on the link again', async ({ page }) => {
  await openWithFrozenClock(page, ESSAY)
  await cited(page, IMITATION).focus()
  await settle(page)
  await expect(page.locator('.preview')).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(heading(pane(page, IMITATION))).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(panes(page)).toHaveCount(0)
  await expect(cited(page, IMITATION)).toBeFocused()
  await expect(page).toHaveURL(ESSAY)
  // The focus came back by itself, which is no reason to show anything.
  await settle(page)
  await expect(page.locator('.preview')).toHaveCount(0)
})

test('its own ways: the whole page, and closing', async ({ page, baseURL }) => {
  await page.goto(BESIDE)
  const whole = pane(page, IMITATION).getByRole('link', { name: 'Open as page' })
  await expect(whole).toHaveAttribute('href', `${baseURL}${IMITATION}`)
  await pane(page, IMITATION).getByRole('button', { name: 'Close' }).click()
  await expect(panes(page)).toHaveCount(0)
  await expect(page).toHaveURL(ESSAY)
})

test('Back and Forward, and a reload, restore what was there', async ({ page }) => {
  await page.goto(ESSAY)
  await openBeside(page, IMITATION)
  await openBeside(page, POWER_LAW)
  await expect(page).toHaveURL(`${BESIDE}&beside=${POWER_LAW}`)
  await page.goBack()
  await expect(panes(page)).toHaveCount(1)
  await expect(heading(pane(page, IMITATION))).toBeVisible()
  await page.goBack()
  await expect(panes(page)).toHaveCount(0)
  await page.goForward()
  await page.goForward()
  await expect(panes(page)).toHaveCount(2)
  await page.reload()
  await expect(panes(page)).toHaveCount(2)
  await page.goBack()
  await expect(panes(page)).toHaveCount(1)
})

test('links in a note open beside as well; those to the essay move the essay', async ({ page }) => {
  await page.goto(BESIDE)
  await pane(page, IMITATION).locator('.prose a[href^="/notes/"]').first().click()
  await expect(panes(page)).toHaveCount(2)
  await expect(heading(panes(page).last())).toBeFocused()
  await page.goBack()
  await expect(panes(page)).toHaveCount(1)
  await pane(page, IMITATION).locator(`.mention a[href^="${ESSAY}#"]`).first().click()
  await expect(page).toHaveURL(/\?beside=\/notes\/imitation-copies-style\/#C\d+$/)
  await expect(page.locator('#main .prose a:target')).toBeInViewport()
  await expect(panes(page)).toHaveCount(1)
})

test('the older ones are spines, which open again', async ({ page }) => {
  await page.goto(`${ESSAY}?beside=${THOUSAND}&beside=${IMITATION}&beside=${POWER_LAW}`)
  await expect(heading(pane(page, POWER_LAW))).toBeVisible()
  for (const old of [THOUSAND, IMITATION]) {
    await expect(heading(pane(page, old))).toBeHidden()
    expect((await pane(page, old).boundingBox())!.width).toBeLessThan(60)
  }
  await pane(page, THOUSAND).getByRole('button', { name: 'A thousand hand-picked pairs' }).click()
  await expect(heading(pane(page, THOUSAND))).toBeFocused()
  await expect(page).toHaveURL(`${BESIDE}&beside=${POWER_LAW}&beside=${THOUSAND}`)
  await page.setViewportSize({ width: 1700, height: 900 })
  await expect(heading(pane(page, POWER_LAW))).toBeVisible()
  await expect(heading(pane(page, THOUSAND))).toBeVisible()
  const essay = (await page.locator('#main .prose').boundingBox())!
  expect(essay.x + essay.width).toBeLessThan((await panes(page).first().boundingBox())!.x)
})

test('opened at a passage, it shows the passage', async ({ page }) => {
  await page.goto(IMITATION)
  await page.locator(`.mention a[href^="${ESSAY}#"]`).first().hover()
  await page.locator('.preview').getByRole('link', { name: 'Open beside' }).click()
  await expect(pane(page, ESSAY).locator('a.meant')).toBeInViewport()
  await page.reload()
  await expect(pane(page, ESSAY).locator('a.meant')).toBeInViewport()
})

test('nothing but pages of this site opens beside', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => request.resourceType() === 'fetch' && asked.push(request.url()))
  const hostile = [
    'https://example.org/notes/x/',
    '//example.org/notes/x/',
    '/\\example.org/notes/x/',
    'javascript:alert(1)/',
    'data:text/html,<h1>x</h1>/',
    'blob:http://localhost/notes/x/',
    '/attachments/evil/',
    '/notes/%2e%2e/attachments/evil/',
    '/favicon.svg',
    'http://[',
    '',
    ESSAY,
  ]
  const beside = [...hostile, POWER_LAW].map((value) => `beside=${encodeURIComponent(value)}`)
  await page.goto(`${ESSAY}?${beside.join('&')}`)
  // All are looked at before one is shown.
  await expect(heading(pane(page, POWER_LAW))).toBeVisible()
  await expect(panes(page)).toHaveCount(1)
  expect(asked.map((address) => new URL(address).pathname)).toEqual([POWER_LAW])
})

test.describe('without the policy of the page, which would refuse it too', () => {
  test.use({ bypassCSP: true })

  test('no address that is given as a pane leads to another host', async ({ page, baseURL }) => {
    const elsewhere: string[] = []
    await page.route(
      (url) => url.origin !== baseURL,
      (route) => {
        elsewhere.push(route.request().url())
        return route.fulfill({
          contentType: 'text/html',
          headers: { 'Access-Control-Allow-Origin': '*' },
          body: '<main id="main"><article><h1>Marker from elsewhere</h1></article></main>',
        })
      },
    )
    const odd = [
      '/.//example.invalid/notes/x/',
      '/..//example.invalid/notes/x/',
      '/%2e//example.invalid/notes/x/',
      '/notes/..//example.invalid/notes/x/',
      '/notes/..\\/example.invalid/notes/x/',
      '/.\\\\example.invalid/notes/x/',
      '/.//user@example.invalid:80/notes/x/',
      '/./\t/example.invalid/notes/x/',
      '/.//%65xample.invalid/notes/x/',
      '/%5Cexample.invalid/notes/x/',
    ]
    for (const value of odd) {
      await page.goto(
        `${ESSAY}?${new URLSearchParams([
          ['beside', value],
          ['beside', POWER_LAW],
        ]).toString()}`,
      )
      await expect(heading(pane(page, POWER_LAW))).toBeVisible()
      await expect(panes(page)).toHaveCount(1)
      expect(elsewhere, value).toEqual([])
    }
    const links = await page
      .locator('.pane a')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).host))
    expect(links).not.toContain('example.invalid')
  })
})

test('a tidy document: unique ids, one first heading, nothing that runs', async ({ page }) => {
  await page.goto(`${BESIDE}&beside=${POWER_LAW}`)
  await expect(panes(page)).toHaveCount(2)
  const ids = await page.locator('[id]').evaluateAll((elements) => elements.map(({ id }) => id))
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  await expect(page.locator('h1')).toHaveCount(1)
  await expect(page.locator('.panes script')).toHaveCount(0)
})

test('under 900 px it is not offered, and an address that asks for it shows the note after the essay', async ({
  page,
}) => {
  await page.setViewportSize({ width: 800, height: 900 })
  await page.goto(BESIDE)
  await expect(pane(page, IMITATION)).toBeAttached()
  const [essay, note] = [(await page.locator('#main').boundingBox())!, (await pane(page, IMITATION).boundingBox())!]
  expect(note.y).toBeGreaterThanOrEqual(essay.y + essay.height)
  await cited(page, POWER_LAW).hover()
  await expect(page.locator('.preview')).toBeVisible()
  await expect(page.locator('.preview').getByRole('link', { name: 'Open beside' })).toBeHidden()
  await pane(page, IMITATION).locator('.prose a[href^="/notes/"]').first().click()
  await expect(page).toHaveURL(/^[^?]*\/notes\/[^?]*$/)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('an address with a note beside is the essay', async ({ page }) => {
    await page.goto(BESIDE)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('How few')
  })
})

test('nothing is wider than the window with notes beside the essay', async ({ page }) => {
  await page.goto(`${BESIDE}&beside=${POWER_LAW}&beside=${THOUSAND}`)
  await expect(panes(page)).toHaveCount(3)
  expect(await tooWide(page, [900, 1280, 1800])).toEqual([])
})

test.describe('axe', () => {
  test.use(CHECKED)

  test('finds nothing with notes beside the essay, in either theme', async ({ page }) => {
    await page.goto(`${BESIDE}&beside=${POWER_LAW}`)
    await expect(panes(page)).toHaveCount(2)
    expect(await violations(page)).toEqual([])
  })
})
