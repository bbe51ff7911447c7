/** The search of sites in a variety of a language: its pages find records of it, whatever the case of the tag. */
import { addressOf } from '../../support/browser/serve.ts'
import { expect, test } from '../../support/browser/test.ts'

test('a site in pt-BR finds what it has', async ({ page }) => {
  await page.goto(`${addressOf('frames')}/search/?q=films`)
  await expect(page.locator('html')).toHaveAttribute('lang', 'pt-BR')
  await expect(page.locator('#found .hit .title').first()).toHaveText('A film')
})

test('a page in en of a site in en-GB finds what others have, and is found', async ({ page }) => {
  await page.goto(`${addressOf('garden')}/garden/notes/root/`)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en-GB')
  await expect(page.locator('article[lang="en"], main [lang="en"]').first()).toBeVisible()
  await page.keyboard.press('/')
  const field = page.getByRole('combobox')
  await field.fill('tungsten')
  await expect(page.getByRole('option').first()).toContainText('Tungsten')
  await field.fill('roots')
  await expect(page.getByRole('option').first()).toContainText('Roots hold soil')
})
