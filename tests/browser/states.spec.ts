/** Every state a page may be in, from nothing to far too much, on a site that is made of them. */
import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { serve, type StaticServer } from '../../scripts/bench/serve/static-server.ts'
import { buildSite, contentFolder } from '../site/build.ts'
import { STATES } from './states.ts'

// In one worker, which builds the two sites once.
test.describe.configure({ mode: 'default' })

const PAGES = [
  '/',
  '/inquiries/none/',
  '/inquiries/one/',
  '/inquiries/forty/',
  '/inquiries/long/',
  '/inquiries/bare/',
  '/inquiries/disputed/',
  '/notes/everywhere/',
  '/notes/only/',
]
const EMPTY = ['/', '/inquiries/', '/notes/', '/topics/']

let full: StaticServer
let empty: StaticServer

test.beforeAll(async () => {
  const build = (name: string, files: Readonly<Record<string, string>>): Promise<StaticServer> => {
    const { status, stderr, dist } = buildSite(name, contentFolder(files))
    expect(status, stderr).toBe(0)
    return serve(dist)
  }
  full = await build('states', STATES)
  empty = await build('empty', {})
})

test.afterAll(() => Promise.all([full.close(), empty.close()]))

const everyPage = (): string[] => [...PAGES.map((path) => full.url + path), ...EMPTY.map((path) => empty.url + path)]

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing to complain of in ${colorScheme}`, async ({ browser }) => {
    test.setTimeout(90_000)
    const context = await browser.newContext({ colorScheme, bypassCSP: true })
    const page = await context.newPage()
    for (const address of everyPage()) {
      await page.goto(address)
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true
      })
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(
        violations.map(({ id, nodes }) => [id, ...nodes.map(({ target }) => target.join(' '))]),
        address,
      ).toEqual([])
    }
    await context.close()
  })

for (const width of [320, 390, 820, 1216, 1440])
  test(`nothing is wider than a page of ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 })
    for (const address of everyPage()) {
      await page.goto(address)
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(overflow, address).toBeLessThanOrEqual(0)
    }
  })

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

/** The blocks that have evidence beside them: what follows it, or the item that it is in. */
const blocksWithCards = (page: Page): Promise<Box[]> =>
  page.locator('.prose .beside').evaluateAll((all) =>
    all.map((aside) => {
      const block = aside.parentElement!.tagName === 'LI' ? aside.parentElement! : aside.nextElementSibling!
      const { top, bottom, left, right } = block.getBoundingClientRect()
      return { top, bottom, left, right }
    }),
  )

for (const width of [1216, 1440, 1920])
  test.describe(`evidence in the margin of a page of ${width} px`, () => {
    test.use({ viewport: { width, height: 900 } })

    test('stands beside its block, or below what stands there already', async ({ page }) => {
      await page.goto(`${full.url}/inquiries/forty/`)
      const asides = await boxes(page.locator('.prose .beside'))
      const blocks = await blocksWithCards(page)
      expect(asides.length).toBeGreaterThan(15)
      asides.forEach(({ top }, index) => {
        const room = Math.max(blocks[index]!.top, asides[index - 1]?.bottom ?? 0)
        expect(top, `${index}: at its block's top or below`).toBeGreaterThanOrEqual(blocks[index]!.top - 1)
        expect(top, `${index}: no lower than it must be`).toBeLessThan(room + 24)
      })
    })

    test('overlaps neither itself nor anything else on the page', async ({ page }) => {
      await page.goto(`${full.url}/inquiries/forty/`)
      const cards = await boxes(page.locator('.card'))
      cards.slice(1).forEach(({ top }, index) => expect(top).toBeGreaterThanOrEqual(cards[index]!.bottom))
      const others = page.locator(
        '.prose > :not(.beside), .prose :is(pre, .table, img, .maths-display, li), main section, .contents, h1, footer',
      )
      for (const other of await boxes(others.filter({ visible: true })))
        for (const card of cards)
          expect(
            card.left >= other.right ||
              card.right <= other.left ||
              card.top >= other.bottom ||
              card.bottom <= other.top,
            JSON.stringify({ card, other }),
          ).toBe(true)
    })

    test('takes nothing of the width of the text', async ({ page }) => {
      await page.goto(`${full.url}/inquiries/forty/`)
      const [text] = await boxes(page.locator('.prose'))
      for (const block of await boxes(page.locator('.prose > :is(p, pre, .table, .maths-display, .callout, h2)')))
        expect([block.left, block.right]).toEqual([text!.left, text!.right])
    })

    test('shares its edge with the head, and the text is in the middle', async ({ page }) => {
      await page.goto(`${full.url}/inquiries/forty/`)
      const [text] = await boxes(page.locator('.prose'))
      const [brand, contents, footer] = await boxes(page.locator('.brand, .contents, footer > :first-child'))
      expect(new Set([brand, contents, footer].map((box) => Math.round(box!.left))).size).toBe(1)
      const lefts = await boxes(page.locator('h1, .answer, .balance, .lede, .prose, main section'))
      expect(new Set(lefts.map(({ left }) => Math.round(left))).size).toBe(1)
      const [body] = await boxes(page.locator('body'))
      expect(Math.abs(text!.left - (body!.right - text!.right))).toBeLessThan(2)
      const lines = await boxes(page.locator('.beside'))
      expect(Math.max(...lines.map(({ right }) => right))).toBeLessThanOrEqual(body!.right)
    })
  })

test('a card is whole at first, and only a title and a role where the note was carded before', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`${full.url}/inquiries/forty/`)
  const [first, again] = await page.locator('.card', { hasText: 'Note 1,' }).all()
  await expect(first!).toContainText('disputes')
  await expect(first!).toContainText('Name1, 1981')
  await expect(first!.locator('.claim')).toBeVisible()
  await expect(again!).toContainText('disputes')
  await expect(again!.locator('.claim')).toHaveCount(0)
  await expect(page.getByRole('note', { name: 'Evidence cited here' }).first()).toBeVisible()
  await expect(page.locator('.beside', { hasText: 'Note 5,' })).toContainText('4 more in the sources')
})

test('pointing at a citation lights its card, and the other way round', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`${full.url}/inquiries/forty/`)
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
  await expect(page.locator('a.lit')).toHaveAttribute('href', '/notes/n2/')
})

test('there are no cards where there is no margin, nor on paper, where what is folded is open', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${full.url}/inquiries/forty/`)
  await expect(page.locator('.card').filter({ visible: true })).toHaveCount(0)
  await page.setViewportSize({ width: 1440, height: 900 })
  await expect(page.locator('.card').filter({ visible: true })).not.toHaveCount(0)
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.card').filter({ visible: true })).toHaveCount(0)
  await expect(page.locator('#sources-background')).toBeVisible()
})

test('forty sources fold by role, and the balance leads to each group', async ({ page }) => {
  await page.goto(`${full.url}/inquiries/forty/`)
  const sources = page.getByRole('region', { name: 'Sources · 40 notes' })
  const groups = ['supports 7', 'disputes 8', 'qualifies 8', 'extends 7', 'background 7', 'cited 3']
  await expect(sources.getByRole('heading', { level: 3 })).toHaveText(groups)
  await expect(sources.locator('details[open]')).toHaveCount(1)
  await expect(sources.getByRole('listitem')).toHaveCount(7)
  await page.getByRole('list', { name: 'Balance of the evidence' }).getByRole('link', { name: '8 qualify' }).click()
  await expect(page).toHaveURL(/#sources-qualifies$/)
  await expect(sources.getByRole('listitem')).toHaveCount(15)
  await expect(sources.getByRole('heading', { name: 'qualifies 8' })).toBeInViewport()
})

test('one source, none at all, and none but disputing ones are said', async ({ page }) => {
  await page.goto(`${full.url}/inquiries/one/`)
  await expect(page.getByRole('region', { name: 'Sources · 1 note' }).getByRole('listitem')).toHaveCount(1)
  await page.goto(`${full.url}/inquiries/none/`)
  await expect(page.getByRole('region', { name: 'Sources · none yet' })).toContainText('- inquiry: none')
  await expect(page.getByRole('list', { name: 'Balance of the evidence' })).toHaveCount(0)
  await page.goto(`${full.url}/inquiries/disputed/`)
  await expect(page.getByRole('list', { name: 'Balance of the evidence' })).toHaveText('2 dispute')
})

test('a note in thirty inquiries says each once, with the places that cite it, and folds the rest', async ({
  page,
}) => {
  await page.goto(`${full.url}/notes/everywhere/`)
  const served = page.getByRole('region', { name: 'Serves these inquiries' })
  await expect(served.getByRole('listitem')).toHaveCount(8)
  const often = served.getByRole('listitem').filter({ hasText: 'Question 1,' })
  await expect(often.locator('mark').filter({ visible: true })).toHaveCount(3)
  await often.getByText('4 more places').click()
  await expect(often.locator('mark').filter({ visible: true })).toHaveCount(7)
  await served.getByText('22 more inquiries').click()
  await expect(served.getByRole('listitem')).toHaveCount(30)
  const others = page.getByRole('region', { name: 'Also cited in' })
  await expect(others.getByRole('heading', { level: 3 })).toHaveText(['Notes', 'Pages'])
  await expect(others.getByRole('listitem')).toHaveCount(11)
  await others.getByText('3 more').click()
  await expect(others.getByRole('listitem')).toHaveCount(14)
  await expect(others).not.toContainText('Question')
})

test('an empty site says what would be here, and how to add it', async ({ page }) => {
  await page.goto(empty.url)
  await expect(page.locator('main')).toContainText('Nothing is written yet. Each question would stand here')
  await expect(page.locator('main')).toContainText('inquiries/practice.md')
  await page.goto(`${empty.url}/notes/`)
  await expect(page.locator('main')).toContainText('No note is written yet.')
})
