/** Sources: from a citation to the work and on, the list of all, and the evidence as a table. */
import { readFileSync } from 'node:fs'
import { openAtStandstill } from '../support/browser/frozen-clock.ts'
import { expect, test } from '../support/browser/test.ts'

const QUESTION = 'Does the packaging of training data count for more than its origin?'
const WORK = 'AI models collapse when trained on recursively generated data'

test('a citation leads to its source, and the source back to the sentence and to its notes', async ({ page }) => {
  await page.goto('/inquiries/shape-or-origin/')
  await page.locator('.prose').getByRole('link', { name: 'Shumailov et al., 2024' }).click()
  await expect(page.getByRole('heading', { level: 1, name: WORK })).toBeVisible()
  await expect(page.getByRole('link', { name: 'doi:10.1038/s41586-024-07566-y' })).toHaveAttribute(
    'href',
    'https://doi.org/10.1038/s41586-024-07566-y',
  )
  const reached = page.getByRole('region', { name: 'Inquiries it reaches' }).getByRole('listitem')
  await expect(reached.filter({ hasText: QUESTION })).toContainText('disputes')

  await page
    .getByRole('region', { name: 'Cited in' })
    .getByRole('link', { name: /read there/ })
    .click()
  await expect(page).toHaveURL(/\/inquiries\/shape-or-origin\/#C\d+$/)
  await expect(page.locator('a:target')).toHaveText('Shumailov et al., 2024')

  await page.goBack()
  await page.getByRole('region', { name: 'Notes drawn from it' }).getByRole('link').first().click()
  await expect(page).toHaveURL(/\/notes\/recursive-training-loses-tails\/$/)
  await page.getByRole('link', { name: 'Source page of Shumailov et al., 2024' }).click()
  await expect(page.getByRole('heading', { level: 1, name: WORK })).toBeVisible()
})

test('a work is copied and downloaded for a reference manager', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openAtStandstill(page, '/sources/zhao2025echo/')
  for (const [label, extension] of [
    ['BibTeX', 'bib'],
    ['CSL-JSON', 'json'],
    ['RIS', 'ris'],
  ] as const) {
    const file = readFileSync(`tests/.output/demo/sources/zhao2025echo/zhao2025echo.${extension}`, 'utf8')
    const button = page.getByRole('button', { name: `Copy ${label}` })
    await button.click()
    await expect(page.getByRole('status')).toHaveText('Copied')
    await expect(page.getByRole('status')).toBeVisible()
    await expect
      .poll(async () => (await page.evaluate(() => navigator.clipboard.readText())).replaceAll('\r', ''))
      .toBe(file.replaceAll('\r', ''))

    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: label, exact: true }).click()
    expect((await download).suggestedFilename()).toBe(`zhao2025echo.${extension}`)
    expect(readFileSync(await (await download).path(), 'utf8')).toBe(file)
  }
})

test('the list of all sources is sorted by links, and its address says how', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Sources' }).click()
  const rows = page.getByRole('row')
  await expect(rows).toHaveCount(27)
  await expect(rows.nth(1)).toContainText('Bansal')
  await page.getByRole('link', { name: /^Year/ }).click()
  await expect(page).toHaveURL(/\/sources\/by\/year\/$/)
  await expect(rows.nth(1)).toContainText('(2026)')
  await expect(page.getByRole('columnheader', { name: 'Year' })).toHaveAttribute('aria-sort', 'descending')
  await page.getByRole('link', { name: 'Notes (sort most used first)' }).click()
  await expect(page).toHaveURL(/\/sources\/by\/use\/$/)
  await page.getByRole('link', { name: 'Reference (sort by author)' }).click()
  await expect(page).toHaveURL(/\/sources\/$/)
})

test('the evidence of an inquiry is sorted in its table, by mouse and by keyboard', async ({ page }) => {
  await page.goto('/inquiries/shape-or-origin/')
  await page.getByText('Evidence as a table').click()
  const table = page.getByRole('table').filter({ has: page.getByRole('columnheader', { name: 'Because' }) })
  const column = (number: number) => table.locator(`tbody tr > :nth-child(${number})`).allInnerTexts()
  const before = await column(1)
  expect(before).toHaveLength(16)

  await table.getByRole('button', { name: 'Year' }).click()
  await expect(table.getByRole('columnheader', { name: 'Year' })).toHaveAttribute('aria-sort', 'ascending')
  const years = await column(5)
  expect(years).toEqual(years.toSorted())
  await page.keyboard.press('Enter')
  await expect(table.getByRole('columnheader', { name: 'Year' })).toHaveAttribute('aria-sort', 'descending')
  expect(await column(5)).toEqual(years.toReversed())

  await table.getByRole('button', { name: 'Role' }).click()
  const order = ['supports', 'disputes', 'qualifies', 'extends', 'background']
  const roles = await column(2)
  expect(roles).toEqual(roles.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)))
  await expect(table.getByRole('columnheader', { name: 'Year' })).not.toHaveAttribute('aria-sort')
  expect((await column(1)).toSorted()).toEqual(before.toSorted())
})

test('a source is found by search, and search is narrowed to sources', async ({ page }) => {
  await page.goto('/search/?q=recursively+generated+data&kind=source')
  const first = page.locator('#found .results li').first()
  await expect(first).toContainText(WORK)
  await expect(first.locator('.facts')).toContainText('Shumailov et al., 2024')
  await first.getByRole('link').click()
  await expect(page).toHaveURL(/\/sources\/shumailov2024collapse\/$/)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the table is whole, its file is there, and nothing offers what only a script can do', async ({ page }) => {
    await page.goto('/inquiries/how-few/')
    await page.getByText('Evidence as a table').click()
    const table = page.getByRole('region', { name: 'Evidence as a table' })
    await expect(table.getByRole('row')).toHaveCount(9)
    await expect(table.getByRole('button')).toHaveCount(0)
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Download as CSV' }).click()
    expect((await download).suggestedFilename()).toBe('evidence.csv')

    await page.goto('/sources/zhao2025echo/')
    await expect(page.getByRole('button', { name: /Copy/ })).toHaveCount(0)
    await expect(page.getByRole('link', { name: 'BibTeX' })).toBeVisible()
  })
})
