/** Words that people take for the same, or for others, and the search engine does not. */
import type { Page } from '@playwright/test'
import { addressOf } from '../../support/browser/serve.ts'
import { expect, test } from '../../support/browser/test.ts'

test.use({ baseURL: addressOf('words') })

/** Returns the titles that a query finds. */
async function found(page: Page, query: string): Promise<string[]> {
  await page.getByRole('searchbox').fill(query)
  await expect(page.locator('#found .state')).toContainText(`«\u202f${query}\u202f»`)
  return page.locator('#found .title').allTextContents()
}

/** Matches what is said of words that occur nowhere. */
const NOWHERE = /Rien|Aucun/

/** Each query with a title that it finds and one that it does not. */
const CASES: readonly (readonly [query: string, wanted: string, unwanted?: string])[] = [
  ['œuvre', 'L’art et l’œuvre', 'Somme'],
  ['oeuvre', 'L’art et l’œuvre'],
  ['apprentissage', 'L’art et l’œuvre'],
  ["l'air", 'L’art et l’œuvre', 'Les élèves'],
  ['l’apprentissage', 'Qu’est-ce que l’œuvre d’art ?'],
  ['"l’œuvre d’art"', 'Qu’est-ce que l’œuvre d’art ?', 'L’art et l’œuvre'],
  ['soeur', 'Les élèves'],
  ['oresund', 'Les élèves'],
  ['strasse', 'Les élèves'],
  ['lodz', 'Les élèves'],
  ['vitae', 'Les élèves'],
  ['eleves', 'Les élèves'],
  ['2.5.1', 'Les élèves'],
  ['v2.5.1', 'Les élèves'],
  ['कुल', 'Somme', 'Demain'],
  ['कल', 'Demain', 'Somme'],
  ['কাল', 'Temps', 'Encre'],
  ['কলি', 'Encre', 'Temps'],
  ['ข้าว', 'Tons', 'Nouvelles'],
  ['ข่าว', 'Nouvelles', 'Tons'],
  ['كتاب', 'Livre'],
  ['کتاب', 'Livre'],
  ['علمي', 'Livre'],
  ['学习', 'Modèles'],
  ['Tornberg2026-lc', 'Une clé', 'Double'],
  ['Uitermark', 'Une source', 'Double'],
]

test('each finds what it means', async ({ page }) => {
  await page.goto('/search/')
  for (const [query, wanted, unwanted] of CASES) {
    const titles = await found(page, query)
    expect.soft(titles, query).toContain(wanted)
    if (unwanted !== undefined) expect.soft(titles, query).not.toContain(unwanted)
    expect.soft(await page.locator('#found .state').textContent(), query).not.toMatch(NOWHERE)
  }
})

test('what is found is marked as it is written, and function words are not', async ({ page }) => {
  await page.goto('/search/')
  await found(page, 'l’oeuvre')
  const hit = page
    .locator('#found .hit')
    .filter({ has: page.getByRole('heading', { name: 'L’art et l’œuvre' }) })
    .last()
  await expect(hit.locator('.title mark')).toHaveText('œuvre')
  await expect(hit.locator('.excerpt-of')).toContainText('de l’œuvre et de l’apprentissage')
  await expect(hit.locator('.excerpt-of mark').first()).toHaveText(/^(l’)?œuvre$/)
  await expect(hit.locator('a.title')).toHaveAttribute('href', /:~:text=(l%E2%80%99)?%C5%93uvre$/)
})

test('a word that is nowhere is not taken for one that begins alike', async ({ page }) => {
  await page.goto('/search/')
  await found(page, 'artificiel')
  await expect(page.locator('#found .state')).toHaveText(NOWHERE)
})

test('hits of one name show their folders', async ({ page }) => {
  await page.goto('/search/')
  await found(page, 'double')
  await expect(page.locator('#found .hit .facts')).toHaveText([/a$/, /b$/])
})

test('what a note says of its source beside a key is shown, and is a work with a page', async ({ page }) => {
  await page.goto('/notes/source/')
  await expect(page.getByRole('main')).toContainText('Uitermark, J. (2026).')
  await page.goto('/sources/doi-10-1000-182/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('uitermark2026')
  await expect(page.getByRole('main').getByRole('link', { name: 'Une source' }).first()).toBeVisible()
})
