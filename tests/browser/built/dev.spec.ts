/** Live editing: a change in the content folder reaches every page that shows it, without a restart. */
import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findFreePort } from '../../../scripts/bench/serve/free-port.ts'
import { expect, test } from '../../support/browser/test.ts'
import { DEMO } from '../../support/site.ts'

// One server, whose content each test leaves to the next.
test.describe.configure({ mode: 'serial' })

// The server says in the console what it does.
test.use({ failsOnConsoleErrors: false })

let server: ChildProcess
let folder: string
/** Where the server listens, as it says itself. */
let url: string

test.beforeAll(async () => {
  test.setTimeout(180_000)
  folder = mkdtempSync(join(tmpdir(), 'throughline-dev-'))
  cpSync('content', folder, { recursive: true })
  const env = { ...process.env, CONTENT_DIR: folder, ASTRO_DEV_BACKGROUND: '0' }
  server = spawn('node_modules/.bin/astro', ['dev', '--ignore-lock', '--port', String(await findFreePort())], { env })
  url = await addressIn(server)
})

/**
 * The address in what the server prints once it listens. If the process ends before, this fails with all that it
 * printed.
 */
function addressIn({ stdout, stderr }: ChildProcess): Promise<string> {
  let output = ''
  return new Promise((resolve, reject) => {
    for (const stream of [stdout!, stderr!])
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text
        const [, address] = /(http:\/\/localhost:\d+)\//.exec(output) ?? []
        if (address !== undefined) resolve(address)
      })
    server.on('error', reject).on('exit', (status) => {
      reject(new Error(`The dev server ended with ${status}:\n${output}`))
    })
  })
}

test.afterAll(() => {
  server.kill()
  rmSync(folder, { recursive: true, force: true })
})

const NOTE = 'notes/imitation-copies-style.md'
const read = (path: string): string => readFileSync(join(folder, path), 'utf8')
const write = (path: string, text: string): void => writeFileSync(join(folder, path), text)

test('an edited title shows on its own page and on the pages that cite it', async ({ page }) => {
  await page.goto(`${url}/inquiries/how-few/`)
  await expect(page.getByRole('region', { name: /^Sources/ })).toContainText('Imitating ChatGPT')
  write(NOTE, read(NOTE).replace(/^title: .*$/m, 'title: A title changed while you watch'))
  await expect(page.getByRole('region', { name: /^Sources/ })).toContainText('A title changed while you watch')
  await page.goto(`${url}/notes/imitation-copies-style/`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A title changed while you watch')
})

test('a change that comes before a page is connected shows on it as soon as it is', async ({ page }) => {
  let connect = (): void => undefined
  const isOver = new Promise<void>((resolve) => (connect = resolve))
  await page.routeWebSocket(/./, async (socket) => {
    await isOver
    socket.connectToServer()
  })
  const [path, title] = ['notes/ability-follows-power-law', 'A title changed too early']
  await page.goto(`${url}/${path}/`)
  write(`${path}.md`, read(`${path}.md`).replace(/^title: .*$/m, `title: ${title}`))
  await expect.poll(async () => (await fetch(`${url}/${path}/`)).text()).toContain(title)
  connect()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
})

test('a new note appears, with its backlinks on other pages', async ({ page }) => {
  await page.goto(`${url}/notes/imitation-copies-style/`)
  write(
    'notes/fresh.md',
    '---\ntitle: A fresh note\ninquiries: [how-few]\n---\nIt cites [[imitation-copies-style|the older one]].\n',
  )
  await expect(page.getByRole('region', { name: 'Cited in' })).toContainText('It cites the older one.')
  await page.goto(`${url}/inquiries/how-few/`)
  await expect(page.getByRole('region', { name: 'Sources · 9 notes' })).toContainText('A fresh note')
})

test('a renamed note has a new address, and the old one is gone', async ({ page }) => {
  await page.goto(`${url}/notes/fresh/`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A fresh note')
  renameSync(join(folder, 'notes/fresh.md'), join(folder, 'notes/renamed.md'))
  await expect.poll(async () => (await fetch(`${url}/notes/renamed/`)).status).toBe(200)
  expect((await fetch(`${url}/notes/fresh/`)).status).toBe(404)
})

test('a deleted note leaves the pages that showed it', async ({ page }) => {
  await page.goto(`${url}/inquiries/how-few/`)
  await expect(page.getByRole('region', { name: 'Sources · 9 notes' })).toBeVisible()
  rmSync(join(folder, 'notes/renamed.md'))
  await expect(page.getByRole('region', { name: 'Sources · 8 notes' })).toBeVisible()
})

test('an error leaves the last good page up and shows what is wrong, until it is mended', async ({ page }) => {
  await page.goto(`${url}/notes/imitation-copies-style/`)
  const good = read(NOTE)
  write(NOTE, good.replace(/^title: .*$/m, 'title: "never closed'))
  const problems = page.locator('throughline-problems')
  await expect(problems).toContainText(`${NOTE}:2:8 error The frontmatter is not valid YAML`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A title changed while you watch')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A title changed while you watch')
  await expect(problems).toContainText(`${NOTE}:2:8`)
  write(NOTE, good)
  await expect(problems).toHaveCount(0)
})

test('a broken link shows on the page and in the message', async ({ page }) => {
  const good = read(NOTE)
  await page.goto(`${url}/notes/imitation-copies-style/`)
  write(NOTE, `${good}\nSee [[no-such-note]].\n`)
  await expect(page.locator('throughline-problems')).toContainText('Nothing is called "no-such-note".')
  // The editor of who runs the test stays closed.
  await page.route('**/__open-in-editor?*', (route) => route.fulfill({ status: 200 }))
  const asked = page.waitForRequest('**/__open-in-editor?*')
  await page.getByRole('button', { name: new RegExp(`${NOTE}:\\d+:5$`) }).click()
  const line = `${good}\n`.split('\n').length
  expect(new URL((await asked).url()).searchParams.get('file')).toBe(`${join(folder, NOTE)}:${line}:5`)
  await expect(page.locator('.prose .missing')).toHaveText('no-such-note')
  write(NOTE, good)
  await expect(page.locator('throughline-problems')).toHaveCount(0)
})

test('what the audit finds in an essay is in the margin of its page, until it is mended', async ({ page }) => {
  const essay = 'inquiries/how-few.md'
  const good = read(essay)
  write(essay, `${good}\nMost gardens are watered far too often, and their moss dies in spring.\n`)
  await page.goto(`${url}/inquiries/how-few/`)
  const notices = page.locator('throughline-notices')
  await expect(notices).toContainText('The paragraph that begins "Most gardens are watered')
  await page.route('**/__open-in-editor?*', (route) => route.fulfill({ status: 200 }))
  const asked = page.waitForRequest('**/__open-in-editor?*')
  await notices.locator('summary').evaluate((summary) => summary.parentElement!.setAttribute('open', ''))
  await notices.getByRole('button').last().click()
  const line = `${good}\n`.split('\n').length
  expect(new URL((await asked).url()).searchParams.get('file')).toBe(`${join(folder, essay)}:${line}:1`)
  await page.goto(`${url}/topics/`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(notices).toHaveCount(0)
  await page.goto(`${url}/inquiries/how-few/`)
  await expect(notices).toContainText('Most gardens are watered')
  // The page reloads by itself then, so it is not on its way elsewhere.
  write(essay, good)
  await expect(notices.getByText('Most gardens are watered')).toHaveCount(0)
})

test('a work that the citation style cannot write shows in the message, until it is mended', async ({ page }) => {
  const work = (type: string): string => JSON.stringify([{ id: 'letter', type, title: 'A letter' }])
  write('references.json', work('personal_communication'))
  write('notes/lettered.md', '---\ntitle: Lettered\nsource: letter\n---\nText.\n')
  await page.goto(`${url}/notes/imitation-copies-style/`)
  const problems = page.locator('throughline-problems')
  await expect(problems).toContainText('references.json:1:2 warning The citation style cannot write the work "letter"')
  await page.reload()
  await expect(problems).toContainText('"letter"')
  write('references.json', work('book'))
  await expect(problems).toHaveCount(0)
  for (const name of ['references.json', 'notes/lettered.md']) rmSync(join(folder, name))
})

test('what machines read beside a page is live too', async () => {
  const get = (path: string): Promise<string> => fetch(`${url}${path}`).then((response) => response.text())
  expect(await get('/notes/imitation-copies-style.md')).toContain('# A title changed while you watch')
  expect(JSON.parse(await get('/notes/imitation-copies-style.json'))).toMatchObject({ kind: 'note' })
  expect(await get('/llms.txt')).toContain('/inquiries/how-few.md')
  expect((await fetch(`${url}/notes/none.md`)).status).toBe(404)
})

test('site.yaml is live as well', async ({ page }) => {
  await page.goto(url)
  write('site.yaml', read('site.yaml').replace(/^title: .*$/m, 'title: Another name'))
  await expect(page.getByRole('link', { name: 'Another name' })).toBeVisible()
})

test('only the attachments of public entries are served, and SVG without anything that runs', async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><title>T</title><script>marker</script></svg>'
  for (const name of ['shown + seen.svg', 'kept-back.svg', 'unused.svg']) write(name, svg)
  write('notes/shows.md', '# Shows\n\n![A drawing](<../shown + seen.svg>)\n')
  write('notes/hides.md', '---\ndraft: true\n---\n![A drawing](../kept-back.svg)\n')
  const get = (path: string): Promise<Response> => fetch(`${url}/attachments/${path}`)
  await expect.poll(async () => (await get('shown%20%2B%20seen.svg')).status).toBe(200)
  const shown = await get('shown%20%2B%20seen.svg')
  expect(shown.headers.get('content-type')).toBe('image/svg+xml')
  const text = await shown.text()
  expect(text).toContain('<svg')
  expect(text).not.toContain('marker')
  const others = ['kept-back.svg', 'unused.svg', 'site.yaml', 'notes/hides.md', '..%2fsite.yaml', '%', '']
  for (const path of others) expect((await get(path)).status, path).toBe(404)
  expect((await fetch(`${url}/@fs${folder}/notes/hides.md`)).status).toBe(403)
})

test('the pages have the policy of a build, and what Vite needs besides; none complains', async ({ page }) => {
  const [, built = ''] = /content-security-policy" content="([^"]*)"/.exec(
    readFileSync(join(DEMO, 'index.html'), 'utf8'),
  )!
  const complaints: string[] = []
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()))
  page.on('pageerror', ({ message }) => complaints.push(message))
  for (const path of [
    '/',
    '/inquiries/how-few/',
    '/notes/',
    '/sources/',
    '/search/',
    '/notes/imitation-copies-style/',
  ]) {
    await page.goto(`${url}${path}`)
    const policy = await page.locator('meta[http-equiv="content-security-policy"]').getAttribute('content')
    for (const directive of built.split('; '))
      expect(policy, path).toContain(/^(connect|worker)-src/.test(directive) ? directive.split(' ')[0] : directive)
    await expect(page.locator('main')).toBeVisible()
  }
  await page.locator('#main .topics a').first().hover()
  await expect(page.locator('.preview')).toBeVisible()
  expect(complaints).toEqual([])
  // What the policy does not name is refused, as in a build.
  const refused = await page.evaluate(() => fetch('https://example.invalid/').catch(() => 'refused'))
  expect(refused).toBe('refused')
  expect(complaints.join('\n')).toContain('Content Security Policy')
})

test('search says that it lacks what was just written, and finds it once that has settled', async ({ page }) => {
  test.setTimeout(600_000)
  const manifest = (): Promise<unknown> => fetch(`${url}/pagefind/manifest.json`).then((response) => response.json())
  write('notes/new.md', '---\ntitle: A wholly new thing\n---\nIt is called a quixotrope.\n')
  await expect.poll(manifest).toMatchObject({ note: expect.stringContaining('being made anew') })
  // The index is made by a process of the lowest priority, which gets little of a busy machine.
  await expect.poll(manifest, { timeout: 540_000 }).not.toHaveProperty('note')
  expect(await manifest()).toMatchObject({ parts: 1 })
  await page.goto(`${url}/search/?q=quixotrope`)
  await expect(page.locator('#found a.title')).toHaveText('A wholly new thing')
  await page.getByRole('searchbox').fill('perplexity')
  await expect(page.locator('#found .state')).toContainText('found for “perplexity”')
})
