/** Lists: narrowed in place by mouse and by keys, and by plain links without scripts. */
import { CHECKED, violations } from '../support/browser/axe.ts'
import { addressOf } from '../support/browser/serve.ts'
import { isNightly, NIGHTLY_ONLY } from '../support/runs.ts'
import { expect, test } from '../support/browser/test.ts'
import { tooWide } from '../support/browser/widths.ts'

test.use(CHECKED)

test('values of several facets are chosen with the mouse, counted, shared and searched', async ({ page }) => {
  await page.goto('/notes/')
  const rows = page.locator('.notes > li')
  const holds = page.locator('.holds [role=status]')
  const all = await rows.count()
  const menu = page.getByRole('navigation', { name: 'Order and narrow the list' })
  const disputes = menu.getByRole('link', { name: 'disputes' })
  const count = Number(await disputes.locator('xpath=following-sibling::span').textContent())

  await disputes.click()
  await expect(holds).toHaveText(`${count} of ${all} notes · disputes`)
  await expect(rows).toHaveCount(count)
  for (const row of await rows.all()) await expect(row.locator('[data-role=disputes]')).toBeVisible()
  await expect(page).toHaveURL(/\/notes\/\?role=disputes$/)

  const year = menu.locator('[data-facet=year] li:visible').first()
  const [value, ofYear] = [await year.locator('a').textContent(), await year.locator('span').last().textContent()]
  await year.locator('a').click()
  await expect(holds).toHaveText(`${ofYear} of ${all} notes · disputes · ${value!.trim()}`)
  await expect(rows).toHaveCount(Number(ofYear))
  await expect(page.getByRole('link', { name: 'Search these' })).toHaveAttribute(
    'href',
    new RegExp(`/search/\\?kind=note&role=disputes&from=${value!.trim()}&to=${value!.trim()}$`),
  )
  expect(await violations(page)).toEqual([])

  const shared = page.url()
  await page.goBack()
  await expect(rows).toHaveCount(count)
  await page.goto(shared)
  await expect(rows).toHaveCount(Number(ofYear))
  await menu.getByRole('link', { name: `All ${all} notes` }).click()
  await expect(rows).toHaveCount(all)
})

test('a value is chosen with the keys, keeps the focus, and is let go again', async ({ page }) => {
  await page.goto('/notes/')
  const all = await page.locator('.notes > li').count()
  const supports = page.locator('.menu a[data-value=supports]')
  await supports.focus()
  await page.keyboard.press('Enter')
  await expect(supports).toHaveAttribute('aria-current', 'true')
  await expect(supports).toBeFocused()
  await expect(page.locator('.notes > li')).not.toHaveCount(all)
  await page.keyboard.press('Enter')
  await expect(page.locator('.notes > li')).toHaveCount(all)
  await expect(page).toHaveURL(/\/notes\/$/)
})

test('works are narrowed by facets, by mouse and by keys, in each order', async ({ page }) => {
  await page.goto('/sources/')
  const rows = page.locator('.sources > tbody > tr')
  const holds = page.locator('.holds [role=status]')
  const all = await rows.count()
  const menu = page.getByRole('navigation', { name: 'Order and narrow the list' })
  const year = menu.locator('[data-facet=year] li:visible').first()
  const [value, count] = await year.locator('a, span').allTextContents()
  await year.locator('a').click()
  await expect(holds).toHaveText(`${count!.trim()} of ${all} works · ${value!.trim()}`)
  await expect(rows).toHaveCount(Number(count))
  for (const row of await rows.all()) await expect(row.locator('td').first()).toHaveText(value!.trim())
  await expect(page).toHaveURL(new RegExp(`/sources/\\?year=${value!.trim()}$`))
  await expect(page.getByRole('link', { name: 'Search these' })).toHaveAttribute(
    'href',
    new RegExp(`/search/\\?kind=source&from=${value!.trim()}&to=${value!.trim()}$`),
  )
  expect(await violations(page)).toEqual([])

  await page.goto(page.url().replace('/sources/', '/sources/by/use/'))
  await expect(rows).toHaveCount(Number(count))
  const chosen = menu.locator(`a[data-value="${value!.trim()}"]`)
  await chosen.focus()
  await page.keyboard.press('Enter')
  await expect(rows).toHaveCount(all)
  await page.goBack()
  await expect(rows).toHaveCount(Number(count))
})

test('rows of a long list come from its pages, 25 at a time', async ({ page }) => {
  test.skip(!isNightly, NIGHTLY_ONLY)
  await page.goto(`${addressOf('shards')}/notes/by/title/page/2/`)
  await expect(page.locator('.holds')).toContainText(/^\s*98–194 of 3,001 notes/)
  await page.locator('.menu a[data-value=even]').click()
  await expect(page.locator('.holds [role=status]')).toHaveText('1,501 of 3,001 notes · even')
  const rows = page.locator('.notes > li')
  await expect(rows).toHaveCount(25)
  await page.getByRole('button', { name: '25 more' }).click()
  await expect(rows).toHaveCount(50)
  await expect(rows.nth(25).getByRole('link')).toBeFocused()
  for (const title of await rows.getByRole('link').allTextContents()) expect(Number(title.split(' ')[1]) % 2).toBe(0)
  expect(new Set(await rows.allTextContents()).size).toBe(50)
})

test('pages of long lists are well for everybody, and no wider than the window', async ({ page }) => {
  test.skip(!isNightly, NIGHTLY_ONLY)
  const paths = ['/notes/', '/notes/page/3/', '/topics/', '/topics/even/', '/topics/even/2/']
  for (const path of paths) {
    await page.goto(addressOf('shards') + path)
    await page.locator('details').evaluateAll((folds) => folds.forEach((fold) => fold.setAttribute('open', '')))
    // Pages in the middle of a list have whatever the first ones have.
    if (/\d|topics\/$/.test(path)) expect(await violations(page)).toEqual([])
    expect(await tooWide(page, [320, 390, 820, 1440])).toEqual([])
  }
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('each value leads to a page of its own, and back to all', async ({ page }) => {
    await page.goto('/notes/')
    await page.locator('.menu a[data-value=disputes]').click()
    await expect(page).toHaveURL(/\/notes\/with\/role\/disputes\/$/)
    await expect(page.locator('.head .label')).toHaveText('Role: disputes')
    for (const row of await page.locator('.notes > li').all())
      await expect(row.locator('[data-role=disputes]')).toBeVisible()
    await page.locator('.clear a').click()
    await expect(page).toHaveURL(/\/notes\/$/)
    await page.getByRole('link', { name: 'A to Z' }).click()
    await expect(page).toHaveURL(/\/notes\/by\/title\/$/)

    await page.goto('/sources/')
    const year = page.locator('.menu [data-facet=year] li').first()
    const [value, count] = await year.locator('a, span').allTextContents()
    await year.locator('a').click()
    await expect(page.locator('.sources > tbody > tr')).toHaveCount(Number(count))
    await expect(page.locator('.head .label')).toContainText(value!.trim())
    await page.locator('.clear a').click()
    await expect(page).toHaveURL(/\/sources\/$/)
  })
})
