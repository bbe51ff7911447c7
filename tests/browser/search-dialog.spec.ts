/** The search over any page: by keys, mouse and touch, and what it costs a page that is only read. */
import type { Page } from '@playwright/test'
import { hold } from '../support/browser/hold.ts'
import { expect, test } from '../support/browser/test.ts'

const PAGE = '/inquiries/how-few/'
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search' })
const field = (page: Page) => page.getByRole('combobox', { name: 'Search' })
const chosen = (page: Page) => page.getByRole('option', { selected: true })

async function open(page: Page, query = ''): Promise<void> {
  await page.goto(PAGE)
  await page.keyboard.press('/')
  await expect(dialog(page)).toBeVisible()
  if (query === '') return
  await page.keyboard.type(query)
  await expect(dialog(page).getByRole('status')).toContainText(`“${query}”`)
}

test('opens by /, by Ctrl and K, by Cmd and K and by the word in the header, and gives the focus back', async ({
  page,
}) => {
  await page.goto(PAGE)
  const link = page.locator('main a')
  await link.first().focus()
  for (const keys of ['/', 'Control+k', 'Meta+k']) {
    await page.keyboard.press(keys)
    await expect(field(page)).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(dialog(page)).toBeHidden()
    await expect(link.first()).toBeFocused()
  }
  await page.getByRole('link', { name: 'Search' }).click()
  await expect(field(page)).toBeFocused()
  await dialog(page).getByRole('button', { name: 'Close' }).click()
  await expect(page.getByRole('link', { name: 'Search' })).toBeFocused()
  await page.keyboard.press('/')
  await page.keyboard.type('reward')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
})

test('does not open while one types', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('searchbox').click()
  await page.keyboard.type('either/or')
  await expect(page.getByRole('searchbox')).toHaveValue('either/or')
  await expect(page.locator('.search-dialog')).toHaveCount(0)
})

test('on the search page and where the page has a field, that is the one', async ({ page }) => {
  for (const path of ['/search/', '/404.html']) {
    await page.goto(path)
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('searchbox')).toBeFocused()
    await expect(page.locator('.search-dialog')).toHaveCount(0)
  }
})

test('nothing of it is loaded before it is used', async ({ page }) => {
  const fetched: string[] = []
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname))
  await page.goto(PAGE)
  await page.mouse.move(400, 400)
  await page.waitForLoadState('networkidle')
  expect(fetched.filter((path) => /pagefind|dialog|session/.test(path))).toEqual([])
  await page.keyboard.press('/')
  await expect(dialog(page)).toBeVisible()
  await expect.poll(() => fetched.some((path) => path.endsWith('/pagefind/manifest.json'))).toBe(true)
})

test('arrows choose, around the ends; Enter opens; the field keeps the focus', async ({ page }) => {
  await open(page, 'random reward')
  const options = page.getByRole('option')
  await expect(options.first()).toBeVisible()
  const best = await chosen(page).getAttribute('id')
  await expect(field(page)).toHaveAttribute('aria-activedescendant', best!)
  await expect(field(page)).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('ArrowDown')
  await expect(chosen(page)).not.toHaveAttribute('id', best!)
  await page.keyboard.press('ArrowUp')
  await expect(chosen(page)).toHaveAttribute('id', best!)
  for (
    let up = 0;
    up < (await options.count()) && (await options.last().getAttribute('aria-selected')) !== 'true';
    up++
  )
    await page.keyboard.press('ArrowUp')
  await expect(options.last()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowDown')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  await expect(field(page)).toBeFocused()
  const href = (await chosen(page).getAttribute('href'))!.replace(/#.*/, '')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`${href}(#.*)?$`))
})

test('the first result is chosen, and it is in view; the page behind is dimmed', async ({ page }) => {
  await open(page, 'spurious rewards Llama3')
  const result = page.getByRole('option').filter({ has: page.locator('.excerpt-of') })
  await expect(result.first()).toHaveAttribute('aria-selected', 'true')
  await expect(chosen(page)).toBeInViewport({ ratio: 1 })
  const dimmed = await dialog(page).evaluate((element) => getComputedStyle(element, '::backdrop').backgroundColor)
  expect(dimmed).toMatch(/ \/ 0\.45\)$/)
})

test('while nothing is typed, questions of the site are offered', async ({ page }) => {
  await open(page)
  const examples = dialog(page).locator('.examples').getByRole('button')
  await expect(examples).toHaveCount(3)
  const question = (await examples.first().textContent())!
  await examples.first().click()
  await expect(field(page)).toHaveValue(question)
  await expect(field(page)).toBeFocused()
  await expect(chosen(page)).toContainText(question)
  await expect(examples.first()).toBeHidden()
})

test('Ctrl and Enter open a new tab, and the dialog stays', async ({ page, context }) => {
  await open(page, 'perplexity')
  await expect(chosen(page)).toBeVisible()
  const opened = context.waitForEvent('page')
  await page.keyboard.press('Control+Enter')
  await expect(await opened).toHaveURL(/\/(notes|inquiries)\//)
  await expect(dialog(page)).toBeVisible()
})

test('the notes on a question can be searched by themselves', async ({ page }) => {
  await open(page, 'reward')
  const all = await dialog(page).getByRole('status').textContent()
  await dialog(page).getByRole('checkbox', { name: 'Only the notes on this question' }).check()
  await expect(dialog(page).getByRole('status')).not.toHaveText(all!)
  await dialog(page)
    .getByRole('link', { name: /with filters/ })
    .click()
  await expect(page).toHaveURL(/\/search\/\?q=reward&inquiry=%2Finquiries%2Fhow-few%2F$/)
  await expect(page.locator('.chosen')).toContainText('Only notes on How few hand-picked examples')
  await page.getByRole('button', { name: 'Search everything' }).click()
  await expect(page.locator('#found .state')).toHaveText(all!)
})

test('a click opens a result where the match is, and the dialog is gone on the same page', async ({ page }) => {
  await open(page, 'careless ones')
  await dialog(page)
    .getByRole('option', { name: /How few hand-picked/ })
    .first()
    .click()
  await expect(dialog(page)).toBeHidden()
  await page.goto('/about/')
  await page.keyboard.press('/')
  await page.keyboard.type('nestings')
  const option = dialog(page).getByRole('option', { name: /Reward training teaches new combinations/ })
  await expect(option).toHaveAttribute('href', '/notes/rl-learns-compositions/#:~:text=nestings')
})

test('a result further down is scrolled to', async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 500 })
  await page.goto('/about/')
  await page.keyboard.press('/')
  await page.keyboard.type('"measure of how much one family"')
  const option = dialog(page)
    .getByRole('option', { name: /How few hand-picked/ })
    .first()
  await expect(option).toHaveAttribute('href', /:~:text=measure%20of%20how%20much%20one%20family$/)
  await option.click()
  await expect(page).toHaveURL(/how-few/)
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(300)
  await expect(page.getByText('measure of how much one family')).toBeInViewport()
})

test('nothing found: says so, with a way on', async ({ page }) => {
  await open(page)
  await page.keyboard.type('zqxyzzv')
  await expect(dialog(page).getByRole('status')).toHaveText('Nothing found for “zqxyzzv”')
  await expect(dialog(page).getByRole('link', { name: 'all topics' })).toBeVisible()
  await expect(field(page)).toHaveAttribute('aria-expanded', 'false')
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('opens and leads on by taps, and nothing scrolls sideways, were it 320 pixels wide', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 600 })
    await page.goto(PAGE)
    await page.getByRole('link', { name: 'Search' }).tap()
    await field(page).fill('power law')
    await expect(page.getByRole('option').first()).toBeVisible()
    expect(await dialog(page).evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true)
    await dialog(page)
      .getByRole('option', { name: /^Few examples fix style/ })
      .first()
      .tap()
    await expect(page).toHaveURL(/\/notes\/ability-follows-power-law\//)
  })
})

test('on a slow network, says that it searches, and then what it found', async ({ page }) => {
  const answer = await hold(page, '**/pagefind/manifest.json')
  await open(page)
  await page.keyboard.type('perplexity')
  await expect(dialog(page).getByRole('status')).toHaveText('Searching …')
  answer()
  await expect(dialog(page).getByRole('status')).toContainText('found for “perplexity”')
})

test('once loaded, it searches offline', async ({ page, context }) => {
  await open(page, 'perplexity')
  await expect(page.getByRole('option').first()).toBeVisible()
  await context.setOffline(true)
  await field(page).fill('perplexit')
  await expect(dialog(page).getByRole('status')).toContainText('found for “perplexit”')
  await expect(page.getByRole('option').first()).toBeVisible()
  await context.setOffline(false)
})

test.describe('without its script', () => {
  test.use({ javaScriptEnabled: false })

  test('the word in the header leads to the list of everything', async ({ page }) => {
    await page.goto(PAGE)
    await page.getByRole('link', { name: 'Search' }).click()
    await expect(page).toHaveURL(/\/search\/$/)
    await expect(page.locator('#everything')).toBeVisible()
    await expect(page.locator('#found')).toBeHidden()
  })
})

test('while it is still loading, what is typed is not lost, and Escape closes it', async ({ page }) => {
  const answer = await hold(page, '**/_astro/dialog*')
  await page.goto(PAGE)
  await page.keyboard.press('/')
  await page.keyboard.type('no')
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  await page.keyboard.type('perplexity')
  answer()
  await expect(field(page)).toHaveValue('perplexity')
  await expect(dialog(page).getByRole('status')).toContainText('found for “perplexity”')
})

test('what was closed before it was there does not open', async ({ page }) => {
  const answer = await hold(page, '**/_astro/dialog*')
  await page.goto(PAGE)
  const script = page.waitForResponse('**/_astro/dialog*')
  await page.keyboard.press('/')
  await page.keyboard.press('Escape')
  answer()
  await (await script).finished()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toHaveAccessibleName('Keyboard shortcuts')
})
