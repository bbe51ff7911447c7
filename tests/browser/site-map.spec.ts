/** The map of the whole site: by mouse, keys and touch, and without scripts. */
import type { Page } from '@playwright/test'
import { CHECKED, violations } from '../support/browser/axe.ts'
import { expect, test } from '../support/browser/test.ts'

test.use(CHECKED)

const widthOf = async (page: Page): Promise<number> => (await page.locator('.map-plane').boundingBox())!.width

test('buttons, keys and the wheel zoom it', async ({ page }) => {
  await page.goto('/map/')
  const before = await widthOf(page)
  await page.getByRole('button', { name: 'Larger' }).click()
  await page.getByRole('button', { name: 'Larger' }).click()
  const larger = await widthOf(page)
  expect(larger / before).toBeCloseTo(1.96, 1)
  await page.getByRole('button', { name: 'All of it' }).click()
  expect(await widthOf(page)).toBeLessThan(before + 1)

  const frame = page.getByRole('region', { name: 'Drawing' })
  await frame.focus()
  await page.keyboard.press('+')
  await page.keyboard.press('+')
  expect(await widthOf(page)).toBeGreaterThan(before)
  await page.keyboard.press('0')
  const whole = await widthOf(page)
  await page.keyboard.press('-')
  expect(await widthOf(page)).toBeLessThan(whole)

  const smaller = await widthOf(page)
  const mark = page.locator('.map-note').last()
  await mark.scrollIntoViewIfNeeded()
  await mark.hover()
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -100)
  await page.keyboard.up('Control')
  await expect.poll(() => widthOf(page)).toBeGreaterThan(smaller)
  expect(await violations(page)).toEqual([])
})

test('what is in the middle stays there', async ({ page }) => {
  await page.goto('/map/')
  const frame = page.locator('.map-frame')
  for (const _ of ['once', 'twice', 'three times']) await page.getByRole('button', { name: 'Larger' }).click()
  const middle = (): Promise<number> =>
    frame.evaluate((each) => (each.scrollLeft + each.clientWidth / 2) / each.scrollWidth)
  expect(await middle()).toBeCloseTo(0.5, 1)
})

test('a node is reached and followed with the keyboard, and every node has a name', async ({ page }) => {
  await page.goto('/map/')
  await page.locator('.map-frame').focus()
  await page.keyboard.press('Tab')
  await expect(page.locator('.map-frame a').first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/inquiries\/.+\/$/)
  await page.goto('/map/')
  for (const link of await page.locator('.map-frame').getByRole('link').all())
    await expect(link).toHaveAccessibleName(/\w/)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the list of inquiries leads to it, and it is a list as well', async ({ page }) => {
    await page.goto('/inquiries/')
    await page.getByRole('link', { name: 'Map of the site' }).click()
    await expect(page).toHaveURL(/\/map\/$/)
    await expect(page.getByRole('button', { name: 'Larger' })).toBeHidden()
    await page.locator('summary', { hasText: 'The same as a list' }).click()
    await page.locator('.map-list li li a').first().click()
    await expect(page).toHaveURL(/\/notes\/.+\/$/)
    await page.goto('/map/')
    await page.locator('.lineage a').last().click()
    await expect(page).toHaveURL(/\/inquiries\/.+\/$/)
  })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('a tap zooms out, and another one follows a node', async ({ page }) => {
    await page.goto('/map/')
    expect(await widthOf(page)).toBeGreaterThan(800)
    await page.getByRole('button', { name: 'All of it' }).tap()
    expect(await widthOf(page)).toBeLessThanOrEqual(390)
    await page.getByRole('button', { name: 'Larger' }).tap()
    await page.locator('.map-inquiry').first().tap()
    await expect(page).toHaveURL(/\/inquiries\/.+\/$/)
  })
})
