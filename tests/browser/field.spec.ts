/** The evidence field under a question: what its marks lead to and light, for the pointer, the keys and a finger. */
import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../support/browser/test.ts'
import { openSheet, openWithFrozenClock, settle } from '../support/browser/frozen-clock.ts'

const ESSAY = '/inquiries/how-few/'
const NOTE = '/notes/imitation-copies-style/'
const NAME = 'disputes, 2023: Imitating ChatGPT copies its style and leaves the gap in ability'

const field = (page: Page): Locator => page.getByRole('group', { name: 'Evidence by year' })
const mark = (page: Page): Locator => field(page).getByRole('link', { name: NAME })
const cited = (page: Page): Locator => page.locator(`.prose a[id][href="${NOTE}"]`)
const card = (page: Page): Locator => page.locator('.card', { hasText: 'Imitating ChatGPT' })

test('is one mark a note, above the line for it and below against it, and a table says the same', async ({ page }) => {
  await page.goto(ESSAY)
  await expect(field(page).getByRole('link')).toHaveCount(8)
  const line = (await field(page).locator('line').boundingBox())!.y
  for (const [role, isAbove] of [
    ['supports', true],
    ['disputes', false],
  ] as const)
    for (const each of await field(page).locator(`a[data-role=${role}] path`).all())
      expect((await each.boundingBox())!.y < line, role).toBe(isAbove)
  await page.getByRole('link', { name: 'The same as a table' }).click()
  const rows = page.getByRole('region', { name: 'Evidence as a table' }).getByRole('row')
  await expect(rows).toHaveCount(9)
  await expect(rows.filter({ hasText: 'Imitating ChatGPT' })).toContainText('2023')
})

test.describe('at a desk', () => {
  test.use({ viewport: { width: 1440, height: 900 } })

  test('a mark, its citation and its card light together, from whichever of them', async ({ page }) => {
    await page.goto(ESSAY)
    const all = [mark(page), cited(page).first(), card(page).first()]
    for (const each of all) {
      await each.hover()
      for (const other of all) await expect(other).toHaveClass(/lit/)
      expect(await page.locator('.lit').count()).toBe((await cited(page).count()) + (await card(page).count()) + 1)
      await page.mouse.move(2, 2)
      await expect(page.locator('.lit')).toHaveCount(0)
    }
    await mark(page).focus()
    await expect(card(page).first()).toHaveClass(/lit/)
  })

  test('a click opens the note beside, and so does Enter', async ({ page }) => {
    await page.goto(ESSAY)
    await mark(page).click()
    await expect(page).toHaveURL(`${ESSAY}?beside=${NOTE}`)
    await expect(page.locator('.pane')).toContainText('struck crowd raters as rivals')
    await page.keyboard.press('Escape')
    await expect(page.locator('.pane')).toHaveCount(0)
    await expect(mark(page)).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(`${ESSAY}?beside=${NOTE}`)
  })

  test('a preview covers neither the field nor the card that it is of', async ({ page }) => {
    await openWithFrozenClock(page, ESSAY)
    for (const [link, whole] of [
      [mark(page), field(page)],
      [card(page).first().getByRole('link'), card(page).first()],
    ] as const) {
      await link.hover()
      await settle(page)
      const box = (await page.locator('.preview').boundingBox())!
      const kept = (await whole.boundingBox())!
      expect(box.y >= kept.y + kept.height || box.y + box.height <= kept.y).toBe(true)
      await page.keyboard.press('Escape')
    }
  })

  test('none opens for a section of the page, nor for the contents', async ({ page }) => {
    await openWithFrozenClock(page, ESSAY)
    for (const link of ['.contents a', '.counts a', 'a[href="#evidence-table"]']) {
      await page.locator(link).first().hover()
      await settle(page)
      await page.locator(link).first().focus()
      await settle(page)
      await expect(page.locator('.preview'), link).toHaveCount(0)
    }
  })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true })

  test('every mark has room for a finger, apart from the others, and a tap shows the note', async ({ page }) => {
    await openSheet(page, ESSAY, mark(page))
    const boxes = await field(page)
      .locator('rect')
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().toJSON() as DOMRect))
    for (const [index, { left, right, top, width, height }] of boxes.entries()) {
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(24)
      expect(left).toBeGreaterThanOrEqual(0)
      expect(right).toBeLessThanOrEqual(320)
      for (const other of boxes.slice(index + 1))
        expect(Math.abs(left - other.left) > 23.9 || Math.abs(top - other.top) > 23.9).toBe(true)
    }
    await expect(page.getByRole('dialog')).toContainText('struck crowd raters as rivals')
    await expect(page).toHaveURL(ESSAY)
  })

  test('each cell of the table is as wide as the page', async ({ page }) => {
    await page.goto(ESSAY)
    await page.getByText('Evidence as a table').click()
    const widths = await page
      .locator('#evidence-table tbody tr')
      .first()
      .locator('th, td:not(:empty)')
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().width))
    expect(widths.length).toBeGreaterThan(6)
    expect(Math.min(...widths)).toBeGreaterThan(250)
  })
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a mark leads to its note', async ({ page }) => {
    await page.goto(ESSAY)
    await mark(page).click()
    await expect(page).toHaveURL(NOTE)
  })
})

test('it is on paper, and forced colours leave it its shapes on any ground', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
  await page.goto(ESSAY)
  const [fill, paper] = await mark(page)
    .locator('path')
    .evaluate((path) => [getComputedStyle(path).fill, getComputedStyle(document.body).backgroundColor])
  expect(fill).not.toBe(paper)
  await page.emulateMedia({ forcedColors: 'none', media: 'print' })
  await expect(mark(page)).toBeVisible()
})

test('lists show it small, where the words beside it are what is read out', async ({ page }) => {
  for (const path of ['/', '/inquiries/', '/topics/reasoning/']) {
    await page.goto(path)
    await expect(page.locator('.inquiries .field').first(), path).toHaveAttribute('aria-hidden', 'true')
    await expect(page.locator('.inquiries .counts').first()).toContainText('support')
  }
})
