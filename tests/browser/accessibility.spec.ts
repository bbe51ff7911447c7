/** axe finds nothing to complain of, on every kind of page, in both themes. */
import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'

const PAGES = [
  '/',
  '/inquiries/',
  '/inquiries/shape-or-origin/',
  '/inquiries/how-few/',
  '/notes/',
  '/notes/base-overtakes-at-large-k/',
  '/notes/random-reward-nearly-works/',
  '/sources/',
  '/sources/by/use/',
  '/sources/shumailov2024collapse/',
  '/topics/',
  '/topics/reasoning/',
  '/search/',
  '/search/?q=reward',
  '/search/?q=zqxyzzv',
  '/about/',
  '/audit/',
  '/404.html',
]

for (const colorScheme of ['light', 'dark'] as const)
  for (const path of PAGES)
    test(`${path} in ${colorScheme}`, async ({ browser, baseURL }) => {
      // The page's own policy would keep the checker out as well.
      const context = await browser.newContext({ colorScheme, bypassCSP: true, baseURL: baseURL! })
      const page = await context.newPage()
      await page.goto(path)
      // Folded away, it would not be looked at.
      for (const fold of await page.locator('details').all())
        await fold.evaluate((node) => node.setAttribute('open', ''))
      if (path.includes('?q=reward')) await page.locator('#found .hit').first().waitFor()
      expect(await violationsOn(page)).toEqual([])
      await context.close()
    })

/** What opens over a page, or in it. */
const OPENED: readonly (readonly [what: string, path: string, open: (page: Page) => Promise<void>])[] = [
  [
    'the sheet of shortcuts',
    '/inquiries/how-few/',
    (page) => page.getByRole('button', { name: 'Keyboard shortcuts' }).click(),
  ],
  ['a picture', '/notes/random-reward-nearly-works/', (page) => page.getByRole('button', { name: /^Enlarge/ }).click()],
  [
    'a copied block of code',
    '/notes/base-overtakes-at-large-k/',
    (page) => page.getByRole('button', { name: 'Copy' }).first().click(),
  ],
]

for (const colorScheme of ['light', 'dark'] as const)
  for (const [what, path, open] of OPENED)
    for (const width of [390, 1280])
      test(`${what} in ${colorScheme}, ${width} px wide`, async ({ browser, baseURL }) => {
        const viewport = { width, height: 800 }
        const context = await browser.newContext({ colorScheme, viewport, bypassCSP: true, baseURL: baseURL! })
        const page = await context.newPage()
        await page.goto(path)
        await open(page)
        expect(await violationsOn(page)).toEqual([])
        await context.close()
      })

async function violationsOn(page: Page): Promise<object[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => ({ id, target: target.join(' '), failureSummary })),
  )
}

for (const colorScheme of ['light', 'dark'] as const)
  test(`the search over a page in ${colorScheme}`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ colorScheme, bypassCSP: true, baseURL: baseURL! })
    const page = await context.newPage()
    await page.goto('/inquiries/how-few/')
    await page.keyboard.press('/')
    for (const query of ['random reward', 'zqxyzzv']) {
      await page.getByRole('combobox', { name: 'Search' }).fill(query)
      await page.getByRole('dialog').getByRole('status').getByText(query).waitFor()
      // The dialog appears gradually, and what it covers is behind a veil.
      const { violations } = await new AxeBuilder({ page }).include('.search-dialog').analyze()
      expect(
        violations.map(({ id, nodes }) => [id, nodes.map(({ target, failureSummary }) => [target, failureSummary])]),
      ).toEqual([])
    }
    await context.close()
  })
