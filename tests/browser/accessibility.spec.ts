/** axe finds nothing to complain of, on every kind of page, in both themes. */
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'

const PAGES = [
  '/',
  '/inquiries/',
  '/inquiries/shape-or-origin/',
  '/inquiries/how-few/',
  '/notes/',
  '/notes/base-overtakes-at-large-k/',
  '/notes/random-reward-nearly-works/',
  '/topics/',
  '/topics/reasoning/',
  '/search/',
  '/search/?q=reward',
  '/search/?q=zqxyzzv',
  '/about/',
  '/404.html',
]

for (const colorScheme of ['light', 'dark'] as const)
  for (const path of PAGES)
    test(`${path} in ${colorScheme}`, async ({ browser, baseURL }) => {
      // The page's own policy would keep the checker out as well.
      const context = await browser.newContext({ colorScheme, bypassCSP: true, baseURL: baseURL! })
      const page = await context.newPage()
      await page.goto(path)
      if (path.includes('?q=reward')) await page.locator('#found .hit').first().waitFor()
      const { violations } = await new AxeBuilder({ page }).analyze()
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => ({ id, target: target.join(' '), failureSummary })),
      )
      expect(found).toEqual([])
      await context.close()
    })

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
