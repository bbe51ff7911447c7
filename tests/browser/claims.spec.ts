/** The claim of a note is taken along: its address, a quotation, Markdown and the work, from the note and its previews. */
import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { CHECKED, violations } from '../support/browser/axe.ts'
import { openAtStandstill, openSheet } from '../support/browser/frozen-clock.ts'
import { expect, test } from '../support/browser/test.ts'

const NOTE = '/notes/imitation-copies-style/'
const ESSAY = '/inquiries/how-few/'
const BIBTEX = '/sources/gudibande2023imitation/gudibande2023imitation.bib'
const CLAIM = /^“Base models of 1\.5B to 13B parameters,.* covers\.” The Throughline authors\. “Imitating ChatGPT/
const SOURCE = /\/notes\/imitation-copies-style\/#claim \(Source: Gudibande et al\., 2023\)$/

const links = (within: Page | Locator): Locator => within.getByRole('group', { name: 'Claim' })
const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText())

test.describe('with a clipboard', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

  test('each link of a note copies what it stands for, and says so for as long', async ({ page }) => {
    await openAtStandstill(page, NOTE)
    const url = page.url() + '#claim'
    const title = await page.getByRole('heading', { level: 1 }).innerText()
    const press = async (name: string, expected: RegExp): Promise<string> => {
      await links(page).getByRole('link', { name }).click()
      await expect(links(page).getByRole('status')).toHaveText('Copied')
      await expect.poll(() => copied(page)).toMatch(expected)
      await page.clock.runFor(1500)
      await expect(links(page).getByRole('status')).toHaveText('Copied')
      return copied(page)
    }
    expect(await press('Link to the claim', /^http/)).toBe(url)
    const quotation = await press('Quotation', CLAIM)
    expect(quotation).toMatch(SOURCE)
    expect(quotation).toContain(url)
    const markdown = await press('Markdown', /^> Base models .*\n>\n> — The Throughline authors, /)
    expect(markdown).toContain(`[${title}](${url})`)
    expect(await press('BibTeX', /^@/)).toBe(readFileSync(`tests/.output/demo${BIBTEX}`, 'utf8'))
    await page.clock.runFor(1000)
    await expect(links(page).getByRole('status')).toHaveText('')
    // The reader is still where the claim is.
    await expect(page).toHaveURL(NOTE)
  })

  test('a key copies as a click does', async ({ page }) => {
    await openAtStandstill(page, NOTE)
    await links(page).getByRole('link', { name: 'Quotation' }).press('Enter')
    await expect(links(page).getByRole('status')).toHaveText('Copied')
    expect(await copied(page)).toMatch(CLAIM)
  })

  test('a preview and a pane have the links too', async ({ page }) => {
    await page.goto(ESSAY)
    await page.locator(`.prose a[id][href="${NOTE}"]`).first().hover()
    const preview = page.locator('.preview')
    await links(preview).getByRole('link', { name: 'Quotation' }).click()
    await expect(links(preview).getByRole('status')).toHaveText('Copied')
    expect(await copied(page)).toMatch(CLAIM)
    await preview.getByRole('link', { name: 'Open beside' }).click()
    const pane = page.locator('.pane')
    await links(pane).getByRole('link', { name: 'Link to the claim' }).click()
    await expect(links(pane).getByRole('status')).toHaveText('Copied')
    expect(await copied(page)).toMatch(/\/notes\/imitation-copies-style\/#claim$/)
    await expect(pane).toHaveCount(1)
  })

  test.describe('on a phone', () => {
    test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

    test('a tap in the sheet copies, and the sheet stays', async ({ page }) => {
      await openSheet(page, ESSAY, page.locator(`.prose a[id][href="${NOTE}"]`))
      const sheet = page.getByRole('dialog')
      await links(sheet).getByRole('link', { name: 'Markdown' }).tap()
      await expect(links(sheet).getByRole('status')).toHaveText('Copied')
      expect(await copied(page)).toMatch(/^> Base models /)
      await expect(sheet).toBeVisible()
    })
  })
})

test('what cannot be loaded is not copied, and it is said', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openAtStandstill(page, NOTE)
  await page.evaluate(() => navigator.clipboard.writeText('before'))
  await page.route('**/imitation-copies-style.json', (route) => route.fulfill({ json: {} }))
  await links(page).getByRole('link', { name: 'Quotation' }).click()
  await expect(links(page).getByRole('status')).toHaveText('Not copied')
  expect(await copied(page)).toBe('before')
})

test.describe('for readers of all kinds', () => {
  test.use(CHECKED)

  test('axe finds nothing where something was copied', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto(NOTE)
    await links(page).getByRole('link', { name: 'Quotation' }).click()
    await expect(links(page).getByRole('status')).toHaveText('Copied')
    expect(await violations(page)).toEqual([])
  })
})

test('the links are not in print', async ({ page }) => {
  await page.goto(NOTE)
  await page.emulateMedia({ media: 'print' })
  await expect(links(page)).toBeHidden()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the links lead to the claim, to its text and to the work', async ({ page }) => {
    await page.goto(NOTE)
    await expect(links(page).getByText('Copy', { exact: true })).toBeHidden()
    await links(page).getByRole('link', { name: 'Link to the claim' }).click()
    await expect(page).toHaveURL(`${NOTE}#claim`)
    await expect(page.locator(':target')).toHaveText(/^Base models/)
    for (const [name, href] of [
      ['Quotation', '/notes/imitation-copies-style.md'],
      ['Markdown', '/notes/imitation-copies-style.md'],
      ['BibTeX', BIBTEX],
    ] as const)
      await expect(links(page).getByRole('link', { name })).toHaveAttribute('href', href)
  })
})
