/** The way a reader goes: from the questions to the evidence and back. */
import { expect, test } from '../support/browser/test.ts'

const QUESTION = 'Does reward training give a model new reasoning, or sharpen what it already had?'
const NOTE = 'With many tries allowed, the base model solves more than its RL-tuned version'

test('home → inquiry → cited note → backlink → back', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: QUESTION }).click()
  await expect(page.getByRole('heading', { level: 1, name: QUESTION })).toBeVisible()

  const essay = page.locator('.prose')
  await essay.locator('a[href="/notes/base-overtakes-at-large-k/"]').first().click()
  await expect(page.getByRole('heading', { level: 1, name: NOTE })).toBeVisible()

  const served = page.getByRole('region', { name: 'Serves these inquiries' })
  const mention = served.getByRole('listitem').filter({ hasText: QUESTION })
  await expect(mention.locator('mark')).toContainText([
    'scores better at a single try',
    'overtakes it somewhere between tens and hundreds of attempts',
    'a teacher can widen the reachable set',
  ])
  await mention
    .getByRole('link', { name: /read there/ })
    .first()
    .click()
  await expect(page).toHaveURL(/\/inquiries\/new-or-latent\/#C\d+$/)
  await expect(page.locator('a:target')).toBeInViewport()

  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: NOTE })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: QUESTION })).toBeVisible()
})

test('the sources of an inquiry lead to the citation in the essay and to the note', async ({ page }) => {
  await page.goto('/inquiries/shape-or-origin/')
  const first = page.getByRole('region', { name: 'Sources · 16 notes' }).getByRole('listitem').first()
  await first.getByRole('link', { name: /in the essay/ }).click()
  await expect(page.locator('.prose a:target')).toBeInViewport()
  await first.getByRole('heading').getByRole('link').click()
  await expect(page).toHaveURL(/\/notes\//)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('an inquiry reads whole, evidence included', async ({ page }) => {
    await page.goto('/inquiries/how-few/')
    await expect(page.locator('.prose')).toContainText('A power law has no natural stopping place.')
    await expect(page.locator('.lede')).toBeVisible()
    await expect(page.getByRole('region', { name: 'Sources · 8 notes' }).getByRole('listitem')).toHaveCount(8)
  })

  test('the search control leads to the list of everything', async ({ page }) => {
    await page.goto('/inquiries/how-few/')
    await page.getByRole('banner').getByRole('link', { name: 'Search' }).click()
    await expect(page).toHaveURL(/\/search\/$/)
    await expect(page.getByRole('region', { name: '4 inquiries' }).getByRole('link')).toHaveCount(4)
    await expect(page.getByRole('region', { name: '26 notes' }).getByRole('link')).toHaveCount(26)
    await page.getByRole('link', { name: NOTE }).click()
    await expect(page.getByRole('heading', { level: 1, name: NOTE })).toBeVisible()
  })
})

test('from the keyboard: the first stop skips to the text', async ({ page }) => {
  await page.goto('/inquiries/how-few/')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the text' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('main')).toBeFocused()
})
