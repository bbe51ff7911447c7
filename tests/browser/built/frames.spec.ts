/** A frame of another site is loaded when a reader asks for it, and not before. */
import type { Page } from '@playwright/test'
import { addressOf } from '../../support/browser/serve.ts'
import { expect, test } from '../../support/browser/test.ts'
import { CHECKED, violations } from '../../support/browser/axe.ts'

const site = addressOf('frames')
test.use({ baseURL: site })

/** Answers for the host of the frames, and lists what is asked of other hosts. */
async function watch(page: Page): Promise<string[]> {
  const asked: string[] = []
  await page.route(
    (url) => url.origin !== site,
    async (route) => {
      asked.push(route.request().url())
      await route.fulfill({ contentType: 'text/html', body: '<title>Player</title><p>It plays.</p>' })
    },
  )
  return asked
}

test('a button takes the place of itself with the frame, in a sandbox', async ({ page }) => {
  const asked = await watch(page)
  await page.goto('/notes/film/')
  const button = page.getByRole('button', { name: 'Show it here, from player.example.org: The tides of a day' })
  await expect(button).toBeVisible()
  expect(asked).toEqual([])
  await button.press('Enter')
  await expect(page.frameLocator('iframe').getByText('It plays.')).toBeVisible()
  expect(asked).toEqual(['https://player.example.org/v/1'])
  const frame = page.locator('iframe')
  await expect(frame).toHaveAttribute('title', 'The tides of a day')
  await expect(frame).toHaveAttribute('sandbox', /^allow-scripts /)
  await expect(frame).toBeFocused()
  await expect(button).toHaveCount(0)
  const { width, height } = (await frame.boundingBox())!
  expect(width / height).toBeCloseTo(560 / 315, 1)
  await expect(page.getByRole('link', { name: 'The tides of a day' })).toBeVisible()
})

test('a page that shows the note with the frame has it too', async ({ page }) => {
  const asked = await watch(page)
  await page.goto('/notes/shows/')
  await page.getByRole('button', { name: /^Show it here/ }).click()
  await expect(page.frameLocator('iframe').getByText('It plays.')).toBeVisible()
  expect(asked).toEqual(['https://player.example.org/v/1'])
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('there is a link', async ({ page }) => {
    await page.goto('/notes/film/')
    const link = page.getByRole('link', { name: 'The tides of a day' })
    await expect(link).toHaveAttribute('href', 'https://player.example.org/v/1')
    await expect(page.getByRole('button', { name: /^Show it here/ })).toHaveCount(0)
  })
})

test.describe('axe finds nothing to complain of', () => {
  test.use(CHECKED)

  test('before the frame is opened', async ({ page }) => {
    await page.goto('/notes/film/')
    await page.getByRole('button', { name: /^Show it here/ }).waitFor()
    expect(await violations(page)).toEqual([])
  })
})
