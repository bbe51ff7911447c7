/** The map around an entry, on a page of its own. */
import { expect, test } from '../support/browser/test.ts'
import { violations, CHECKED } from '../support/browser/axe.ts'
import { tooWide } from '../support/browser/widths.ts'

test.use(CHECKED)

const PATH = '/inquiries/how-few/'
const LINK = 'a[href$=".map.html"]'
const MAP = '/inquiries/how-few.map.html'

test('lines end at the heights of their nodes', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(MAP)
  const map = page.locator('figure.map')
  const [plane, column] = await Promise.all([
    map.locator('> svg').boundingBox(),
    map.locator('.map-column').nth(1).boundingBox(),
  ])
  expect(Math.abs(plane!.height - column!.height)).toBeLessThan(2)
  expect(Math.abs(plane!.y - column!.y)).toBeLessThan(2)
})

test('no two labels overlap', async ({ page }) => {
  for (const width of [390, 820, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    await page.goto(MAP)
    const boxes = await page
      .locator('.map-column a')
      .evaluateAll((links) =>
        links.map(
          (link) => link.getBoundingClientRect().toJSON() as { [side in 'left' | 'right' | 'top' | 'bottom']: number },
        ),
      )
    expect(boxes.length).toBeGreaterThan(20)
    const overlaps = boxes.flatMap((one, index) =>
      boxes
        .slice(index + 1)
        .filter(
          (other) =>
            one.left < other.right - 1 &&
            other.left < one.right - 1 &&
            one.top < other.bottom - 1 &&
            other.top < one.bottom - 1,
        ),
    )
    expect(overlaps).toEqual([])
  }
})

test('a node is reached and followed with the keyboard', async ({ page }) => {
  await page.goto(PATH)
  await page.locator(LINK).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`${MAP}$`))
  for (const _ of ['the site', 'the entry', 'the first node']) await page.keyboard.press('Tab')
  await expect(page.locator('.map-column a').first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/sources\/.+\/$/)
})

test('the page of the map has nothing to complain of', async ({ page }) => {
  await page.goto(MAP)
  expect(await violations(page)).toEqual([])
  expect(await tooWide(page, [320, 390, 640, 820, 1440])).toEqual([])
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the link leads to the map, and the map to the nodes', async ({ page }) => {
    await page.goto(PATH)
    await page.getByRole('link', { name: /^Map: 3 inquiries, \d+ notes, \d+ works$/ }).click()
    await expect(page).toHaveURL(new RegExp(`${MAP}$`))
    const notes = page.getByRole('heading', { name: 'Notes' })
    await expect(notes).toBeVisible()
    await page.locator('[data-role="supports"] a').first().click()
    await expect(page).toHaveURL(/\/notes\/.+\/$/)
  })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('a tap on the link opens the map, which is a list there', async ({ page }) => {
    await page.goto(PATH)
    await page.locator(LINK).scrollIntoViewIfNeeded()
    await page.locator(LINK).tap()
    await expect(page).toHaveURL(new RegExp(`${MAP}$`))
    await expect(page.locator('figure.map > svg')).toBeHidden()
    await page.locator('.map-column a').last().tap()
    await expect(page).toHaveURL(/\/inquiries\/.+\/$/)
  })
})
