/** What a link leads to, shown by it. */
import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './quiet.ts'
import { nowhere, still } from './still.ts'

const ESSAY = '/inquiries/how-few/'
const NOTE = '/notes/imitation-copies-style/'
const TITLE = 'Imitating ChatGPT copies its style and leaves the gap in ability'

const preview = (page: Page): Locator => page.locator('.preview')
const cited = (page: Page): Locator => page.locator(`.prose a[id][href="${NOTE}"]`)

/** Long enough for a preview to open, or to close. */
const settle = (page: Page): Promise<void> => page.clock.runFor(700)

test.describe('with a pointer', () => {
  test('rests on a link: after a while there is what the note says, and how it bears on the essay', async ({
    page,
  }) => {
    await still(page, ESSAY)
    await cited(page).hover()
    await page.clock.runFor(390)
    await expect(preview(page)).toHaveCount(0)
    await page.clock.runFor(20)
    await expect(preview(page)).toBeVisible()
    await expect(preview(page)).toContainText('Note')
    await expect(preview(page)).toContainText(TITLE)
    await expect(preview(page).locator('.role')).toHaveText('disputes')
    await expect(preview(page).locator('.claim')).toBeVisible()
    await expect(preview(page).locator('.references')).toContainText('2305.15717')
    await expect(preview(page).locator('.prose > p').first()).toBeVisible()
  })

  test('goes over into the preview, which stays, and leaves it, which closes it', async ({ page }) => {
    await still(page, ESSAY)
    await cited(page).hover()
    await settle(page)
    const box = (await preview(page).boundingBox())!
    await page.mouse.move(box.x + 60, box.y + 40, { steps: 8 })
    await settle(page)
    await expect(preview(page)).toBeVisible()
    await nowhere(page)
    await settle(page)
    await expect(preview(page)).toHaveCount(0)
  })

  test('passes over a link: nothing shows', async ({ page }) => {
    await still(page, ESSAY)
    await cited(page).hover()
    await page.clock.runFor(300)
    await nowhere(page)
    await settle(page)
    await expect(preview(page)).toHaveCount(0)
  })

  test('Escape closes it without the pointer moving', async ({ page }) => {
    await still(page, ESSAY)
    await cited(page).hover()
    await settle(page)
    await page.keyboard.press('Escape')
    await expect(preview(page)).toHaveCount(0)
    await settle(page)
    await expect(preview(page)).toHaveCount(0)
    await nowhere(page)
    await cited(page).hover()
    await settle(page)
    await expect(preview(page)).toBeVisible()
  })

  test('a page is fetched once, however often it is shown', async ({ page }) => {
    const fetched: string[] = []
    page.on('request', (request) => request.resourceType() === 'fetch' && fetched.push(new URL(request.url()).pathname))
    await page.goto(ESSAY)
    for (const link of [cited(page), page.locator(`.evidence a[href="${NOTE}"]`)]) {
      await link.hover()
      await expect(preview(page)).toContainText(TITLE)
      await nowhere(page)
      await expect(preview(page)).toHaveCount(0)
    }
    expect(fetched).toEqual([NOTE])
  })

  test('a click goes where the link goes, and a modified one leaves the page alone', async ({ page, context }) => {
    await page.goto(ESSAY)
    await cited(page).hover()
    await expect(preview(page)).toBeVisible()
    const [other] = await Promise.all([
      context.waitForEvent('page'),
      cited(page).click({ modifiers: ['ControlOrMeta'] }),
    ])
    await expect(other.getByRole('heading', { level: 1 })).toHaveText(TITLE)
    await expect(page).toHaveURL(ESSAY)
    await cited(page).click()
    await expect(page).toHaveURL(NOTE)
  })

  test('a link in a preview leads where it says', async ({ page }) => {
    await page.goto(ESSAY)
    await page.getByRole('link', { name: 'What the raters missed', exact: true }).hover()
    await preview(page).getByRole('link', { name: 'style was copied, factual accuracy was not' }).click()
    await expect(page).toHaveURL(NOTE)
  })
})

test.describe('every kind of link of a reading page has one', () => {
  const KINDS: [page: string, link: string, shows: string][] = [
    [ESSAY, '.prose .cites', 'Note'],
    [ESSAY, '.contents a', 'Section'],
    [ESSAY, '.prose [data-footnote-ref]', 'Footnote 1'],
    [ESSAY, '.prose [data-footnote-backref]', 'On this page'],
    [ESSAY, '.evidence h4 a', 'Note'],
    [ESSAY, '.evidence .facts a', 'On this page'],
    [ESSAY, '#next ~ ul a, #next ~ ol a', 'Inquiry · leaning'],
    [ESSAY, '.topics a', 'Topic'],
    [NOTE, '.serves a', 'Inquiry · leaning'],
    [NOTE, '.backlinks h4 a', 'Note'],
    [NOTE, '.mention a', 'Inquiry · leaning'],
    ['/', '.question', 'Inquiry · leaning'],
    ['/notes/', 'main li a', 'Note'],
    ['/topics/', 'main li a', 'Topic'],
  ]
  for (const [address, link, shows] of KINDS)
    test(`${address} ${link}`, async ({ page }) => {
      await page.goto(address)
      await page.locator(link).first().hover()
      await expect(preview(page).locator('.label').first()).toHaveText(shows)
      // More than the line over the title.
      expect((await preview(page).innerText()).length).toBeGreaterThan(60)
    })
})

test('a footnote shows its text, without the way back', async ({ page }) => {
  await page.goto(ESSAY)
  await page.locator('[data-footnote-ref]').hover()
  await expect(preview(page)).toContainText('Figures follow the third version of the paper.')
  await expect(preview(page).getByRole('link')).toHaveCount(0)
})

test('a link to a passage shows the passage, with the place marked', async ({ page }) => {
  await page.goto(NOTE)
  await page.locator('.mention a[href^="/inquiries/how-few/"]').first().hover()
  await expect(preview(page)).toContainText('A study of imitation shows what such a verdict can hide.')
  await expect(preview(page).locator('.meant')).toHaveText('style was copied, factual accuracy was not')
})

test('ids stay unique while one is open', async ({ page }) => {
  await page.goto(ESSAY)
  for (const link of ['.contents a', '.evidence .facts a', '.prose .cites']) {
    await page.locator(link).nth(1).hover()
    await expect(preview(page)).toBeVisible()
    const ids = await page.locator('[id]').evaluateAll((elements) => elements.map(({ id }) => id))
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    await page.keyboard.press('Escape')
  }
})

test('formulas are set as on their own page', async ({ page }) => {
  await page.goto('/inquiries/new-or-latent/')
  const link = page.locator('.prose a[id][href="/notes/base-overtakes-at-large-k/"]').first()
  await link.hover()
  await expect(preview(page).locator('math').first()).toBeVisible()
  const font = preview(page).locator('math').first()
  await expect(font).toHaveCSS('font-family', /^Maths/)
})

test.describe('on a slow network', () => {
  /** Holds the note back until the answer is called for. */
  async function slow(page: Page): Promise<() => void> {
    let answer = (): void => undefined
    const called = new Promise<void>((resolve) => (answer = resolve))
    await page.route(`**${NOTE}`, (route) => called.then(() => route.continue()))
    await still(page, ESSAY)
    await cited(page).hover()
    await page.clock.runFor(2000)
    await expect(preview(page)).toHaveCount(0)
    return answer
  }

  test('nothing shows before all of it can be shown', async ({ page }) => {
    const answer = await slow(page)
    answer()
    await expect(preview(page).locator('.claim')).toBeVisible()
  })

  test('what arrives after the pointer has gone is not shown', async ({ page }) => {
    const answer = await slow(page)
    await nowhere(page)
    const arrived = page.waitForResponse(`**${NOTE}`)
    answer()
    await (await arrived).finished()
    await settle(page)
    await expect(preview(page)).toHaveCount(0)
  })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('links are links', async ({ page }) => {
    await page.goto(ESSAY)
    await cited(page).hover()
    await cited(page).click()
    await expect(page).toHaveURL(NOTE)
  })
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing while one is open, in ${colorScheme}`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ colorScheme, bypassCSP: true, baseURL: baseURL! })
    const page = await context.newPage()
    await page.goto(ESSAY)
    const found = async (axe: AxeBuilder): Promise<unknown[]> =>
      (await axe.analyze()).violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])
    await page.locator('.prose .cites').first().hover()
    await expect(preview(page)).toBeVisible()
    expect(await found(new AxeBuilder({ page }))).toEqual([])
    await page.keyboard.press('Escape')
    for (const link of ['.evidence .facts a', '[data-footnote-ref]', '.topics a']) {
      await page.locator(link).first().hover()
      await expect(preview(page)).toBeVisible()
      expect(await found(new AxeBuilder({ page }).include('.preview'))).toEqual([])
      await page.keyboard.press('Escape')
    }
    await context.close()
  })
