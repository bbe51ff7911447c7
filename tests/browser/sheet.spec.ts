/** On a phone, what a link leads to, in a sheet from below. */
import type { Locator, Page } from '@playwright/test'
import { CHECKED, violations } from '../support/browser/axe.ts'
import { openSheet } from '../support/browser/frozen-clock.ts'
import { expect, test } from '../support/browser/test.ts'

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
test.use(PHONE)

const ESSAY = '/inquiries/how-few/'
const NOTE = '/notes/imitation-copies-style/'
const TITLE = 'Imitating ChatGPT copies its style and leaves the gap in ability'

const sheet = (page: Page): Locator => page.getByRole('dialog')
const cited = (page: Page): Locator => page.locator(`.prose a[id][href="${NOTE}"]`)
const isHere = (page: Page): Promise<void> => expect(page.getByRole('heading', { level: 1 })).toContainText('How few')

const open = (page: Page, link = cited(page)): Promise<void> => openSheet(page, ESSAY, link)

test('a tap on a citation shows the note, how it bears on the essay, and the way there', async ({ page }) => {
  await open(page)
  await expect(sheet(page)).toHaveAccessibleName(TITLE)
  await expect(sheet(page)).toBeFocused()
  await expect(sheet(page).locator('.role')).toHaveText('disputes')
  await expect(sheet(page).locator('.claim')).toBeVisible()
  await expect(sheet(page).getByRole('link', { name: 'Open beside' })).toBeHidden()
  await expect(page).toHaveURL(ESSAY)
  await sheet(page).getByRole('link', { name: 'Open note' }).tap()
  await expect(page).toHaveURL(NOTE)
  // One step back is the essay, and the sheet is gone.
  await page.goBack()
  await expect(page).toHaveURL(ESSAY)
  await isHere(page)
  await expect(sheet(page)).toHaveCount(0)
})

const CLOSE: Record<string, (page: Page) => Promise<unknown>> = {
  'the button': (page) => sheet(page).getByRole('button', { name: 'Close' }).tap(),
  Escape: (page) => page.keyboard.press('Escape'),
  'a tap beside it': (page) => page.touchscreen.tap(200, 20),
  Back: (page) => page.goBack(),
}
for (const [way, close] of Object.entries(CLOSE))
  test(`${way} closes it: the focus is on the link again, and one step back leaves the page`, async ({ page }) => {
    await open(page)
    // It has come to rest.
    await sheet(page).evaluate((element) => Promise.all(element.getAnimations().map(({ finished }) => finished)))
    await close(page)
    await expect(sheet(page)).toHaveCount(0)
    await expect(cited(page)).toBeFocused()
    await expect(page).toHaveURL(ESSAY)
    await expect.poll(() => page.evaluate(() => history.state as unknown)).toBeNull()
    await page.goBack()
    await expect(page).toHaveURL('about:blank')
  })

test('Forward shows it again, and a reload keeps it', async ({ page }) => {
  await open(page)
  await page.goBack()
  await expect(sheet(page)).toHaveCount(0)
  await page.goForward()
  await expect(sheet(page)).toHaveAccessibleName(TITLE)
  await page.reload()
  await expect(sheet(page)).toHaveAccessibleName(TITLE)
  await sheet(page).getByRole('button', { name: 'Close' }).tap()
  await expect(sheet(page)).toHaveCount(0)
  await isHere(page)
})

test('Forward shows it again before it has told that Back closed it', async ({ page }) => {
  await open(page)
  // Whatever the machine does meanwhile: the dialog tells of its end only after both steps.
  await page.evaluate(async () => {
    const step = (go: () => void): Promise<unknown> =>
      new Promise((resolve) => {
        addEventListener('popstate', resolve, { once: true })
        go()
      })
    const dialog = document.querySelector('dialog')!
    const late: Event[] = []
    dialog.addEventListener(
      'close',
      (event) => {
        if (!event.isTrusted) return
        event.stopImmediatePropagation()
        late.push(event)
      },
      { capture: true },
    )
    await step(() => history.back())
    while (dialog.open) await new Promise((resolve) => requestAnimationFrame(resolve))
    await step(() => history.forward())
    while (late.length === 0) await new Promise((resolve) => requestAnimationFrame(resolve))
    dialog.dispatchEvent(new Event('close'))
  })
  await expect(sheet(page)).toHaveAccessibleName(TITLE)
  await expect.poll(() => page.evaluate(() => (history.state as { sheet?: number } | null)?.sheet)).toBeDefined()
})

test('a second tap on the link goes, over the sheet', async ({ page }) => {
  await open(page)
  await cited(page).evaluate((link) => link.scrollIntoView({ block: 'start' }))
  const { x, y, height } = await cited(page).evaluate((link) => link.getClientRects()[0]!.toJSON() as DOMRect)
  await page.touchscreen.tap(x + 20, y + height / 2)
  await expect(page).toHaveURL(NOTE)
  await page.goBack()
  await isHere(page)
})

test('and after it', async ({ page }) => {
  await open(page)
  await page.keyboard.press('Escape')
  await expect(sheet(page)).toHaveCount(0)
  await cited(page).tap()
  await expect(page).toHaveURL(NOTE)
})

test('a footnote is shown, and where it stands is one tap away', async ({ page }) => {
  await open(page, page.locator('[data-footnote-ref]'))
  await expect(sheet(page)).toContainText('Figures follow the third version of the paper.')
  await sheet(page).getByRole('link', { name: 'Go to the footnote' }).tap()
  await expect(page).toHaveURL(`${ESSAY}#user-content-fn-1`)
  await expect(page.locator('.footnotes li')).toBeInViewport()
  await expect(sheet(page)).toHaveCount(0)
})

test('a link in the sheet leads where it says', async ({ page }) => {
  await openSheet(page, '/inquiries/teacher-backfires/', page.locator(`.prose a[id][href="${ESSAY}"]`))
  await sheet(page).getByRole('link', { name: 'rated it equal or better' }).tap()
  await expect(page).toHaveURL('/notes/thousand-examples-set-style/')
  await page.goBack()
  await expect(page).toHaveURL('/inquiries/teacher-backfires/')
})

test('links of lists, navigation and topics go at the first tap', async ({ page }) => {
  for (const [link, to] of [
    ['.evidence h4 a', /\/notes\//],
    ['.evidence .facts a', /#C/],
    ['#next ~ * a', /\/inquiries\//],
    ['.topics a', /\/topics\//],
    ['nav a[href="/notes/"]', /\/notes\/$/],
  ] as const) {
    await page.goto(ESSAY)
    await page.locator(link).first().tap()
    await expect(page).toHaveURL(to)
    await expect(sheet(page)).toHaveCount(0)
  }
})

test('ids stay unique, and the page behind does not scroll', async ({ page }) => {
  await open(page)
  const ids = await page.locator('[id]').evaluateAll((elements) => elements.map(({ id }) => id))
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  await expect(page.locator('html')).toHaveCSS('overflow-y', 'hidden')
})

test.describe('where motion is not wanted', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })

  test('it is there at once', async ({ page }) => {
    await open(page)
    await expect(sheet(page)).toHaveCSS('transition-duration', '0s')
  })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a tap goes to the note', async ({ page }) => {
    await page.goto(ESSAY)
    await cited(page).tap()
    await expect(page).toHaveURL(NOTE)
  })
})

test.describe('on a large touch screen', () => {
  test.use({ viewport: { width: 1180, height: 820 } })

  test('the note opens beside the text from the sheet, and Back closes it', async ({ page }) => {
    await open(page)
    await sheet(page).getByRole('link', { name: 'Open beside' }).tap()
    await expect(page.getByRole('region', { name: TITLE })).toBeVisible()
    await expect(page.getByRole('region', { name: TITLE }).getByRole('heading', { name: TITLE })).toBeFocused()
    await expect(sheet(page)).toHaveCount(0)
    await expect(page).toHaveURL(`${ESSAY}?beside=${NOTE}`)
    await page.goBack()
    await expect(page).toHaveURL(ESSAY)
    await expect(page.locator('.pane')).toHaveCount(0)
  })

  test('with a mouse beside the fingers, a click goes at once', async ({ page }) => {
    await page.goto(ESSAY)
    await cited(page).click()
    await expect(page).toHaveURL(NOTE)
  })
})

test.describe('axe', () => {
  test.use(CHECKED)

  test('finds nothing while it is open, in either theme', async ({ page }) => {
    await open(page)
    expect(await violations(page)).toEqual([])
  })
})
