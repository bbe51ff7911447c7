/** Entries in other languages: their direction, their type, their quotation marks; and what the site says of them. */
import type { Page } from '@playwright/test'
import { extractText } from 'unpdf'
import { addressOf } from '../../support/browser/serve.ts'
import { expect, test } from '../../support/browser/test.ts'
import { CHECKED, violations } from '../../support/browser/axe.ts'
import { tooWide } from '../../support/browser/widths.ts'

test.use({ baseURL: addressOf('languages') })

const open = (page: Page, path: string) => page.goto(path)

test('an essay in Arabic has its language and direction, and the site keeps its own around it', async ({ page }) => {
  await open(page, '/inquiries/dawn/')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.locator('main > article')).toHaveAttribute('lang', 'ar')
  await expect(page.locator('main > article')).toHaveAttribute('dir', 'rtl')
  for (const words of ['Inquiry · open', 'Sources · 2 notes', 'Linked from']) {
    const around = await page
      .getByText(words, { exact: true })
      .first()
      .evaluate((place) => place.closest('[lang]')!.getAttribute('lang'))
    expect(around, words).toBe('en')
  }
})

test('it reads from right to left: contents at its right, code from left to right, nothing wider than the page', async ({
  page,
}) => {
  await open(page, '/inquiries/dawn/')
  const box = async (selector: string) => (await page.locator(selector).first().boundingBox())!
  const [contents, prose, heading, link] = await Promise.all([
    box('.contents'),
    box('.prose'),
    box('.prose h2'),
    box('.prose .permalink'),
  ])
  expect(contents.x).toBeGreaterThan(prose.x + prose.width)
  expect(link.x).toBeGreaterThanOrEqual(heading.x + heading.width)
  await expect(page.locator('.prose pre')).toHaveCSS('direction', 'ltr')
  expect(await tooWide(page, [320, 390, 820, 1280, 1440])).toEqual([])
})

test('scripts without an italic are stressed by weight', async ({ page }) => {
  await open(page, '/inquiries/dawn/')
  await expect(page.locator('.prose em')).toHaveCSS('font-style', 'normal')
  await expect(page.locator('.prose em')).toHaveCSS('font-weight', '600')
  await expect(page.locator('.answer')).toHaveCSS('font-style', 'normal')
  await open(page, '/notes/page/')
  await expect(page.locator('main > article')).toHaveAttribute('lang', 'ja')
  await expect(page.locator('.prose em')).toHaveCSS('font-style', 'normal')
  await expect(page.locator('.prose p').first()).toHaveCSS('line-break', 'strict')
  expect(await page.locator('main > article').evaluate((article) => getComputedStyle(article).fontFamily)).toContain(
    'Mincho',
  )
})

test('a title in another language says so where it is linked', async ({ page }) => {
  await open(page, '/inquiries/dawn/')
  const sources = page.getByRole('region', { name: 'Sources · 2 notes' })
  await expect(sources.getByRole('link', { name: '言葉は変わる', exact: true })).toHaveAttribute('lang', 'ja')
  await open(page, '/inquiries/')
  const title = page.getByRole('link', { name: 'لماذا تتغير الكلمات؟' })
  await expect(title).toHaveAttribute('lang', 'ar')
  await expect(title).toHaveAttribute('dir', 'rtl')
  await expect(page.getByRole('link', { name: 'What does “change” change?' })).not.toHaveAttribute('lang')
})

test('quotes are set after the custom of the language; code and a quote word for word are left alone', async ({
  page,
}) => {
  await open(page, '/inquiries/change/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What does “change” change?')
  await expect(page.locator('.lede')).toHaveText('It’s a question – the 90’s kind…')
  await expect(page.locator('.prose')).toContainText('“Words” don’t stay')
  await expect(page.locator('.prose code')).toHaveText('code "x"')
  await open(page, '/notes/sound/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Der Laut bleibt „eine Weile“')
  await expect(page.locator('.prose')).toHaveText(/Er sagte: „Es geht’s ‚gut‘\.“/)
  await expect(page.locator('.claim')).toHaveText('Der „Laut“ bleibt – wenn’s gut geht.')
  await open(page, '/notes/page/')
  // A link to the passage follows the words.
  await expect(page.locator('.quote')).toContainText(`It's "so"`)
})

test('search finds what has other quotes', async ({ page }) => {
  await open(page, '/search/')
  for (const written of [`don't stay`, 'don’t stay', `"change"`]) {
    await page.getByRole('searchbox').fill(written)
    await page.keyboard.press('Enter')
    await expect(page.locator('#found .state')).toContainText(`“${written}”`)
    await expect(page.locator('#found .results')).toContainText('What does “change” change?')
  }
})

test('print has whole addresses where it is known where the site is', async ({ page }) => {
  await open(page, '/inquiries/dawn/')
  const { text } = await extractText(new Uint8Array(await page.pdf()), { mergePages: true })
  const bare = text.replace(/\s+/g, '')
  for (const address of [
    'https://example.org/notes/page/',
    'https://example.org/notes/sound/',
    'https://example.com/words',
  ])
    expect(bare).toContain(address)
})

test.describe('axe', () => {
  test.use(CHECKED)

  for (const path of ['/inquiries/dawn/', '/notes/page/'])
    test(`finds nothing on ${path}, in either theme`, async ({ page }) => {
      await open(page, path)
      expect(await violations(page)).toEqual([])
    })
})
