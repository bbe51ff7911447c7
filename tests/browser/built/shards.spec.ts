/** A site so large that its index has several parts, which a reader must not notice. */
import { expect, test } from '@playwright/test'
import { serveSite } from '../../support/browser/serve-site.ts'

/** One more than a part holds. */
const NOTES = 3001

test('results, filters and counts are of all parts of the index', async ({ page }) => {
  test.setTimeout(120_000)
  const note = (index: number): [string, string] => [
    `notes/n${index}.md`,
    `---\ntitle: Note ${index}\ntopics: [${index % 2 === 0 ? 'even' : 'odd'}]\n---\nA lantern and the word w${index}x.\n`,
  ]
  const server = await serveSite('parts', Object.fromEntries(Array.from({ length: NOTES }, (_, index) => note(index))))
  try {
    await page.goto(`${server.url}/search/?q=lantern`)
    await expect(page.locator('#found .state')).toHaveText(`${NOTES} found for “lantern”`)
    await page.getByRole('combobox', { name: 'topic' }).focus()
    await expect(page.getByRole('option', { name: 'even (1501)' })).toBeAttached()
    await page.getByRole('combobox', { name: 'topic' }).selectOption('odd')
    await expect(page.locator('#found .state')).toHaveText('1500 found for “lantern”')
    await page.getByRole('combobox', { name: 'topic' }).selectOption('')
    // Whichever part each of them is in.
    for (const index of [0, 1, 2, 3, 1000, 3000]) {
      await page.getByRole('searchbox').fill(`w${index}x`)
      await expect(page.locator('#found .hit').first()).toContainText(`Note ${index}`)
      await expect(page.locator('#found .state')).toContainText(`for “w${index}x”`)
    }
  } finally {
    await server.close()
  }
})
