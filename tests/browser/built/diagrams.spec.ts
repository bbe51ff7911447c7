/** A diagram in a browser: drawn without scripts, in either theme, with its code folded away. */
import { addressOf } from '../../support/browser/serve.ts'
import { expect, test } from '../../support/browser/test.ts'
import { CHECKED, violations } from '../../support/browser/axe.ts'
import { tooWide } from '../../support/browser/widths.ts'

test.use({ baseURL: addressOf('diagrams') })

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('diagrams are drawn, and their code is there', async ({ page }) => {
    await page.goto('/notes/tides/')
    const drawing = page.getByRole('img', { name: 'The moon pulls' })
    await expect(drawing).toBeVisible()
    await expect(drawing.getByText('Moon', { exact: true })).toBeVisible()
    await expect(page.getByRole('img', { name: 'Flowchart' })).toBeVisible()
    const code = page.locator('pre', { hasText: 'Sun' })
    await expect(code).toBeHidden()
    await page.getByText('Code of the diagram').last().click()
    await expect(code).toBeVisible()
  })
})

test('in the dark theme light and dark change places', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto('/notes/tides/')
  const filter = () =>
    page
      .locator('.diagram svg')
      .first()
      .evaluate((svg) => getComputedStyle(svg).filter)
  expect(await filter()).toContain('invert')
  await page.getByRole('group', { name: 'Theme' }).getByRole('radio', { name: 'light' }).click()
  await expect.poll(filter).toBe('none')
})

test.describe('axe finds nothing to complain of, and nothing is wider than the window:', () => {
  test.use(CHECKED)

  for (const path of ['/notes/tides/', '/notes/shows/'])
    test(path, async ({ page }) => {
      await page.goto(path)
      await page.locator('details').evaluateAll((folds) => folds.forEach((fold) => fold.setAttribute('open', '')))
      expect(await violations(page)).toEqual([])
      expect(await tooWide(page, [320, 390, 1440])).toEqual([])
    })
})
