/** What a reader is offered at an address where there is nothing. */
import { expect, test } from '../support/browser/test.ts'

// A page that is not found is an error in the console.
test.use({ failsOnConsoleErrors: false })

test('an address that is written in another way leads to its page, with its fragment', async ({ page }) => {
  await page.goto('/Notes/Random_Reward_Nearly_Works.html#claim')
  await expect(page).toHaveURL(/\/notes\/random-reward-nearly-works\/#claim$/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('random rewards')
})

test('what was meant by another address is searched and offered', async ({ page }) => {
  await page.goto('/2024/larger-teachers-paradox/')
  const meant = page.getByRole('region', { name: 'Perhaps you meant' })
  await expect(meant.locator('a[href^="/notes/larger-teacher-paradox/"]')).toBeVisible()
  await expect(page.locator('main').getByRole('searchbox')).toHaveValue('2024 larger teachers paradox')
})

test('nothing is offered where nothing was meant, or nothing is found', async ({ page }) => {
  for (const path of ['/404.html', '/qqqxyzzy/']) {
    await page.goto(path)
    await page.waitForLoadState('networkidle')
    await expect(page.locator('#found')).toBeHidden()
  }
})
