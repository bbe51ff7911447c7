/** Nothing of hostile content runs in a browser, even where the policy of the page, which would refuse it, is gone. */
import type { Page } from '@playwright/test'
import { addressOf } from '../../support/browser/serve.ts'
import { openWithFrozenClock, settle } from '../../support/browser/frozen-clock.ts'
import { expect, test } from '../../support/browser/test.ts'
import { HOSTILE_BODIES } from '../../support/hostile.ts'

const site = addressOf('hostile')
// Pictures that are not there are complaints too. What runs is looked for below.
test.use({ baseURL: site, failsOnConsoleErrors: false })

/** Lists whatever runs in pages, which are served without their policy, or is asked of another host. */
async function watch(page: Page): Promise<string[]> {
  const seen: string[] = []
  page.on('dialog', (dialog) => {
    seen.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  // What calls a function that is not there has run as well.
  page.on('pageerror', ({ message }) => seen.push(`error: ${message}`))
  page.on('popup', (popup) => seen.push(`popup: ${popup.url()}`))
  await page.addInitScript(() => {
    const marked = window as unknown as Record<string, unknown>
    for (const name of ['alert', 'x', 'y']) marked[name] = () => console.error(`ran: ${name}`)
  })
  page.on('console', (message) => message.text().startsWith('ran: ') && seen.push(message.text()))
  await page.route(
    ({ protocol, origin }) => /^https?:$/.test(protocol) && origin !== site,
    async (route) => {
      seen.push(`request: ${route.request().url()}`)
      await route.abort()
    },
  )
  return seen
}

const notes = HOSTILE_BODIES.map((_, index) => `/notes/h${index + 1}/`)

test('the watch sees what runs', async ({ page }) => {
  const seen = await watch(page)
  await page.goto('/notes/h1/')
  await expect(page.locator('meta[http-equiv="content-security-policy"]')).toHaveCount(0)
  await page.evaluate(() => {
    document
      .querySelector('#main')!
      .insertAdjacentHTML('beforeend', '<img src="https://example.invalid/x.png" onerror="alert(1)">')
  })
  await expect.poll(() => seen.length).toBe(2)
  expect(seen.sort()).toEqual(['ran: alert', 'request: https://example.invalid/x.png'])
})

test('no page runs anything or asks another host, and no part of one that is opened', async ({ page }) => {
  test.setTimeout(600_000)
  const seen = await watch(page)
  const others = [
    '/',
    '/inquiries/all/',
    '/inquiries/q/',
    '/notes/',
    '/notes/evil/',
    '/sources/',
    '/topics/',
    '/audit/',
  ]
  for (const path of [...others, ...notes]) {
    expect((await page.goto(path))?.status(), path).toBe(200)
    await page
      .locator('details:not([open]) > summary')
      .evaluateAll((all: HTMLElement[]) => all.forEach((each) => each.click()))
    const links = await page.locator('[href]').evaluateAll((all) => all.map((each) => each.getAttribute('href')!))
    expect(
      links.filter((href) => /^\s*(?:javascript|vbscript|data):/i.test(href)),
      path,
    ).toEqual([])
    expect(seen, path).toEqual([])
  }
})

test('neither does a preview, a pane or a result of the search', async ({ page }) => {
  test.setTimeout(600_000)
  const seen = await watch(page)
  for (let at = 0; at < notes.length; at += 5) {
    const panes = notes.slice(at, at + 5)
    await page.goto(`/inquiries/q/?${panes.map((path) => `beside=${path}`).join('&')}`)
    await expect(page.locator('.pane')).toHaveCount(panes.length)
  }
  await openWithFrozenClock(page, '/inquiries/all/', '.prose .cites')
  for (const path of notes) {
    await page.locator(`#main .prose a[href="${path}"]`).first().hover()
    await settle(page)
    await expect(page.locator(`.preview .open-beside[href*="${path}"]`)).toBeVisible()
    await page.keyboard.press('Escape')
  }
  await page.clock.resume()
  await page.goto('/search/?q=alert')
  await expect(page.locator('#found a').first()).toBeVisible()
  expect(seen).toEqual([])
})
