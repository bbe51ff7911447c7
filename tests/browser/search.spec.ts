/** The search page, in the real index, under the page's own policy. */
import type { Page } from '@playwright/test'
import { hold } from '../support/browser/hold.ts'
import { expect, test } from '../support/browser/test.ts'

const state = (page: Page) => page.locator('#found .state')
const hits = (page: Page) => page.locator('#found .hits .hit')

test('finds a note by a phrase in its body, beneath the question that it serves', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('searchbox').fill('leaves open what reward could do in principle')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/search\/\?q=leaves/)
  const group = page.locator('#found .group', { has: page.locator('.hit', { hasText: 'With many tries allowed' }) })
  await expect(group.first()).toBeVisible()
  await expect(group.locator('mark').first()).toBeVisible()
  await expect(page.locator('#everything')).toBeHidden()
})

test('a question comes before its notes, with its status; each note has its role there, its source and its sections', async ({
  page,
}) => {
  await page.goto('/search/?q=random+reward')
  const question = page.getByRole('region', { name: 'Does reward training give a model new reasoning' })
  await expect(question.locator('.label')).toHaveText('Inquiry · leaning')
  await expect(question.getByRole('heading').first()).toContainText('Does reward training')
  await expect(question.getByRole('list', { name: 'Sections' }).first().getByRole('link').first()).toHaveAttribute(
    'href',
    /^\/inquiries\/new-or-latent\/#[a-z-]+:~:text=/,
  )
  const note = question.locator('.hits .hit', { hasText: 'On one Qwen model' })
  await expect(note.locator('.role')).toHaveText('supports')
  await expect(note.locator('.facts')).toContainText('Shao et al., 2025')
})

test('an inquiry that is found has its evidence as a picture, which is not read out', async ({ page }) => {
  const drawn: string[] = []
  page.on('request', (request) => request.url().includes('small-field') && drawn.push(request.url()))
  await page.goto('/search/?q=imitation&kind=topic')
  await expect(state(page)).toContainText('imitation')
  expect(drawn).toEqual([])
  await page.goto('/search/?q=random+reward')
  const field = page.getByRole('region', { name: 'Does reward training give' }).locator('.field').first()
  await expect(field).toBeVisible()
  await expect(field).toHaveAttribute('aria-hidden', 'true')
  await expect(field.locator('[data-role=supports]')).toHaveCount(1)
  expect(drawn.length).toBe(1)
  // The home page has the same drawing, made by the build.
  const shapes = (of: typeof field) => of.locator('path').evaluateAll((all) => all.map((each) => each.outerHTML))
  const inSearch = await shapes(field)
  await page.goto('/')
  const row = page.locator('.inquiries li', { hasText: 'Does reward training give' })
  expect(await shapes(row.locator('.field').first())).toEqual(inSearch)
})

test('a citation key finds the work and its notes, and no result shows it', async ({ page }) => {
  await page.goto('/search/?q=zhao2025echo')
  await expect(hits(page).first()).toBeVisible()
  await expect(hits(page).filter({ hasText: 'Echo Chamber' }).first()).toBeVisible()
  await expect(hits(page).filter({ hasText: 'zhao2025echo' })).toHaveCount(0)
})

test('filters narrow, count as they do, and are in the address', async ({ page }) => {
  await page.goto('/search/?q=model')
  await expect(state(page)).toContainText('for “model”')
  const kind = page.getByRole('combobox', { name: 'kind' })
  await kind.focus()
  await expect(kind.getByRole('option', { name: /^inquiry \(\d+\)$/ })).toBeAttached()
  const all = Number((await state(page).textContent())!.split(' ')[0])
  await kind.selectOption('note')
  await expect(page).toHaveURL(/kind=note/)
  const notes = Number(/^note \((\d+)\)$/.exec((await kind.locator('option:checked').textContent())!)![1])
  await expect(state(page)).toHaveText(`${notes} found for “model”`)
  expect(notes).toBeLessThan(all)
  // Choosing a kind leaves the counts of the other kinds, and changes those of the other filters.
  await expect(kind.getByRole('option', { name: /^inquiry \([1-9]\d*\)$/ })).toBeAttached()
  await page.getByRole('combobox', { name: 'role' }).selectOption('disputes')
  await expect(page).toHaveURL(/role=disputes/)
  await expect(state(page)).not.toHaveText(`${notes} found for “model”`)
  const role = await page.getByRole('combobox', { name: 'role' }).locator('option:checked').textContent()
  await expect(state(page)).toContainText(/\d+/.exec(role!)![0])
  await page.getByRole('button', { name: 'Clear' }).click()
  await expect(state(page)).toHaveText(`${all} found for “model”`)
  await expect(page).toHaveURL(/\/search\/\?q=model$/)
})

test('a range of years and an author', async ({ page }) => {
  await page.goto('/search/?q=model&year=2023')
  await expect(page.getByRole('combobox', { name: 'from the year' })).toHaveValue('2023')
  await expect(hits(page).first()).toBeVisible()
  for (const facts of await hits(page).locator('.facts').allTextContents()) expect(facts).toContain('2023')
  const before = await state(page).textContent()
  await page.getByRole('combobox', { name: 'to the year' }).selectOption('2024')
  await expect(page).toHaveURL(/from=2023&to=2024/)
  await expect(state(page)).not.toHaveText(before!)
  for (const facts of await hits(page).locator('.facts').allTextContents()) expect(facts).toMatch(/202[34]/)
  const author = page.getByRole('combobox', { name: 'author' })
  await author.focus()
  await expect(page.locator('#authors option[value="Zhou, Chunting"]')).toBeAttached()
  await author.fill('Zhou, Chunting')
  await author.press('Tab')
  await expect(state(page)).toHaveText('1 found for “model”')
  await expect(page).toHaveURL(/author=Zhou/)
})

test('the newest first are one list, each with its kind', async ({ page }) => {
  await page.goto('/search/?q=model&sort=date')
  await expect(page.getByRole('combobox', { name: 'order' })).toHaveValue('date')
  await expect(page.locator('#found .group')).toHaveCount(1)
  const dates = (await hits(page).locator('.facts').allTextContents()).map(
    (facts) => /\d{4}-\d\d-\d\d/.exec(facts)?.[0] ?? '',
  )
  expect(dates.length).toBeGreaterThan(3)
  expect(dates).toEqual(dates.toSorted().reverse())
})

test('its address can be shared, and Back goes to what was found before', async ({ page }) => {
  await page.goto('/search/?q=distillation&kind=note')
  await expect(page.getByRole('searchbox')).toHaveValue('distillation')
  await expect(hits(page).first()).toBeVisible()
  const notes = await state(page).textContent()
  await page.getByRole('combobox', { name: 'kind' }).selectOption('')
  await expect(state(page)).not.toHaveText(notes!)
  await page.goBack()
  await expect(page.getByRole('combobox', { name: 'kind' })).toHaveValue('note')
  await expect(state(page)).toHaveText(notes!)
  await hits(page).locator('a.title').first().click()
  await expect(page).toHaveURL(/\/notes\//)
  await page.goBack()
  await expect(page.getByRole('combobox', { name: 'kind' })).toHaveValue('note')
  await expect(hits(page).first()).toBeVisible()
})

test('a slip of the pen finds what was meant, and says so', async ({ page }) => {
  await page.goto('/search/')
  await page.getByRole('searchbox').fill('perpelxity')
  await expect(state(page)).toHaveText(/^Nothing has “perpelxity”\. \d+ found for “perplexity”$/)
  await expect(hits(page).first()).toBeVisible()
})

test('what is typed before the script of the page is there is kept, and searched for', async ({ page }) => {
  const answer = await hold(page, '**/_astro/page*')
  await page.goto('/search/?kind=note')
  await page.getByRole('searchbox').fill('perplexity')
  answer()
  await expect(hits(page).first()).toBeVisible()
  await expect(page.getByRole('searchbox')).toHaveValue('perplexity')
  await expect(page).toHaveURL(/\?q=perplexity&kind=note/)
})

test('says when nothing is found, with a way on, and shows everything again when the query is gone', async ({
  page,
}) => {
  await page.goto('/search/')
  await page.getByRole('searchbox').fill('"perplexity of gardens"')
  await expect(state(page)).toHaveText('Nothing found for “"perplexity of gardens"”')
  await expect(page.locator('#found').getByRole('link', { name: 'all notes' })).toHaveAttribute('href', '/notes/')
  await page.getByRole('searchbox').fill('')
  await expect(page.locator('#everything')).toBeVisible()
  await expect(page).toHaveURL(/\/search\/$/)
})

test('a phrase in quotes must be there as it is, also among other words', async ({ page }) => {
  await page.goto('/search/?q="crowd+raters"')
  await expect(hits(page).first()).toBeVisible()
  const phrase = Number((await state(page).textContent())!.split(' ')[0])
  await page.getByRole('searchbox').fill('style "crowd raters"')
  await expect(state(page)).toContainText('for “style')
  const both = Number((await state(page).textContent())!.split(' ')[0])
  expect(both).toBeGreaterThan(0)
  expect(both).toBeLessThanOrEqual(phrase)
})

test('says how many results have all the words, and how many some', async ({ page }) => {
  await page.goto('/search/?q=random+reward+collapse')
  await expect(state(page)).toHaveText(
    /^\d+ found with (all the words, \d+ with some of them|some of the words) for “random/,
  )
  await page.getByRole('searchbox').fill('model')
  await expect(state(page)).toHaveText(/^\d+ found for “model”$/)
})

test('the notes on a question are under it once, however many are shown, and all of them are a click away', async ({
  page,
}) => {
  await page.goto('/search/?q=reward')
  await expect(hits(page).first()).toBeVisible()
  const all = await page.getByRole('link', { name: 'All results on this question' }).first().getAttribute('href')
  await page.getByRole('button', { name: 'More results' }).click()
  await expect(page.locator('#found .group a:focus')).toHaveCount(1)
  const questions = await page.locator('#found .question h2').allTextContents()
  expect(questions).toEqual([...new Set(questions)])
  await page.goto(all!)
  await expect(page).toHaveURL(/\?q=reward&inquiry=/)
  await expect(page.locator('.chosen')).toContainText('Only notes on')
})

test('more results are added to those that are there, and have the focus', async ({ page }) => {
  await page.goto('/search/?q=model')
  await expect(hits(page).first()).toBeVisible()
  const before = await page.locator('#found .hit').count()
  await page.getByRole('button', { name: 'More results' }).click()
  await expect.poll(() => page.locator('#found .hit').count()).toBeGreaterThan(before)
  await expect(page.locator('#found .group a:focus')).toHaveCount(1)
})

test('is printed without its controls', async ({ page }) => {
  await page.goto('/search/?q=reward')
  await expect(hits(page).first()).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('#found .filters')).toBeHidden()
  await expect(hits(page).first()).toBeVisible()
})
