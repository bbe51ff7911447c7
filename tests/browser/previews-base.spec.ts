/** A site that is not at the root of its host, in a script that runs from right to left. */
import { dirname } from 'node:path'
import { serve, type StaticServer } from '../../scripts/bench/serve/static-server.ts'
import { buildSite, contentFolder } from '../site/build.ts'
import { expect, test } from './quiet.ts'

const FILES = {
  'site.yaml': 'title: Garden\ndescription: A garden.\nurl: https://example.org/garden\nlanguage: ar\n',
  'inquiries/soil.md':
    '---\ntitle: What is soil?\nanswer: Alive.\nstatus: open\n---\nIt holds [[worm|worms]].[^1]\n\n[^1]: So it is said.\n',
  'notes/worm.md':
    '---\ntitle: Worms turn soil\nclaim: They do.\ninquiries: [soil]\n---\nAs [[soil|seen]] and as [[root]] shows.\n',
  'notes/root.md': '---\ntitle: Roots hold soil\n---\nThey hold it.\n',
}

// One build for all of them.
test.describe.configure({ mode: 'serial' })

let server: StaticServer
let home: string

test.beforeAll(async () => {
  test.setTimeout(120_000)
  const { status, stderr, dist } = buildSite('previews/garden', contentFolder(FILES))
  expect(status, stderr).toBe(0)
  server = await serve(dirname(dist))
  home = `${server.url}/garden`
})

test.afterAll(() => server.close())

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.addInitScript(() => {
    addEventListener('DOMContentLoaded', () => (document.documentElement.dir = 'rtl'))
  })
})

test('previews, footnotes, and notes beside the essay', async ({ page }) => {
  await page.goto(`${home}/inquiries/soil/`)
  await page.locator('[data-footnote-ref]').hover()
  await expect(page.locator('.preview')).toContainText('So it is said.')
  await page.keyboard.press('Escape')
  await page.locator('.prose .cites').hover()
  await expect(page.locator('.preview .claim')).toHaveText('They do.')
  await page.locator('.preview').getByRole('link', { name: 'Open beside' }).click()
  await expect(page).toHaveURL(`${home}/inquiries/soil/?beside=/garden/notes/worm/`)
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
  await page.goto(`${home}/inquiries/soil/?beside=/notes/worm/&beside=/garden/../notes/worm/&beside=/gardens/`)
  await page.waitForLoadState('networkidle')
  await expect(page.locator('.pane')).toHaveCount(0)
  expect(server.sent.map(({ path }) => path).filter((path) => !path.startsWith('/garden/'))).toEqual([])
})
