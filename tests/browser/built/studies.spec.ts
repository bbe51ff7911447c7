/** Findings of a few studies: works are taken out of the evidence, and the field, the balance, the plot and the summary follow. */
import type { Page } from '@playwright/test'
import { addressOf } from '../../support/browser/serve.ts'
import { expect, test } from '../../support/browser/test.ts'
import { CHECKED, violations } from '../../support/browser/axe.ts'
import { tooWide } from '../../support/browser/widths.ts'

test.use({ baseURL: addressOf('studies'), ...CHECKED })

const FINDINGS = '/inquiries/pressure/findings/'
const pooled = (page: Page) => page.locator('.forest .pooled')
const drawing = (page: Page) => page.locator('.forest tbody').innerHTML()
const untick = (page: Page, name: string) => page.getByRole('checkbox', { name }).uncheck()

test('the plot follows what is unticked, and is the same again with all works', async ({ page, context }) => {
  await page.goto(FINDINGS)
  // By hand: (2 + 6 / 4 − 3) / 2.25 = 0.22, and 1.96 · √(1 / 2.25) = 1.31.
  await expect(pooled(page)).toContainText('0.22 mmHg (95% CI −1.08 to 1.53)')
  const before = await drawing(page)
  await expect(page.getByText('left out').filter({ visible: true })).toHaveCount(0)
  const summary = page.locator('[data-summary] tbody tr').first().locator('td')
  await expect(summary).toHaveText([
    '3',
    '3',
    '300 adults',
    'mean difference −3 to 6 mmHg (3 effects)',
    'trial, observational study',
  ])
  await untick(page, 'Cole, 2022')
  await expect(pooled(page)).toContainText('2.8 mmHg (95% CI 1.05 to 4.55)')
  await expect(pooled(page)).toContainText('I² = 68.7%, τ² = 0')
  await expect(page.getByText('Put together from 2 effects')).toBeVisible()
  await expect(page.locator('.forest .weight')).toHaveText(['80%', '20%', ''])
  await expect(summary).toHaveText(['2', '2', '200 adults', 'mean difference 2 to 6 mmHg (2 effects)', 'trial'])
  await expect(page.locator('.forest tr.fallen')).toHaveText(/Cole.*left out/)
  await expect(page.locator('.findings tr.fallen')).toHaveText(/What cole found.*left out/)
  await expect(page.locator('.forest .effect.gone')).toHaveCount(1)
  await expect(page.getByText('left out').filter({ visible: true })).toHaveCount(2)
  await expect(page.getByRole('status')).toHaveText('2 support. The balance holds.')
  await expect(page).toHaveURL(`${FINDINGS}?without=cole`)
  const other = await context.newPage()
  await other.goto(page.url())
  await expect(pooled(other)).toContainText('2.8 mmHg')
  await untick(page, 'Bell, 2021')
  await expect(pooled(page)).toBeHidden()
  await expect(page.getByText('Not put together: fewer than two')).toBeVisible()
  await page.getByRole('button', { name: 'All again' }).click()
  await expect(pooled(page)).toContainText('0.22 mmHg')
  await expect(page.locator('.fallen')).toHaveCount(0)
  expect((await drawing(page)).replaceAll(' class=""', '').replaceAll(' hidden=""', '')).toBe(
    before.replaceAll(' class=""', '').replaceAll(' hidden=""', ''),
  )
})

test('what is drawn by the script is what the build has drawn', async ({ page, browser }) => {
  const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: addressOf('studies') })
  const built = await plain.newPage()
  await built.goto(FINDINGS)
  await expect(built.locator('.what-if')).toBeHidden()
  await expect(pooled(built)).toContainText('0.22 mmHg')
  await page.goto(FINDINGS)
  await untick(page, 'Bell, 2021')
  await page.getByRole('checkbox', { name: 'Bell, 2021' }).check()
  await expect(pooled(page)).toContainText('0.22 mmHg')
  const cells = (each: Page) =>
    each.locator('.forest td, [data-summary] td').evaluateAll((all) => all.map(({ innerHTML }) => innerHTML))
  expect(await cells(page)).toEqual(await cells(built))
  await plain.close()
})

test('a choice goes along to the page of what the answer rests on, and back', async ({ page }) => {
  await page.goto(FINDINGS)
  await untick(page, 'Cole, 2022')
  await page.locator('[data-choice]').click()
  await expect(page).toHaveURL('/inquiries/pressure/grounds/?without=cole')
  await expect(page.getByRole('checkbox', { name: 'Cole, 2022' })).not.toBeChecked()
  await page.getByRole('link', { name: 'Findings' }).click()
  await expect(page).toHaveURL(`${FINDINGS}?without=cole`)
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing, with a work left out, and nothing is too wide: ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto(`${FINDINGS}?without=cole`)
    await expect(pooled(page)).toContainText('2.8 mmHg')
    expect(await violations(page)).toEqual([])
    expect(await tooWide(page, [320, 390, 1440])).toEqual([])
  })
