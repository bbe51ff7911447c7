/**
 * A site that is not at the root of its host: its search finds what the engine would not by itself, and pages open
 * beside pages.
 */
import type { Page } from '@playwright/test'
import { addressOf } from '../../support/browser/serve.ts'
import { expect, test } from '../../support/browser/test.ts'
import { overflow } from '../../support/browser/widths.ts'

const HOME = `${addressOf('garden')}/garden`

/** What the pages of a test ask for that is not of this site: nothing. */
let strays: string[]

test.beforeEach(({ page }) => {
  strays = []
  page.on('request', (request) => {
    if (!request.url().startsWith(`${HOME}/`)) strays.push(request.url())
  })
})

async function search(page: Page, query: string): Promise<void> {
  await page.goto(`${HOME}/search/?${new URLSearchParams({ q: query }).toString()}`)
  await expect(page.locator('#found .state')).toHaveText(/found/)
}

const FINDS: Readonly<Record<string, readonly string[]>> = {
  'notes/accents/': [
    'Poincare',
    'poincaré',
    'Erdos',
    'Lukasz',
    'Łukasz',
    'smorrebrod',
    'smørrebrød',
    'cafe',
    'strasse',
    'Thingvellir',
  ],
  'notes/chinese/': ['机器学习', '学习', '人工智能', '分支'],
  'notes/japanese/': ['強化学習', '報酬', '報酬について'],
  'notes/arabic/': ['المعزز', 'النموذج', 'نموذج', 'مكافأة', 'التعلم'],
  'notes/code/': ['C++', 'c#', 'k-NN', 'knn', 'GRPO', 'pass@k'],
  'notes/works/': ['2305.11206', 'arXiv:2305.11206', '10.1016/j.cell.2020.01.001', 'j.cell.2020.01.001'],
  'notes/worm/': ['Lumbricus', 'Regenwurmer', 'regenwürmer'],
}

test('finds words in any script and spelling, aliases, numbers of works, and names made of signs', async ({ page }) => {
  await page.goto(`${HOME}/search/`)
  for (const [address, queries] of Object.entries(FINDS))
    for (const query of queries) {
      await page.getByRole('searchbox').fill(query)
      await page.keyboard.press('Enter')
      await expect(page.locator('#found .state')).toContainText(`“${query}”`)
      const first = page.locator('#found a.title').first()
      await expect(first, query).toHaveAttribute('href', new RegExp(`^/garden/${address}`))
      // C is another.
      if (query === 'C++') await expect(page.locator('#found .hit')).toHaveCount(1)
    }
})

test('what is called so comes before what mentions it', async ({ page }) => {
  await search(page, 'tungsten')
  await expect(page.locator('#found a.title').first()).toHaveText('Tungsten')
  await expect(page.locator('#found .results .label').first()).toHaveText('Called this')
  await expect(
    page.locator('#found .hit', { hasText: 'On digging' }).getByRole('link', { name: 'Under it' }),
  ).toHaveAttribute('href', '/garden/notes/deep/#under-it:~:text=tungsten')
})

test('a match far down its page is scrolled to', async ({ page }) => {
  await search(page, 'mention of tungsten')
  await page.locator('#found a.title', { hasText: 'On digging' }).click()
  await expect(page).toHaveURL(/\/garden\/notes\/deep\//)
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(300)
  await expect(page.getByText('A mention of tungsten')).toBeInViewport()
})

test('what writers wrote is shown and never run', async ({ page }) => {
  let alerts = 0
  page.on('dialog', (dialog) => {
    alerts++
    void dialog.dismiss()
  })
  for (const query of ['<img src=x onerror=alert(3)>', '"><script>alert(4)</script>', 'wickedness'])
    await search(page, query)
  await expect(page.locator('#found .hit')).toContainText('<script>alert(2)</script> wickedness & bold')
  await expect(page.locator('#found .hit :is(script, img, b)')).toHaveCount(0)
  await page.locator('#found a.title').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(alerts).toBe(0)
})

test('in the dialog too, under the path of the site', async ({ page }) => {
  await page.goto(`${HOME}/inquiries/soil/`)
  await page.keyboard.press('/')
  await page.keyboard.type('worms')
  const question = page.getByRole('group', { name: 'What is soil?' })
  await expect(question.getByRole('option', { name: /Worms turn soil/ })).toBeVisible()
  await page.getByRole('checkbox').check()
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText('1 found for “worms”')
  expect(strays).toEqual([])
})

test('a title that is far too long stays within its box', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 })
  await search(page, 'overfull')
  await expect(page.locator('#found .hit')).toBeVisible()
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await page.goto(`${HOME}/inquiries/soil/`)
  await page.keyboard.press('/')
  await page.keyboard.type('overfull')
  await expect(page.getByRole('option')).toBeVisible()
  expect(
    await page.locator('.search-dialog .found').evaluate((element) => element.scrollWidth <= element.clientWidth),
  ).toBe(true)
})

test.describe('in a script that runs from right to left', () => {
  test.beforeEach(async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.addInitScript(() => {
      addEventListener('DOMContentLoaded', () => (document.documentElement.dir = 'rtl'))
    })
  })

  test('previews, footnotes, and notes beside the essay', async ({ page }) => {
    await page.goto(`${HOME}/inquiries/soil/`)
    await page.locator('[data-footnote-ref]').hover()
    await expect(page.locator('.preview')).toContainText('So it is said.')
    await page.keyboard.press('Escape')
    await page.locator('.prose .cites').hover()
    await expect(page.locator('.preview .claim')).toHaveText('They do.')
    await page.locator('.preview').getByRole('link', { name: 'Open beside' }).click()
    await expect(page).toHaveURL(`${HOME}/inquiries/soil/?beside=/garden/notes/worm/`)
    // To the left, since the text begins at the right.
    const [essay, pane] = [page.locator('#main .prose'), page.getByRole('region', { name: 'Worms turn soil' })]
    expect((await pane.boundingBox())!.x).toBeLessThan((await essay.boundingBox())!.x)
    await pane.getByRole('link', { name: 'Roots hold soil' }).click()
    await expect(page).toHaveURL(/\?beside=\/garden\/notes\/worm\/&beside=\/garden\/notes\/root\/$/)
    await page.reload()
    await expect(page.locator('.pane')).toHaveCount(2)
    const canonical = page.locator('link[rel=canonical]')
    await expect(canonical).toHaveAttribute('href', 'https://example.org/garden/inquiries/soil/')
  })

  test('nothing above the site opens beside', async ({ page }) => {
    const above = ['/notes/worm/', '/garden/../notes/worm/', '/gardens/']
    const asked = [...above, '/garden/notes/root/'].map((address) => `beside=${address}`)
    await page.goto(`${HOME}/inquiries/soil/?${asked.join('&')}`)
    await expect(page.getByRole('region', { name: 'Roots hold soil' })).toBeVisible()
    await expect(page.locator('.pane')).toHaveCount(1)
    expect(strays).toEqual([])
  })
})
