/** What readers set in their browser or system: contrast, size, motion. */
import { expect, test } from '../support/browser/test.ts'
import { overflow } from '../support/browser/widths.ts'

const PAGE = '/inquiries/how-few/'

test('forced colours leave the roles their shapes and the focus its outline', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto(PAGE)
  const role = page.locator('.role[data-role=disputes]').first()
  const shape = (place: Element) => {
    const { backgroundColor, clipPath } = getComputedStyle(place, '::before')
    return { backgroundColor, clipPath, paper: getComputedStyle(document.body).backgroundColor }
  }
  const { backgroundColor, clipPath, paper } = await role.evaluate(shape)
  expect(clipPath).toMatch(/^polygon/)
  expect(backgroundColor).not.toBe(paper)
  await page.keyboard.press('Tab')
  await expect(page.locator(':focus')).toHaveCSS('outline-style', 'solid')
})

test('text of twice the size loses nothing and widens nothing', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 450 })
  await page.goto(PAGE)
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await expect(page.getByRole('radio', { name: 'dark' })).toBeVisible()
})

test('pages pass into each other, unless motion is not wanted', async ({ page }) => {
  const expectTransition = async (expected: boolean): Promise<void> => {
    await page.goto('/inquiries/')
    await page.evaluate(() => {
      localStorage.removeItem('swap')
      addEventListener('pageswap', (event) =>
        localStorage.setItem('swap', String((event as Event & { viewTransition: unknown }).viewTransition !== null)),
      )
    })
    await page.getByRole('link', { name: /^How few/ }).click()
    await expect(page).toHaveURL(PAGE)
    await expect.poll(() => page.evaluate(() => localStorage.getItem('swap'))).toBe(String(expected))
  }
  await expectTransition(true)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await expectTransition(false)
})
