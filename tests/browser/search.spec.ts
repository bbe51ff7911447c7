/** Search, in the real index, under the page's own policy. */
import { expect, test } from '@playwright/test'

test('finds a note by a phrase in its body, and narrows by kind', async ({ page }) => {
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))

  await page.goto('/')
  await page.getByRole('searchbox').fill('leaves open what reward could do in principle')
  await page.keyboard.press('Enter')
  const results = page.locator('#found .results li')
  await expect(results.first()).toContainText('With many tries allowed')
  await expect(results.first().locator('mark').first()).toBeVisible()
  await expect(page.locator('#everything')).toBeHidden()

  await page.getByRole('searchbox').fill('perplexity')
  await expect(page.getByRole('status')).toContainText('for “perplexity”')
  const all = await results.count()
  await page.getByRole('combobox', { name: 'kind' }).selectOption('inquiry')
  await expect(page).toHaveURL(/kind=inquiry/)
  await expect(page.getByRole('status')).not.toHaveText(`${all} found for “perplexity”`)
  const kinds = await results.locator('.facts').allTextContents()
  expect(kinds.length).toBeGreaterThan(0)
  expect(kinds.length).toBeLessThan(all)
  for (const kind of kinds) expect(kind).toMatch(/^inquiry/)
  await page.getByRole('combobox', { name: 'kind' }).selectOption('note')
  await expect(results.first().locator('.facts')).toContainText('note')
  expect(complaints).toEqual([])
})

test('filters by topic, role and year', async ({ page }) => {
  await page.goto('/search/?q=model&role=disputes&year=2025')
  const results = page.locator('#found .results li')
  await expect(results.first()).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'role' })).toHaveValue('disputes')
  for (const facts of await results.locator('.facts').allTextContents()) expect(facts).toContain('2025')
  const before = await results.count()
  await page.getByRole('combobox', { name: 'topic' }).selectOption('distillation')
  await expect(results).not.toHaveCount(before)
  await expect(page).toHaveURL(/topic=distillation/)
})

test('its address holds the query and the filters, so it can be shared', async ({ page }) => {
  await page.goto('/search/?q=distillation&kind=note')
  await expect(page.getByRole('searchbox')).toHaveValue('distillation')
  await expect(page.locator('#found .results li').first()).toBeVisible()
  await page.locator('#found .results li a').first().click()
  await expect(page).toHaveURL(/\/notes\//)
  await page.goBack()
  await expect(page.getByRole('combobox', { name: 'kind' })).toHaveValue('note')
  await expect(page.locator('#found .results li').first()).toBeVisible()
})

test('says when nothing is found, and shows everything again when the query is gone', async ({ page }) => {
  await page.goto('/search/')
  await page.getByRole('searchbox').fill('"perplexity of gardens"')
  await expect(page.getByRole('status')).toHaveText('Nothing found for “"perplexity of gardens"”')
  await page.getByRole('searchbox').fill('')
  await expect(page.locator('#everything')).toBeVisible()
})
