/** The theme: the system's, or the one that a reader chose, from the first paint on. */
import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser/test.ts'

const PAGE = '/inquiries/how-few/'
const LIGHT = 'oklch(0.985 0.007 85)'
const DARK = 'oklch(0.205 0.008 65)'

const paper = (page: Page): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
const theme = (page: Page, name: string) => page.getByRole('group', { name: 'Theme' }).getByRole('radio', { name })

test('follows the system, also when that changes', async ({ page }) => {
  await page.goto(PAGE)
  expect(await paper(page)).toBe(LIGHT)
  await expect(theme(page, 'system')).toBeChecked()
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await paper(page)).toBe(DARK)
})

test('is chosen with the pointer, for this page and all others, until the system has it back', async ({ page }) => {
  await page.goto(PAGE)
  await theme(page, 'dark').click()
  expect(await paper(page)).toBe(DARK)
  await page.goto('/notes/')
  expect(await paper(page)).toBe(DARK)
  await expect(theme(page, 'dark')).toBeChecked()
  await theme(page, 'system').click()
  expect(await paper(page)).toBe(LIGHT)
  expect(await page.evaluate(() => localStorage.getItem('theme'))).toBeNull()
})

test('is chosen from the keyboard, where the focus is seen', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto(PAGE)
  await theme(page, 'system').focus()
  await page.keyboard.press('ArrowRight')
  await expect(theme(page, 'light')).toBeFocused()
  await expect(page.getByText('light', { exact: true })).toHaveCSS('outline-style', 'solid')
  expect(await paper(page)).toBe(LIGHT)
})

test('another tab takes it up', async ({ page, context }) => {
  const other = await context.newPage()
  await other.goto('/notes/')
  await page.goto(PAGE)
  await theme(page, 'dark').click()
  await expect.poll(() => paper(other)).toBe(DARK)
})

for (const [stored, system, paint] of [
  ['dark', 'light', DARK],
  ['light', 'dark', LIGHT],
  ['nonsense', 'light', LIGHT],
] as const)
  test(`no frame shows another: ${stored} was chosen, the system is ${system}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: system })
    await page.addInitScript((name) => {
      localStorage.setItem('theme', name)
      const frames: string[] = ((window as unknown as Record<string, string[]>)['frames_'] = [])
      const look = (): void => {
        if (document.body as HTMLElement | null) frames.push(getComputedStyle(document.body).backgroundColor)
        requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    }, stored)
    // Even when scripts are late: this one comes only after some frames were drawn.
    await page.route(/_astro\/Base.*\.js$/, async (route) => {
      await page.waitForFunction(() => (window as unknown as Record<string, string[]>)['frames_']!.length > 3)
      await route.continue()
    })
    await page.goto(PAGE)
    await expect(theme(page, stored === 'nonsense' ? 'system' : stored)).toBeChecked()
    const frames = await page.evaluate(() => (window as unknown as Record<string, string[]>)['frames_']!)
    expect(frames.length).toBeGreaterThan(3)
    expect([...new Set(frames)]).toEqual([paint])
  })

test('the frame of the browser has the colour of the paper', async ({ page }) => {
  const shown = () =>
    page.locator('meta[name=theme-color]').evaluateAll((metas) =>
      metas.flatMap((meta) => {
        const { media, content } = meta as HTMLMetaElement
        return matchMedia(media).matches ? [content] : []
      }),
    )
  await page.goto(PAGE)
  expect(await shown()).toEqual([LIGHT])
  await theme(page, 'dark').click()
  expect(await shown()).toEqual([DARK])
  await theme(page, 'system').click()
  expect(await shown()).toEqual([LIGHT])
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, colorScheme: 'dark' })

  test('it is the system’s, and there is nothing to choose', async ({ page }) => {
    await page.goto(PAGE)
    await expect(page.locator('body')).toHaveCSS('background-color', DARK)
    await expect(page.getByRole('radio')).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Keyboard shortcuts' })).toHaveCount(0)
  })
})
