/** Every state a page may be in, from nothing to far too much, on a site that is made of them. */
import { addressOf } from '../../support/browser/serve.ts'
import { expect, test } from '../../support/browser/test.ts'
import { CHECKED, violations } from '../../support/browser/axe.ts'
import { tooWide } from '../../support/browser/widths.ts'

test.use({ baseURL: addressOf('states') })

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
  '/notes/hub/',
]
const EMPTY = ['/', '/inquiries/', '/notes/', '/topics/']

test.describe('nothing is wider than the window, and axe finds nothing to complain of, in either theme,', () => {
  test.use(CHECKED)

  const pages = [
    ...PAGES.map((path) => [path, `of ${path}`] as const),
    ...EMPTY.map((path) => [addressOf('empty') + path, `of ${path} with nothing in it`] as const),
  ]
  for (const [address, what] of pages)
    test(what, async ({ page }) => {
      await page.goto(address)
      await page.locator('details').evaluateAll((folds) => folds.forEach((fold) => fold.setAttribute('open', '')))
      expect(await violations(page)).toEqual([])
      expect(await tooWide(page, [320, 390, 820, 1216, 1440])).toEqual([])
    })
})

test('forty sources are all in view, their claims folded, and the balance leads to each group', async ({ page }) => {
  await page.goto('/inquiries/forty/')
  const sources = page.getByRole('region', { name: 'Sources · 40 notes' })
  const groups = ['supports 7', 'disputes 8', 'qualifies 8', 'extends 7', 'background 7', 'cited 3']
  await expect(sources.getByRole('heading', { level: 3 })).toHaveText(groups)
  await expect(sources.getByRole('listitem')).toHaveCount(40)
  await expect(sources.locator('.because').filter({ visible: true })).toHaveCount(37)
  await expect(sources.locator('.claim').filter({ visible: true })).toHaveCount(0)
  await page.getByRole('list', { name: 'Balance of the evidence' }).getByRole('link', { name: '8 qualify' }).click()
  await expect(page).toHaveURL(/#sources-qualifies$/)
  await expect(sources.getByRole('heading', { name: 'qualifies 8' })).toBeInViewport()
})

test('one source, none at all, and none but disputing ones are said', async ({ page }) => {
  await page.goto('/inquiries/one/')
  await expect(page.getByRole('region', { name: 'Sources · 1 note' }).getByRole('listitem')).toHaveCount(1)
  await page.goto('/inquiries/none/')
  await expect(page.getByRole('region', { name: 'Sources · none yet' })).toContainText('- inquiry: none')
  await expect(page.getByRole('list', { name: 'Balance of the evidence' })).toHaveCount(0)
  await page.goto('/inquiries/disputed/')
  await expect(page.getByRole('list', { name: 'Balance of the evidence' })).toHaveText('2 dispute')
})

test('a note in thirty inquiries says each once, with the places that cite it, and folds the rest', async ({
  page,
}) => {
  await page.goto('/notes/everywhere/')
  const served = page.getByRole('region', { name: 'Serves these inquiries' })
  await expect(served.getByRole('listitem')).toHaveCount(25)
  const often = served.getByRole('listitem').filter({ hasText: 'Question 1,' })
  await expect(often.locator('mark').filter({ visible: true })).toHaveCount(3)
  await often.getByText('4 more places').click()
  await expect(often.locator('mark').filter({ visible: true })).toHaveCount(7)
  // Each of the five roles has five in view.
  for (const more of await served.getByText('1 more inquiry').all()) await more.click()
  await expect(served.getByRole('listitem')).toHaveCount(30)
  const others = page.getByRole('region', { name: 'Also cited in' })
  await expect(others.getByRole('heading', { level: 3 })).toHaveText(['Notes', 'Pages'])
  await expect(others.getByRole('listitem')).toHaveCount(14)
  await expect(others).not.toContainText('Question')
})

test('a note with many relations has some of each kind in view, and folds the rest', async ({ page }) => {
  await page.goto('/notes/hub/')
  const related = page.getByRole('region', { name: 'Related notes' })
  await expect(related.getByRole('listitem')).toHaveCount(25)
  await expect(related.getByRole('listitem').filter({ hasText: 'disputed by' })).toHaveCount(3)
  await related.getByText('18 more').click()
  await expect(related.getByRole('listitem')).toHaveCount(43)
})

test('an empty site says what would be here, and how to add it', async ({ page }) => {
  await page.goto(addressOf('empty'))
  await expect(page.locator('main')).toContainText('Nothing is written yet. Each question would stand here')
  await expect(page.locator('main')).toContainText('inquiries/practice.md')
  await page.goto(`${addressOf('empty')}/notes/`)
  await expect(page.locator('main')).toContainText('No note is written yet.')
})
