/**
 * Every kind of page, and whatever opens: axe finds nothing to complain of, in either theme, and nothing is wider than
 * the window.
 */
import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser/test.ts'
import { CHECKED, violations } from '../support/browser/axe.ts'
import { overflow, tooWide } from '../support/browser/widths.ts'
import { isNightly, NIGHTLY_ONLY } from '../support/runs.ts'

test.use(CHECKED)

const PAGES = [
  '/',
  '/inquiries/',
  '/inquiries/shape-or-origin/',
  '/inquiries/shape-or-origin/grounds/',
  '/notes/',
  '/notes/base-overtakes-at-large-k/',
  '/sources/',
  '/sources/shumailov2024collapse/',
  '/topics/',
  '/topics/reasoning/',
  '/map/',
  '/new/',
  '/search/',
  '/search/?q=reward',
  '/about/',
  '/audit/',
  '/404.html',
]
/** Of a kind that is among the others, with other things on them: only the nightly run looks at these. */
const MORE = [
  '/inquiries/how-few/',
  '/notes/random-reward-nearly-works/',
  '/sources/wang2025toolflow/',
  '/search/?q=zqxyzzv',
  '/inquiries/new-or-latent/grounds/',
  '/inquiries/new-or-latent/findings/',
  '/notes/by/title/',
  '/notes/with/role/disputes/',
  '/sources/by/use/',
]
/** The second is a phone's, the third what is left of a desk at 200 per cent. */
const WIDTHS = [320, 390, 640, 820, 1440]

for (const path of PAGES)
  test(path, async ({ page }) => {
    await page.goto(path)
    if (path.includes('?q=reward')) await page.locator('#found .hit').first().waitFor()
    // Folded away, it would not be looked at.
    await page.locator('details').evaluateAll((folds) => folds.forEach((fold) => fold.setAttribute('open', '')))
    expect(await violations(page)).toEqual([])
    expect(await tooWide(page, WIDTHS)).toEqual([])
  })

test('pages of the same kinds are as well, and no wider than the window either', async ({ page }) => {
  test.skip(!isNightly, NIGHTLY_ONLY)
  for (const path of MORE) {
    await page.goto(path)
    await page.locator('details').evaluateAll((folds) => folds.forEach((fold) => fold.setAttribute('open', '')))
    expect(await violations(page), path).toEqual([])
    expect(await tooWide(page, WIDTHS), path).toEqual([])
  }
})

/** What opens over a page, or in it. */
const OPENED: readonly (readonly [what: string, path: string, part: string, open: (page: Page) => Promise<void>])[] = [
  [
    'the sheet of shortcuts',
    '/inquiries/how-few/',
    'dialog',
    (page) => page.getByRole('button', { name: 'Keyboard shortcuts' }).click(),
  ],
  [
    'a picture',
    '/notes/random-reward-nearly-works/',
    'dialog',
    (page) => page.getByRole('button', { name: /^Enlarge/ }).click(),
  ],
  [
    'a copied block of code',
    '/notes/base-overtakes-at-large-k/',
    '.prose .code',
    (page) => page.getByRole('button', { name: 'Copy' }).first().click(),
  ],
]

for (const [what, path, part, open] of OPENED)
  test(`${what}, at a desk and on a phone`, async ({ page }) => {
    await page.goto(path)
    await open(page)
    expect(await violations(page)).toEqual([])
    await page.setViewportSize({ width: 390, height: 800 })
    expect(await violations(page, part)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
  })

test('the search over a page', async ({ page }) => {
  await page.goto('/inquiries/how-few/')
  await page.keyboard.press('/')
  for (const query of ['random reward', 'zqxyzzv']) {
    await page.getByRole('combobox', { name: 'Search' }).fill(query)
    await page.getByRole('dialog').getByRole('status').getByText(query).waitFor()
    // What the dialog covers is behind a veil.
    expect(await violations(page, '.search-dialog')).toEqual([])
  }
})
