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
  '/sources/',
  '/sources/by/use/',
  '/sources/shumailov2024collapse/',
  '/topics/',
  '/topics/reasoning/',
  '/search/',
  '/search/?q=reward',
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
      if (path.includes('?q=')) await page.locator('#found .results li').first().waitFor()
      const { violations } = await new AxeBuilder({ page }).analyze()
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => ({ id, target: target.join(' '), failureSummary })),
      )
      expect(found).toEqual([])
      await context.close()
    })
