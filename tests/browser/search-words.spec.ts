/** What the engine would not find by itself, on a small site of its own that is not at the root of its host. */
import { dirname } from 'node:path'
import type { Page } from '@playwright/test'
import { serve, type StaticServer } from '../../scripts/bench/serve/static-server.ts'
import { buildSite, contentFolder } from '../site/build.ts'
import { expect, test } from './quiet.ts'

const note = (title: string, body: string, fields = ''): string =>
  `---\ntitle: ${JSON.stringify(title)}\n${fields}---\n${body}\n`

const FILES = {
  'site.yaml': 'title: Garden\ndescription: A garden.\nurl: https://example.org/garden\nlanguage: en\n',
  'inquiries/soil.md': note('What is soil?', 'Alive, as [[worm|worms]] show.', 'status: open\nanswer: It lives.\n'),
  'notes/worm.md': note('Worms turn soil', 'They do.', 'inquiries: [soil]\naliases: [Lumbricus, Regenwürmer]\n'),
  'notes/deep.md': note(
    'On digging',
    `${'Filler stands here. '.repeat(80)}\n\n## Under it\n\nA mention of tungsten, and of worms.`,
  ),
  'notes/tungsten.md': note('Tungsten', 'A metal.'),
  'notes/accents.md': note(
    'On names',
    'Łukasz met Poincaré and Erdős at the smørrebrød café in the Straße of Þingvellir.',
  ),
  'notes/chinese.md': note('机器学习', '机器学习是人工智能的一个分支。'),
  'notes/japanese.md': note('Of rewards', '強化学習の報酬について。'),
  'notes/arabic.md': note('On models', 'التعلّم المعزّز يمنح النموذج مكافأة.'),
  'notes/code.md': note('Languages', 'Written in C++, not in C#. A k-NN search, trained by GRPO; see pass@k.'),
  'notes/plain-c.md': note('Letters', 'The C of the alphabet, and more of C.'),
  'notes/works.md': note(
    'Works',
    'It is arXiv:2305.11206, and [the other](https://doi.org/10.1016/j.cell.2020.01.001) is 10.1016/j.cell.2020.01.001.',
  ),
  'notes/evil.md': note(
    '<img src=x onerror=alert(1)> title',
    'A `<script>alert(2)</script>` wickedness & <b>bold</b> &lt;i&gt;.',
  ),
}

const LONG = `Whether ${'a very long title of many words '.repeat(8)}ends with Unabbreviatedly${'long'.repeat(20)}`

// One build for all of them.
test.describe.configure({ mode: 'serial' })

let server: StaticServer
let home: string

test.beforeAll(async () => {
  test.setTimeout(120_000)
  const files = { ...FILES, 'notes/long.md': note(LONG, 'Overfull.') }
  const { status, stderr, dist } = buildSite('search/garden', contentFolder(files))
  expect(status, stderr).toBe(0)
  server = await serve(dirname(dist))
  home = `${server.url}/garden`
})

test.afterAll(() => server.close())

async function search(page: Page, query: string): Promise<void> {
  await page.goto(`${home}/search/?${new URLSearchParams({ q: query }).toString()}`)
  await expect(page.locator('#found .state')).toContainText('found')
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

for (const [address, queries] of Object.entries(FINDS))
  test(`${address} is found by ${queries.join(', ')}`, async ({ page }) => {
    for (const query of queries) {
      await search(page, query)
      await expect(page.locator('#found a.title').first(), query).toHaveAttribute(
        'href',
        new RegExp(`^/garden/${address}`),
      )
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

test('C is not C++', async ({ page }) => {
  await search(page, 'C++')
  await expect(page.locator('#found .hit')).toHaveCount(1)
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
  for (const query of ['wickedness', '<img src=x onerror=alert(3)>', '"><script>alert(4)</script>'])
    await search(page, query)
  await search(page, 'wickedness')
  await expect(page.locator('#found .hit')).toContainText('<script>alert(2)</script> wickedness & bold')
  await expect(page.locator('#found .hit :is(script, img, b)')).toHaveCount(0)
  await page.locator('#found a.title').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(alerts).toBe(0)
})

test('in the dialog too, under the path of the site', async ({ page }) => {
  await page.goto(`${home}/inquiries/soil/`)
  await page.keyboard.press('/')
  await page.keyboard.type('worms')
  const question = page.getByRole('group', { name: 'What is soil?' })
  await expect(question.getByRole('option', { name: /Worms turn soil/ })).toBeVisible()
  await page.getByRole('checkbox').check()
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText('1 found for “worms”')
  expect(server.sent.map(({ path }) => path).filter((path) => !path.startsWith('/garden/'))).toEqual([])
})

test('a title that is far too long stays within its place', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 })
  await search(page, 'overfull')
  await expect(page.locator('#found .hit')).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await page.goto(`${home}/inquiries/soil/`)
  await page.keyboard.press('/')
  await page.keyboard.type('overfull')
  await expect(page.getByRole('option')).toBeVisible()
  expect(
    await page.locator('.search-dialog .found').evaluate((element) => element.scrollWidth <= element.clientWidth),
  ).toBe(true)
})
