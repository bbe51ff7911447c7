/** The print edition: what is on the paper that a reader takes away, read back from the PDF. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser/test.ts'
import { extractText } from 'unpdf'
import type { InquiryEntry, NoteEntry } from '../../src/corpus/model/entry.ts'
import { DEMO } from '../support/site.ts'

/** What an entry says to machines, in a file beside its page. */
const said = (file: string): unknown => JSON.parse(readFileSync(join(DEMO, file), 'utf8'))

const inquiries = readdirSync(join(DEMO, 'inquiries'))
  .filter((name) => /^[^.]+\.json$/.test(name))
  .map((name) => said(`inquiries/${name}`) as InquiryEntry)

/**
 * Lines and pages break anywhere, ligatures are one sign, and a font has one apostrophe: what is compared is the
 * letters alone.
 */
const bare = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').replace(/[ʼ’]/g, "'")

async function paper(page: Page, path: string): Promise<{ text: string; pages: string[] }> {
  await page.goto(path)
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true })
  const { text: pages } = await extractText(new Uint8Array(pdf), { mergePages: false })
  return { pages, text: bare(pages.join('\n')) }
}

for (const inquiry of inquiries)
  test(`${inquiry.href}: the essay, then every cited note with its claim, its source and the addresses of both`, async ({
    page,
  }) => {
    const { text } = await paper(page, inquiry.href)
    expect(text).toContain(bare(inquiry.title))
    expect(text).toContain(bare(inquiry.lede!))
    for (const { text: heading } of inquiry.headings) expect(text).toContain(bare(heading))
    let last = text.indexOf(bare(inquiry.headings.at(-1)!.text))
    for (const [index, { note, claim, role, sources }] of inquiry.evidence.entries()) {
      // The number is in the essay before it is in front of the note.
      expect(text.indexOf(`[${index + 1}]`)).toBeLessThan(last)
      const at = text.indexOf(bare(`[${index + 1}]${note.title}`), last)
      expect(at, `endnote ${index + 1}, ${note.title}`).toBeGreaterThan(last)
      last = at
      // The addresses of works are among the references, after the notes.
      for (const part of [claim!, role!, note.href, ...sources.flatMap(({ links }) => links[0]?.href ?? [])])
        expect(text.slice(at), `${note.title}: ${part}`).toContain(bare(part))
    }
  })

test('citations are numbered by the note, in the order of the essay, whoever cites it how often', async ({ page }) => {
  await page.goto('/inquiries/how-few/')
  const numbers = await page.locator('.prose a[data-note]').evaluateAll((links) =>
    links.map((link) => ({
      href: link.getAttribute('href')!,
      number: Number((link as HTMLElement).dataset['note']),
    })),
  )
  const seen = [...new Set(numbers.map(({ number }) => number))]
  expect(seen).toEqual(seen.map((_, index) => index + 1))
  expect(new Set(numbers.map(({ href, number }) => `${href} ${number}`)).size).toBe(seen.length)
  expect(numbers.length).toBeGreaterThan(seen.length)
})

test('nothing that only a screen can do is on paper, and pages have numbers', async ({ page }) => {
  const { text, pages } = await paper(page, '/inquiries/new-or-latent/')
  for (const word of ['Skip to the text', 'Keyboard shortcuts', 'Themesystem', 'in the essay', 'Linked from', 'Search'])
    expect(text).not.toContain(bare(word))
  for (const [index, content] of pages.entries())
    expect(content.trim()).toMatch(new RegExp(`^${index + 1}\\s|\\s${index + 1}$`))
})

test('a note has its claim, its reference with addresses, its body and the inquiries it serves', async ({ page }) => {
  const note = said('notes/random-reward-nearly-works.json') as NoteEntry
  const { text } = await paper(page, note.href)
  const parts = [note.title, note.claim!, ...note.references.flatMap(({ title, links }) => [title, links[0]!.href])]
  for (const part of [...parts, ...note.serves.map(({ inquiry }) => inquiry.title)]) expect(text).toContain(bare(part))
  expect(text).not.toContain(bare('Cited in'))
})

test('it is the light paper whatever the theme, and what is folded is open', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' })
  await page.goto('/inquiries/how-few/')
  await page.evaluate(() => {
    document
      .querySelector('.prose')!
      .insertAdjacentHTML('beforeend', '<details><summary>s</summary><p id="fold">in</p></details>')
  })
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light')
  expect(
    await page.locator('#fold').evaluate((folded) => folded.checkVisibility({ contentVisibilityAuto: true })),
  ).toBe(true)
})
