/** A site in Arabic: the interface reads from right to left, and so does what scripts show. */
import { addressOf } from '../../support/browser/serve.ts'
import { expect, test } from '../../support/browser/test.ts'
import { CHECKED, violations } from '../../support/browser/axe.ts'
import { tooWide } from '../../support/browser/widths.ts'

test.use({ baseURL: addressOf('arabic'), ...CHECKED })

for (const path of ['/', '/inquiries/one/', '/notes/n0/', '/notes/', '/sources/', '/search/'])
  test(`axe finds nothing on ${path}, and nothing is too wide for a phone`, async ({ page }) => {
    await page.goto(path)
    expect(await violations(page)).toEqual([])
    expect(await tooWide(page, [320, 390, 1440])).toEqual([])
  })

test('the search dialog speaks Arabic, and shows roles by their Arabic names', async ({ page }) => {
  await page.goto('/inquiries/one/')
  await page.locator('a.search-link').click()
  const dialog = page.getByRole('dialog', { name: 'بحث' })
  await dialog.getByRole('combobox').fill('الصوت')
  await expect(dialog.locator('.role').first()).toHaveText('تؤيّد')
  await expect(dialog.getByRole('status')).toContainText('نتائج')
  await expect(dialog).not.toContainText(/supports|Close|found/)
})

test('years run as the lines do, from the right, and what is written is not mirrored', async ({ page }) => {
  for (const [path, field] of [
    ['/inquiries/one/', '.evidence-field .field'],
    ['/', '.inquiries .field'],
  ]) {
    await page.goto(path!)
    const labels = await page
      .locator(`${field} text`)
      .evaluateAll((all) => all.map((each) => [each.textContent, each.getBoundingClientRect().left] as const))
    const [early, late] = [labels.find(([year]) => year === '2010')!, labels.find(([year]) => year === '2011')!]
    expect(early[1], path).toBeGreaterThan(late[1])
    const turned = await page
      .locator(`${field} text`)
      .first()
      .evaluate((text) => {
        const { a = 0 } = (text as SVGTextElement).getScreenCTM() ?? {}
        return a
      })
    expect(turned, path).toBeGreaterThan(0)
  }
})
