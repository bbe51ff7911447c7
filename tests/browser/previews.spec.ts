/** What a link leads to, shown by it. */
import type { Locator, Page } from '@playwright/test'
import { CHECKED, violations } from '../support/browser/axe.ts'
import { expect, test } from '../support/browser/test.ts'
import { nowhere, settle, openWithFrozenClock } from '../support/browser/frozen-clock.ts'

const ESSAY = '/inquiries/how-few/'
const NOTE = '/notes/imitation-copies-style/'
const TITLE = 'Imitating ChatGPT copies its style and leaves the gap in ability'

const preview = (page: Page): Locator => page.locator('.preview')
const cited = (page: Page): Locator => page.locator(`.prose a[id][href="${NOTE}"]`)

test.describe('with a pointer', () => {
  test('rests on a link: after a while there is what the note says, and how it bears on the essay', async ({
    page,
  }) => {
    await openWithFrozenClock(page, ESSAY)
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
    await expect(preview(page).locator('.prose p').first()).toBeVisible()
  })

  test('goes over into the preview, which stays, and leaves it, which closes it', async ({ page }) => {
    await openWithFrozenClock(page, ESSAY)
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
    await openWithFrozenClock(page, ESSAY)
    await cited(page).hover()
    await page.clock.runFor(300)
    await nowhere(page)
    await settle(page)
    await expect(preview(page)).toHaveCount(0)
  })

  test('Escape closes it without the pointer moving', async ({ page }) => {
    await openWithFrozenClock(page, ESSAY)
    await cited(page).hover()
    await settle(page)
    await expect(preview(page)).toBeVisible()
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
    await openWithFrozenClock(page, ESSAY)
    page.on('request', (request) => request.resourceType() === 'fetch' && fetched.push(new URL(request.url()).pathname))
    for (const link of [cited(page), page.locator(`.evidence a[href="${NOTE}"]`)]) {
      await link.hover()
      await settle(page)
      await expect(preview(page)).toContainText(TITLE)
      await nowhere(page)
      await settle(page)
      await expect(preview(page)).toHaveCount(0)
    }
    expect(fetched).toEqual([NOTE])
  })

  test('a click goes where the link goes, and a modified one leaves the page alone', async ({ page, context }) => {
    await openWithFrozenClock(page, ESSAY)
    await cited(page).hover()
    await settle(page)
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
    await openWithFrozenClock(page, NOTE, '.serves a')
    await page.locator('.mention a[href^="/inquiries/how-few/"]').first().hover()
    await settle(page)
    const link = preview(page).locator('.prose a').first()
    const href = (await link.getAttribute('href'))!
    await link.click()
    await expect(page).toHaveURL(href)
  })
})

test.describe('every kind of link of a reading page has one, and ids stay unique meanwhile:', () => {
  const KINDS: Readonly<Record<string, readonly (readonly [link: string, shows: string])[]>> = {
    [ESSAY]: [
      ['.prose .cites', 'Note'],
      ['.prose [data-footnote-ref]', 'Footnote 1'],
      ['.prose [data-footnote-backref]', 'On this page'],
      ['.evidence h4 a', 'Note'],
      ['.evidence .facts a', 'On this page'],
      ['#next ~ ul a, #next ~ ol a', 'Inquiry · leaning'],
      ['.topics a', 'Topic'],
    ],
    [NOTE]: [
      ['.serves a', 'Inquiry · leaning'],
      ['.backlinks h4 a', 'Note'],
      ['.mention a', 'Inquiry · leaning'],
    ],
    '/': [['.question', 'Inquiry · leaning']],
    '/notes/': [['.notes > li a', 'Note']],
    '/topics/': [['main li a', 'Topic']],
  }
  for (const [address, kinds] of Object.entries(KINDS))
    test(address, async ({ page }) => {
      await openWithFrozenClock(page, address, kinds[0]![0])
      for (const [link, shows] of kinds) {
        await settle(page)
        await page.locator(link).first().hover()
        await settle(page)
        await expect(preview(page).locator('.label').first(), link).toHaveText(shows)
        // More than the line over the title.
        expect((await preview(page).innerText()).length, link).toBeGreaterThan(60)
        expect(await twice(page), link).toEqual([])
        await nowhere(page)
      }
    })
})

/** The ids that more than one element has. */
const twice = (page: Page): Promise<string[]> =>
  page
    .locator('[id]')
    .evaluateAll((all) => all.map(({ id }) => id).filter((id, index, ids) => ids.indexOf(id) !== index))

test('a footnote shows its text, without the way back', async ({ page }) => {
  await openWithFrozenClock(page, ESSAY)
  await page.locator('[data-footnote-ref]').hover()
  await settle(page)
  await expect(preview(page)).toContainText('Figures follow the third version of the paper.')
  await expect(preview(page).getByRole('link')).toHaveCount(0)
})

test('a link to a passage shows the passage, with the citation marked', async ({ page }) => {
  await openWithFrozenClock(page, NOTE)
  await page.locator('.mention a[href^="/inquiries/how-few/"]').first().hover()
  await settle(page)
  await expect(preview(page)).toContainText('A study of imitation shows what such a verdict can hide.')
  await expect(preview(page).locator('.meant')).toHaveText('style was copied, factual accuracy was not')
})

test('formulas are set as on their own page', async ({ page }) => {
  await openWithFrozenClock(page, '/inquiries/new-or-latent/')
  await page.locator('.prose a[id][href="/notes/base-overtakes-at-large-k/"]').first().hover()
  await settle(page)
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
    await openWithFrozenClock(page, ESSAY)
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

test.describe('axe', () => {
  test.use(CHECKED)

  test('finds nothing while one is open, in either theme', async ({ page }) => {
    // Its time must pass, for the checker waits for it; but it may pass quickly.
    await page.clock.install()
    await page.goto(ESSAY)
    await page.locator('.prose .cites').first().hover()
    await expect(preview(page)).toBeVisible()
    expect(await violations(page)).toEqual([])
    for (const link of ['.evidence .facts a', '[data-footnote-ref]', '.topics a']) {
      await page.keyboard.press('Escape')
      await page.locator(link).first().hover()
      await page.clock.fastForward(700)
      await expect(preview(page)).toBeVisible()
      expect(await violations(page, '.preview')).toEqual([])
    }
  })
})
