/** Keys as shortcuts, and the sheet that lists them. */
import type { Page } from '@playwright/test'
import { expect, nextFrame, test } from '../support/browser/test.ts'

const PAGE = '/inquiries/how-few/'
const sheet = (page: Page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' })
const box = (page: Page) =>
  page.getByRole('searchbox', { name: 'Search' }).or(page.getByRole('combobox', { name: 'Search' }))

test('? shows them; Escape, the button and a click beside it close them, and the focus is where it was', async ({
  page,
}) => {
  await page.goto(PAGE)
  const opener = page.getByRole('button', { name: 'Keyboard shortcuts' })
  await opener.click()
  await expect(sheet(page)).toBeVisible()
  await expect(sheet(page).getByRole('button', { name: 'Close' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(sheet(page)).toHaveCount(0)
  await expect(opener).toBeFocused()

  const link = page.locator('.prose a').first()
  await link.focus()
  await page.keyboard.press('?')
  await expect(sheet(page)).toBeVisible()
  // Nothing behind it has the focus, however far one goes.
  for (let stop = 0; stop < 4; stop++) {
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('dialog, body')?.tagName)).not.toBe(undefined)
    expect(await page.evaluate(() => document.activeElement?.closest('main'))).toBeNull()
  }
  await sheet(page).getByRole('button', { name: 'Close' }).press('Enter')
  await expect(link).toBeFocused()

  await page.keyboard.press('?')
  await page.mouse.click(5, 5)
  await expect(sheet(page)).toHaveCount(0)
})

test('/ and Ctrl K open the search, or put the cursor into its box on its page', async ({ page }) => {
  await page.goto(PAGE)
  await page.keyboard.press('/')
  await expect(box(page)).toBeFocused()
  await expect(box(page)).toHaveValue('')
  await page.keyboard.type('k/t?')
  await expect(box(page)).toHaveValue('k/t?')
  await page.keyboard.press('Escape')
  await expect(box(page)).toBeHidden()
  await page.keyboard.press('Control+k')
  await expect(box(page)).toBeFocused()
  await page.goto('/search/')
  await page.keyboard.press('/')
  await expect(box(page)).toBeFocused()
})

test('j and k go from section to section, n and p from citation to citation', async ({ page }) => {
  await page.goto(PAGE)
  await page.keyboard.press('j')
  await expect(page.getByRole('heading', { name: 'The case for a thousand' })).toBeFocused()
  await page.keyboard.press('j')
  const second = page.getByRole('heading', { name: 'What the raters missed' })
  await expect(second).toBeFocused()
  await expect(second).toBeInViewport()
  await page.keyboard.press('n')
  const here = await second.boundingBox()
  const focused = page.locator(':focus')
  await expect(focused).toHaveAttribute('data-note')
  expect((await focused.boundingBox())!.y).toBeGreaterThan(here!.y)
  const href = await focused.getAttribute('id')
  await page.keyboard.press('n')
  await expect(focused).not.toHaveAttribute('id', href!)
  await page.keyboard.press('p')
  await expect(focused).toHaveAttribute('id', href!)
  await page.keyboard.press('k')
  await expect(page.getByRole('heading', { level: 2 }).and(focused)).toHaveCount(1)
  // To the end, and no further.
  for (let step = 0; step < 12; step++) await page.keyboard.press('j')
  await expect(page.getByRole('heading', { name: 'Topics' })).toBeFocused()
})

test('g and a letter go to a page, and t goes through the themes', async ({ page }) => {
  await page.goto(PAGE)
  for (const [letter, path] of [
    ['i', '/inquiries/'],
    ['n', '/notes/'],
    ['t', '/topics/'],
    ['h', '/'],
  ] as const) {
    await nextFrame(page)
    await page.keyboard.press('g')
    await page.keyboard.press(letter)
    await page.waitForURL(path)
  }
  await page.goto(PAGE)
  await page.keyboard.press('t')
  await expect(page.getByRole('status')).toHaveText('Theme: light')
  await page.keyboard.press('t')
  await expect(page.getByRole('status')).toHaveText('Theme: dark')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.keyboard.press('t')
  await expect(page.locator('html')).not.toHaveAttribute('data-theme')
})

test('they do nothing with another key held, nor while one chooses from a list', async ({ page }) => {
  await page.goto('/search/?q=reward')
  await page.getByRole('combobox', { name: 'kind' }).focus()
  await page.keyboard.press('t')
  await page.locator('body').focus()
  await page.keyboard.press('Alt+t')
  await page.keyboard.press('Control+j')
  await expect(page.locator('html')).not.toHaveAttribute('data-theme')
  await page.getByRole('link', { name: 'Throughline' }).focus()
  await page.keyboard.press('t')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
})

test('a reader may turn them off, for good, and find the way back', async ({ page }) => {
  await page.goto(PAGE)
  await page.keyboard.press('?')
  await sheet(page).getByRole('checkbox', { name: 'Single keys are shortcuts' }).uncheck()
  await page.keyboard.press('Escape')
  for (const path of [PAGE, '/notes/']) {
    await page.goto(path)
    for (const key of ['t', 'j', '?', 'g', 'h']) await page.keyboard.press(key)
    await page.keyboard.press('Control+k')
    await expect(box(page)).toBeFocused()
    await expect(page).toHaveURL(path)
    await expect(sheet(page)).toHaveCount(0)
    await expect(page.locator('html')).not.toHaveAttribute('data-theme')
    await page.keyboard.press('Escape')
  }
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).press('Enter')
  await sheet(page).getByRole('checkbox').check()
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await expect(sheet(page)).toBeVisible()
})

test('where there are only fingers, nothing speaks of keys', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ hasTouch: true, isMobile: true, baseURL: baseURL! })
  const page = await context.newPage()
  await page.goto(PAGE)
  await expect(page.getByRole('radio', { name: 'dark' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Keyboard shortcuts' })).toBeHidden()
  await context.close()
})
