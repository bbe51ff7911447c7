/** The page of what an answer rests on: works that a reader takes out of the evidence, and what follows. */
import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser/test.ts'

const GROUNDS = '/inquiries/new-or-latent/grounds/'
const outcome = (page: Page) => page.getByRole('status')
const standing = (page: Page) => page.locator('.what-if .field a:not(.gone)')

test('the inquiry leads there by its certainty', async ({ page }) => {
  await page.goto('/inquiries/new-or-latent/')
  await page.getByRole('link', { name: 'Certainty: moderate' }).click()
  await expect(page).toHaveURL(GROUNDS)
  await expect(page.getByText('The loss of any 2 of these works is enough')).toBeVisible()
})

test('the field and the balance follow what is unticked, and the address holds it', async ({ page, context }) => {
  await page.goto(GROUNDS)
  await expect(outcome(page)).toHaveText('4 support, 2 dispute, 1 qualifies, 1 background. The balance holds.')
  await expect(standing(page)).toHaveCount(8)
  await page.getByRole('checkbox', { name: 'Yue et al., 2025' }).uncheck()
  await expect(outcome(page)).toHaveText(/^3 support, 2 dispute.* The balance holds\.$/)
  await page.getByRole('checkbox', { name: 'Zhao et al., 2025' }).uncheck()
  await expect(outcome(page)).toHaveText(/^2 support, 2 dispute.* The balance turns\.$/)
  await expect(standing(page)).toHaveCount(6)
  await expect(page).toHaveURL(`${GROUNDS}?without=yue2025incentivize&without=zhao2025echo`)
  const other = await context.newPage()
  await other.goto(page.url())
  await expect(outcome(other)).toHaveText(/^2 support, 2 dispute/)
  await expect(other.getByRole('checkbox', { name: 'Yue et al., 2025' })).not.toBeChecked()
  await page.getByRole('button', { name: 'All again' }).click()
  await expect(outcome(page)).toHaveText(/^4 support/)
  await expect(page).toHaveURL(GROUNDS)
})

test('preprints are taken out together', async ({ page }) => {
  await page.goto(GROUNDS)
  await page.getByRole('button', { name: 'Without preprints' }).click()
  await expect(outcome(page)).toHaveText('2 support, 1 background. The balance holds.')
})

test('works in the address that the page does not have do no harm', async ({ page }) => {
  await page.goto(`${GROUNDS}?without=nobody2020&without=<b>`)
  await expect(outcome(page)).toHaveText(/^4 support/)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the smallest losses and the receipt are there, and the form is not', async ({ page }) => {
    await page.goto(GROUNDS)
    await expect(page.locator('.what-if')).toBeHidden()
    await expect(page.locator('.sets').getByRole('link')).toHaveText([
      'Shao et al., 2025',
      'Ye et al., 2025',
      'Yue et al., 2025',
      'Zhao et al., 2025',
    ])
    await expect(page.locator('.receipt > li').first()).toContainText('That the model then scores better')
  })
})
