/** Evidence fields of every size: nothing overlaps, everything has a name, and all of it is seen on any window. */
import type { Page } from '@playwright/test'
import { addressOf } from '../../support/browser/serve.ts'
import { expect, test } from '../../support/browser/test.ts'
import { CHECKED, violations } from '../../support/browser/axe.ts'
import { overflow } from '../../support/browser/widths.ts'
import { isNightly, NIGHTLY_ONLY } from '../../support/runs.ts'
import { COUNTS } from './fields.ts'

test.use({ baseURL: addressOf('fields'), ...CHECKED })

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** The boxes of what is drawn in the field. */
const boxes = (page: Page, selector: string): Promise<Box[]> =>
  page.locator(`.evidence-field .field ${selector}`).evaluateAll((all) =>
    all.map((each) => {
      const { left, right, top, bottom } = each.getBoundingClientRect()
      return { left, right, top, bottom }
    }),
  )

const overlaps = (all: readonly Box[]): [Box, Box][] =>
  all.flatMap((a, index) =>
    all
      .slice(index + 1)
      .filter(
        (b) => a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5,
      )
      .map((b): [Box, Box] => [a, b]),
  )

/** Those that differ most. The others are of sizes between, which only the nightly run looks at. */
const OF_EVERY_RUN = ['of-1', 'of-40', 'of-90', 'all-against', 'without-years']
const PAGES = [...COUNTS.map((count) => `of-${count}`), 'all-for', 'all-against', 'without-years', 'only-cited']

for (const name of PAGES)
  test(`${name}: marks and years are apart and inside, named, and large enough for a finger`, async ({ page }) => {
    test.skip(!isNightly && !OF_EVERY_RUN.includes(name), NIGHTLY_ONLY)
    await page.goto(`/inquiries/${name}/`)
    for (const width of [320, 390, 820, 1440, 1920]) {
      await page.setViewportSize({ width, height: 900 })
      const [marks, labels] = [await boxes(page, 'rect'), await boxes(page, 'svg > text')]
      expect(marks.length, `${width}`).toBeGreaterThan(0)
      expect(overlaps(marks), `${width}`).toEqual([])
      expect(overlaps(labels), `${width}`).toEqual([])
      for (const { left, right } of [...marks, ...labels]) {
        expect(left, `${width}`).toBeGreaterThanOrEqual(0)
        expect(right, `${width}`).toBeLessThanOrEqual(width)
      }
      for (const { left, right, top, bottom } of marks) {
        expect(right - left, `${width}`).toBeGreaterThan(23.9)
        expect(bottom - top, `${width}`).toBeGreaterThan(23.9)
      }
      expect(await overflow(page), `${width}`).toBe(0)
    }
    const names = await page
      .locator('.field a')
      .evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')))
    expect(new Set(names).size).toBe(names.length)
    expect(names.every((each) => /^[a-z ,-]+[,:] /.test(each!))).toBe(true)
    expect(await violations(page)).toEqual([])
  })

test('a number stands under a mark for several notes, and the marks of a summary are for all of them', async ({
  page,
}) => {
  await page.goto('/inquiries/of-90/')
  const counts = await page
    .locator('.evidence-field .field a')
    .evaluateAll((all) => all.map((each) => Number(each.querySelector('text')?.textContent ?? 1)))
  expect(counts.reduce((sum, each) => sum + each, 0)).toBe(90)
  await page
    .locator('.evidence-field a', { has: page.locator('text', { hasText: /^[2-9]/ }) })
    .first()
    .click()
  await expect(page).toHaveURL(/#sources-/)
})

test('without evidence there is no field, and the page says what would be there', async ({ page }) => {
  await page.goto('/inquiries/empty/')
  await expect(page.locator('.field')).toHaveCount(0)
  await expect(page.locator('main')).toContainText('inquiry: empty')
})

test('on paper and in forced colours every mark is seen', async ({ page }) => {
  await page.goto('/inquiries/of-60/')
  const differ = (): Promise<boolean> =>
    page.locator('.field a path').evaluateAll((all) => {
      const paper = getComputedStyle(document.body).backgroundColor
      return all.every((path) => getComputedStyle(path).fill !== paper)
    })
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
  expect(await differ()).toBe(true)
  await page.emulateMedia({ forcedColors: 'none', colorScheme: 'dark', media: 'print' })
  expect(await differ()).toBe(true)
  await page.setViewportSize({ width: 720, height: 1000 })
  const marks = await boxes(page, 'rect')
  expect(marks.length).toBe(60)
  expect(overlaps(marks)).toEqual([])
})

test('lists show all of them small, none wider than a phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 })
  for (const [path, count] of [
    ['/inquiries/', 10],
    ['/topics/fields/', 6],
    ['/topics/fields-edges/', 4],
  ] as const) {
    await page.goto(path)
    const fields = page.locator('.inquiries .field')
    await expect(fields, path).toHaveCount(count)
    const widths = await fields.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().right))
    expect(Math.max(...widths), path).toBeLessThanOrEqual(320)
  }
})

test('in the margin of a list a field is beside its own question, and touches no other', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto('/inquiries/')
  const fields = await page.locator('.inquiries .field').evaluateAll((all) =>
    all.map((each) => {
      const [field, row] = [each, each.parentElement!].map((of) => of.getBoundingClientRect())
      return { ...field!.toJSON(), rowTop: row!.top, rowBottom: row!.bottom, rowRight: row!.right } as DOMRect &
        Record<'rowTop' | 'rowBottom' | 'rowRight', number>
    }),
  )
  for (const { left, top, bottom, rowTop, rowBottom, rowRight } of fields) {
    expect(left).toBeGreaterThanOrEqual(rowRight - 1)
    expect(top).toBeGreaterThanOrEqual(rowTop)
    expect(bottom).toBeLessThanOrEqual(rowBottom + 1)
  }
})

test('the feed of a topic has what is new in the topics within it', async ({ page }) => {
  await page.goto('/topics/fields/')
  await expect(page.getByRole('link', { name: 'Feed of this topic' })).toHaveAttribute('href', '/topics/fields.atom')
  const entriesOf = async (path: string): Promise<string[]> =>
    [...(await page.evaluate(async (at) => (await fetch(at)).text(), path)).matchAll(/<entry>\s*<title>([^<]*)/g)].map(
      ([, title]) => title!,
    )
  const [all, within] = [await entriesOf('/topics/fields.atom'), await entriesOf('/topics/fields-edges.atom')]
  expect(within.length).toBe(5)
  expect(all.length).toBe(11)
  for (const title of within) expect(all).toContain(title)
})

for (const [path, row, facets] of [
  ['/inquiries/', '.inquiries > li', ['status', 'topic']],
  ['/notes/', '.notes > li', ['role', 'year']],
] as const)
  test(`facets of ${path} narrow to as many rows as they say, in place and as pages`, async ({ page }) => {
    await page.goto(path)
    const values = await page.locator('.menu [data-facet] a[data-value]').evaluateAll((all) =>
      all.map((each) => ({
        href: each.getAttribute('href')!,
        facet: each.closest<HTMLElement>('[data-facet]')!.dataset['facet']!,
        count: Number(each.nextElementSibling!.textContent),
      })),
    )
    expect([...new Set(values.map(({ facet }) => facet))]).toEqual(facets)
    const rows = page.locator(row)
    for (const facet of facets) {
      const { href, count } = values.find((value) => value.facet === facet)!
      await page.goto(path)
      await page.locator(`.menu a[href="${href}"]`).click()
      await expect(page.locator('.holds [role=status]')).toContainText(`${count} of `)
      await expect(rows).toHaveCount(Math.min(count, 25))
      await page.goto(href)
      await expect(rows).toHaveCount(count)
    }
  })

test('lists of inquiries and of notes lead to what is new', async ({ page }) => {
  for (const path of ['/inquiries/', '/notes/']) {
    await page.goto(path)
    await page.locator('.head').getByRole('link', { name: 'New' }).click()
    await expect(page).toHaveURL(/\/new\/$/)
  }
})
