/** What is new: found from every page, with its feeds; what changed since the last visit is marked for who asks. */
import { expect, test } from '../support/browser/test.ts'

test('it is found from the home page, and its feeds are visible', async ({ page }) => {
  await page.goto('/')
  await page.locator('main').getByRole('link', { name: 'What is new' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What is new')
  await expect(page.getByRole('link', { name: 'Feed of all that is new' })).toHaveAttribute('href', '/new.atom')
  await expect(page.locator('.news li').first()).toBeVisible()
})

test('marking is off, kept in the browser only when it is on, and gone when it is off again', async ({ page }) => {
  await page.goto('/new/')
  const box = page.getByRole('checkbox', { name: 'Mark what changed since my last visit' })
  await expect(box).not.toBeChecked()
  const kept = (): Promise<string | null> => page.evaluate(() => localStorage.getItem('news-visits'))
  expect(await kept()).toBeNull()
  await box.focus()
  await page.keyboard.press('Space')
  await expect(page.locator('.since [role=status]')).toHaveText('From your next visit on, what changed is marked.')
  await expect(page.locator('.fresh')).toHaveCount(0)
  // The last visit was long ago.
  await page.evaluate(() => localStorage.setItem('news-visits', '2001-01-01 2001-01-02'))
  await page.reload()
  await expect(box).toBeChecked()
  expect(await page.locator('.fresh').count()).toBeGreaterThan(0)
  await page.reload()
  expect(await page.locator('.fresh').count()).toBeGreaterThan(0)
  await box.click()
  await expect(page.locator('.fresh')).toHaveCount(0)
  expect(await kept()).toBeNull()
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test('the list is whole, and the control that needs scripts is hidden', async ({ page }) => {
    await page.goto('/new/')
    await expect(page.locator('.news li').first()).toBeVisible()
    await expect(page.locator('.since')).toBeHidden()
  })
})
