/** Quotes are looked for in their sources by one command, and the receipt of an answer says what came of it. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { delimiter, join } from 'node:path'
import { after, test } from 'node:test'
import type { UpdatesLock } from '../../src/corpus/model/updates.ts'
import { htmlText } from '../../src/site/quotes/source-text.ts'
import { Site } from '../../src/site/site.ts'
import { NODE_OPTIONS, ROOT } from '../support/commands.ts'
import { contentFolder, write } from '../support/content-folder.ts'

const FILES: Readonly<Record<string, [type: string, body: string]>> = {
  '/page': [
    'text/html; charset=utf-8',
    '<html><script>Nobody says this.</script><p>The <b>mo</b>on, they&nbsp;say, governs the sea.</p><p>It pulls.</p></html>',
  ],
  '/latin': ['text/html; charset=iso-8859-1', Buffer.from('<p>La lune élève la mer.</p>', 'latin1').toString('latin1')],
  '/paper.pdf': ['application/pdf', '%PDF-1.4 made up'],
}
const requests: string[] = []
const server = createServer((request, response) => {
  requests.push(request.url!)
  const [type, body] = FILES[request.url!] ?? []
  response.writeHead(body === undefined ? 404 : 200, { 'Content-Type': type ?? 'text/plain' })
  response.end(Buffer.from(body ?? '', type?.includes('8859') ? 'latin1' : 'utf8'))
}).listen(0, '127.0.0.1')
await once(server, 'listening')
after(() => server.close())
const at = (path: string): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`

const note = (source: string, quote: string): string =>
  `---\ntitle: ${source}\nsource: ${source}\nquote: '${quote}'\ninquiries: [{ inquiry: q, role: supports }]\n---\n`
const folder = contentFolder({
  'site.yaml': 'title: Garden\n',
  'references.bib': ['page', 'latin', 'paper.pdf', 'gone']
    .map(
      (path) =>
        `@misc{${path.replace('.pdf', '')}, title={On ${path}}, author={Lee, A.}, year={2020}, url={${at(`/${path}`)}}}`,
    )
    .join('\n'),
  'inquiries/q.md': '---\ntitle: Why?\ncertainty: low\n---\n[[here]], [[absent]].\n',
  'notes/here.md': note('page', '“The moon … governs the sea” (p. 1)'),
  'notes/absent.md': note('page', 'Nobody says this.'),
  'notes/accents.md': note('latin', 'La lune élève la mer'),
  'notes/pdf.md': note('paper', '“The computation falls” (p. 3)'),
  'notes/gone.md': note('gone', 'It is gone.'),
  'notes/draft.md': note('page', 'It pulls.').replace('---\n', '---\ndraft: true\n'),
})

/** A program in the place of pdftotext that reads a PDF and has a word divided at the end of a line. */
const programs = contentFolder({
  pdftotext: `#!${process.execPath}\nprocess.stdin.on('data', () => {}).on('end', () => console.log('The compu-\\ntation falls.'))\n`,
})
chmodSync(join(programs, 'pdftotext'), 0o755)

async function refresh(path: string, ...args: string[]): Promise<string> {
  const env = { ...process.env, CONTENT_DIR: folder, PATH: path }
  const child = spawn(process.execPath, [...NODE_OPTIONS, 'src/cli/start.ts', 'refresh', ...args], { cwd: ROOT, env })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  await once(child, 'exit')
  return said
}
const withPrograms = `${programs}${delimiter}${process.env['PATH']}`
const lock = (): UpdatesLock => JSON.parse(readFileSync(join(folder, 'sources.lock.json'), 'utf8')) as UpdatesLock

test('a refresh that is not asked for quotes fetches no source', async () => {
  await refresh(withPrograms)
  assert.deepEqual(requests, [])
})

test('quotes are looked for in pages and PDFs, and what came of it is kept', async () => {
  const said = await refresh(withPrograms, '--quotes')
  assert.deepEqual(requests.sort(), ['/gone', '/latin', '/page', '/paper.pdf'])
  assert.deepEqual(
    Object.entries(lock().quotes!).map(([path, { found, address }]) => [path, found, address]),
    [
      ['notes/absent.md', false, at('/page')],
      ['notes/accents.md', true, at('/latin')],
      ['notes/here.md', true, at('/page')],
      ['notes/pdf.md', true, at('/paper.pdf')],
    ],
  )
  assert.match(said, /^notes\/absent\.md: the quote is not at http.*\/page$/m)
  assert.match(said, /^notes\/gone\.md: the source cannot be read at http.*\/gone: 404 Not Found$/m)
  assert.match(said, /^3 of 5 quotes found in their sources\.$/m)
})

test('the receipt says what came of it, until the quote is another one', async () => {
  const checkOf = async (): Promise<boolean | undefined> => {
    const [page] = (await Site.open(folder)).groundsPages
    return page!.open().receipt.notes.find(({ note }) => note.href === '/notes/here/')!.check?.found
  }
  assert.equal(await checkOf(), true)
  write(folder, 'notes/here.md', note('page', 'Another quote.'))
  assert.equal(await checkOf(), undefined)
})

test('a quote that was looked for today is looked for again only where it is another one', async () => {
  requests.length = 0
  await refresh(withPrograms, '--quotes')
  assert.deepEqual(requests.sort(), ['/gone', '/page'])
})

test('without pdftotext, a PDF is not read, and that is said', async () => {
  const said = await refresh('/nowhere', '--quotes', '--all')
  assert.match(said, /paper\.pdf: it is a PDF, which is read where pdftotext \(of Poppler\) is installed/)
  assert.equal(lock().quotes!['notes/pdf.md']!.found, true)
})

test('text of blocks is no one word, and that of inline elements is', () => {
  assert.equal(htmlText('<p>fa<i>ll</i>s</p><p>down</p>').replace(/\s+/g, ' ').trim(), 'falls down')
})
