/** A site so large that its search index has several shards, which a reader must not notice. */
import { expect, test } from '../../support/browser/test.ts'
import { addressOf } from '../../support/browser/serve.ts'
import { isNightly, NIGHTLY_ONLY } from '../../support/runs.ts'
import { NOTES } from './many-notes.ts'

test.use({ baseURL: addressOf('shards') })
test.skip(!isNightly, NIGHTLY_ONLY)

test('results, filters and counts are of all shards of the index', async ({ page }) => {
  await page.goto('/search/?q=lantern')
  await expect(page.locator('#found .state')).toHaveText(`${NOTES.toLocaleString('en')} found for “lantern”`)
  await page.getByRole('combobox', { name: 'topic' }).focus()
  await expect(page.getByRole('option', { name: 'even (1501)' })).toBeAttached()
  await page.getByRole('combobox', { name: 'topic' }).selectOption('odd')
  await expect(page.locator('#found .state')).toHaveText('1,500 found for “lantern”')
  await page.getByRole('combobox', { name: 'topic' }).selectOption('')
  // Whichever shard each of them is in.
  for (const index of [0, 1, 2, 3, 1000, 3000]) {
    await page.getByRole('searchbox').fill(`w${index}x`)
    await expect(page.locator('#found .hit').first()).toContainText(`Note ${index}`)
    await expect(page.locator('#found .state')).toContainText(`for “w${index}x”`)
  }
})

test('of a long question the rarest words are asked for', async ({ page }) => {
  const files: string[] = []
  page.on('request', (request) => files.push(...(/\w+\.pf_index$/.exec(request.url()) ?? [])))
  await page.goto('/search/?q=which+lantern+note+has+a+word+w7x+or+w8x+or+w9x+or+w10x+or+w11x+or+w12x+or+w13x')
  await expect(page.locator('#found .state')).toContainText('found with some of the words')
  // Five words cost no more than a file each in each of two parts. Words that all entries have are not among them.
  await expect(page.locator('#found .hit')).toHaveCount(5)
  expect(files.length).toBeLessThanOrEqual(10)
})
