/** A canvas in a browser: drawn where there is room, a list elsewhere, and whole without scripts. */
import { addressOf } from '../../support/browser/serve.ts'
import { expect, test } from '../../support/browser/test.ts'
import { CHECKED, violations } from '../../support/browser/axe.ts'
import { tooWide } from '../../support/browser/widths.ts'

test.use({ baseURL: addressOf('canvases') })

const CANVAS = '/canvas/boards/map-of-tides/'

test.describe('axe finds nothing to complain of, and nothing is wider than the window:', () => {
  test.use(CHECKED)

  for (const path of [CANVAS, '/canvas/', '/notes/embeds/'])
    test(path, async ({ page }) => {
      await page.goto(path)
      expect(await violations(page)).toEqual([])
      await page.setViewportSize({ width: 390, height: 900 })
      expect(await violations(page)).toEqual([])
      expect(await tooWide(page, [320, 390, 820, 1440])).toEqual([])
    })
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('nodes stand where the canvas has them, and its edges are drawn between them', async ({ page }) => {
    await page.goto(CANVAS)
    const region = page.getByRole('region', { name: 'Canvas: Map of tides' })
    await expect(region).toBeVisible()
    const boxOf = async (text: string) => (await page.locator('.canvas-node', { hasText: text }).first().boundingBox())!
    const [why, moon] = [await boxOf('Why twice?'), await boxOf('The sea follows the moon')]
    expect(moon.x - why.x).toBeCloseTo(440, 0)
    expect(moon.y).toBeCloseTo(why.y, 0)
    expect(moon.width).toBeCloseTo(300, 0)
    const line = (await page.locator('.canvas-lines g').first().boundingBox())!
    expect(line.x).toBeGreaterThan(moon.x + moon.width - 4)
    await region.focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => region.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0)
    // An edge names it too, for those who hear the page.
    await page.locator('.canvas-title').getByRole('link', { name: 'What raises the tides?' }).click()
    await expect(page).toHaveURL(/\/inquiries\/tides\/$/)
  })

  test('a phone has the nodes below one another, with the edges in words', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 900 })
    await page.goto(CANVAS)
    await expect(page.getByText('Leads to What raises the tides?: supports')).toBeVisible()
    await expect(page.locator('.canvas-lines')).toBeHidden()
    const boxes = await page
      .locator('.canvas-node')
      .evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect().top))
    expect(boxes).toEqual([...boxes].sort((a, b) => a - b))
    await page.getByRole('link', { name: 'The moon pulls the sea § How it pulls' }).last().click()
    await expect(page).toHaveURL(/\/notes\/moon\/#how-it-pulls$/)
  })
})
