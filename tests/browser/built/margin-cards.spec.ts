/** The evidence in the margin: beside its paragraph, clear of everything else, lit with what it is evidence for. */
import type { Locator, Page } from '@playwright/test'
import { addressOf } from '../../support/browser/serve.ts'
import { expect, test } from '../../support/browser/test.ts'

test.use({ baseURL: addressOf('states') })

const FORTY = '/inquiries/forty/'

interface Box {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

const boxes = (elements: Locator): Promise<Box[]> =>
  elements.evaluateAll((all) =>
    all.map((element) => {
      const { top, bottom, left, right } = element.getBoundingClientRect()
      return { top, bottom, left, right }
    }),
  )

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** The blocks that have evidence beside them: what it follows. */
const blocksWithCards = (page: Page): Promise<Box[]> =>
  page.locator('.prose .beside').evaluateAll((all) =>
    all.map((aside) => {
      const { top, bottom, left, right } = aside.previousElementSibling!.getBoundingClientRect()
      return { top, bottom, left, right }
    }),
  )

test.describe('at rest', () => {
  // All of these tests look at one page, in one worker, and leave it as it is.
  test.describe.configure({ mode: 'default' })
  let page: Page
  test.beforeAll(async ({ browser, baseURL }) => {
    page = await browser.newPage({ baseURL: baseURL! })
    await page.goto(FORTY)
  })
  test.afterAll(() => page.close())

  for (const width of [1216, 1440, 1920])
    test.describe(`of a window of ${width} px`, () => {
      test.beforeAll(() => page.setViewportSize({ width, height: 900 }))

      test('stands beside its block, or below what stands there already', async () => {
        const asides = await boxes(page.locator('.prose .beside'))
        const blocks = await blocksWithCards(page)
        expect(asides.length).toBeGreaterThan(15)
        asides.forEach(({ top }, index) => {
          const room = Math.max(blocks[index]!.top, asides[index - 1]?.bottom ?? 0)
          expect(top, `${index}: at its block's top or below`).toBeGreaterThanOrEqual(blocks[index]!.top - 1)
          expect(top, `${index}: no lower than it must be`).toBeLessThan(room + 24)
        })
      })

      test('overlaps neither itself nor anything else on the page', async () => {
        const cards = await boxes(page.locator('.card'))
        cards.slice(1).forEach(({ top }, index) => expect(top).toBeGreaterThanOrEqual(cards[index]!.bottom))
        const others = page.locator(
          '.prose > *, .prose :is(pre, .table, img, .maths-display, li), main section, .contents, h1, footer',
        )
        const around = await boxes(others.filter({ visible: true }))
        expect(around.length).toBeGreaterThan(30)
        expect(
          cards.flatMap((card) => around.filter((other) => overlap(card, other)).map((other) => [card, other])),
        ).toEqual([])
      })

      test('takes nothing of the width of the text', async () => {
        const [text] = await boxes(page.locator('.prose'))
        for (const block of await boxes(
          page.locator(':is(.prose, .prose > .cited > div) > :is(p, pre, .table, .maths-display, .callout, h2)'),
        ))
          expect([block.left, block.right]).toEqual([text!.left, text!.right])
      })

      test('shares its edge with the head, and the text is in the middle', async () => {
        const [text] = await boxes(page.locator('.prose'))
        const [brand, contents, footer] = await boxes(page.locator('.brand, .contents, footer > :first-child'))
        expect(new Set([brand, contents, footer].map((box) => Math.round(box!.left))).size).toBe(1)
        const lefts = await boxes(page.locator('h1, .answer, .balance, .lede, .prose, main section:not(.print-only)'))
        expect(new Set(lefts.map(({ left }) => Math.round(left))).size).toBe(1)
        const [body] = await boxes(page.locator('body'))
        expect(Math.abs(text!.left - (body!.right - text!.right))).toBeLessThan(2)
        const lines = await boxes(page.locator('.beside'))
        expect(Math.max(...lines.map(({ right }) => right))).toBeLessThanOrEqual(body!.right)
      })
    })
})

test('a card is whole at first, and only a title and a role where the note was carded before', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(FORTY)
  const [first, again] = await page.locator('.card', { hasText: 'Note 1,' }).all()
  await expect(first!).toContainText('disputes')
  await expect(first!).toContainText('Name1, 1981')
  await expect(first!).toContainText('long how carried down.')
  await expect(again!).toContainText('disputes')
  await expect(again!).not.toContainText('long how carried down.')
  await expect(page.getByRole('note', { name: 'Evidence cited here' }).first()).toBeVisible()
  const crowd = page.locator('.beside', { hasText: 'Note 5,' }).locator('.card')
  await expect(crowd).toHaveCount(10)
  await expect(crowd.nth(5)).toContainText('Name10, 1990')
  await expect(crowd.nth(6)).toHaveText(/^\s*disputes\s*Note 11, which says/)
})

test('cards take nothing of the height of the text', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(FORTY)
  const [withCards] = await boxes(page.locator('.prose'))
  await page.evaluate(() => document.styleSheets[0]!.insertRule('.beside.beside.beside { display: none }'))
  expect(await boxes(page.locator('.prose'))).toEqual([withCards])
})

test('a browser that knows no anchors has the cards near their blocks, one below the other', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(FORTY)
  await page.evaluate(() => {
    const removeAnchors = (within: CSSStyleSheet | CSSGroupingRule): void => {
      for (let index = within.cssRules.length - 1; index >= 0; index--) {
        const rule = within.cssRules[index]!
        if (rule instanceof CSSSupportsRule && rule.conditionText.includes('anchor')) within.deleteRule(index)
        else if ('cssRules' in rule) removeAnchors(rule as CSSGroupingRule)
      }
    }
    for (const sheet of document.styleSheets) removeAnchors(sheet)
  })
  expect(
    await page
      .locator('.beside')
      .first()
      .evaluate((aside) => getComputedStyle(aside).position),
  ).toBe('static')
  const [cards, [text]] = [await boxes(page.locator('.card')), await boxes(page.locator('.prose'))]
  cards.slice(1).forEach(({ top }, index) => expect(top).toBeGreaterThanOrEqual(cards[index]!.bottom))
  for (const { left } of cards) expect(left).toBeGreaterThan(text!.right)
  const [first] = await blocksWithCards(page)
  expect(cards[0]!.top).toBeGreaterThan(first!.top)
  expect(cards[0]!.top).toBeLessThan(first!.bottom)
})

test('a screen reader meets a block and then its cards, and the keys go the same way', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(FORTY)
  await expect(page.locator('.prose > .cited > div').first()).toMatchAriaSnapshot(`- paragraph: /Name1|carried/`)
  await page.locator('.prose a[href="/notes/n2/"]').first().focus()
  for (const [place, href] of [
    ['.card', '/notes/n1/'],
    ['.card', '/notes/n2/'],
    ['h2', '/notes/n3/'],
  ]) {
    await page.keyboard.press('Tab')
    await expect(page.locator(`${place} a:focus`)).toHaveAttribute('href', href!)
  }
})

test('pointing at a citation lights its card, and the other way round', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(FORTY)
  const citation = page.locator('.prose a[href="/notes/n2/"][id]')
  const card = page.locator('.card', { hasText: 'Note 2,' })
  await citation.hover()
  await expect(card).toHaveClass(/lit/)
  await card.hover()
  await expect(citation).toHaveClass(/lit/)
  await page.mouse.move(5, 5)
  await expect(page.locator('.lit')).toHaveCount(0)
  await citation.focus()
  await expect(page.locator('.card.lit')).toHaveText(/Note 2,/)
  await card.getByRole('link').focus()
  await expect(page.locator('.prose .cited > div > p a.lit')).toHaveAttribute('href', '/notes/n2/')
})

test('there are no cards where there is no margin, nor on paper, where all the notes follow the essay', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(FORTY)
  await expect(page.locator('.card').filter({ visible: true })).toHaveCount(0)
  await page.setViewportSize({ width: 1440, height: 900 })
  await expect(page.locator('.card').filter({ visible: true })).not.toHaveCount(0)
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.card').filter({ visible: true })).toHaveCount(0)
  await expect(page.locator('.endnotes li').filter({ visible: true })).toHaveCount(40)
})
