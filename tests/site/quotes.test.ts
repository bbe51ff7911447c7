/** Quotes are looked for in their sources by one command, and the receipt of an answer says what came of it. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo, LookupFunction } from 'node:net'
import { delimiter, join } from 'node:path'
import { after, describe, mock, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { lookForQuotes } from '../../src/cli/refresh/quotes.ts'
import type { UpdatesLock } from '../../src/corpus/model/updates.ts'
import { htmlText } from '../../src/site/quotes/source-text.ts'
import { Site } from '../../src/site/site.ts'
import { THE_WEB, type Web } from '../../src/site/web/web.ts'
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
/** Answers that are no files. */
const OTHERS: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/inside': (response) => response.writeHead(302, { Location: 'http://inside.example/secret' }).end(),
  '/to': (response) => response.writeHead(302, { Location: '/small' }).end(),
  '/endless': (response) => response.writeHead(200).write('It goes on'),
  '/small': (response) => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('It is small.')),
  '/packed': (response) => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(PACKED),
  '/coded': (response) => response.writeHead(200, { 'Content-Encoding': 'zebra' }).end('It is coded.'),
}
/** A hundred megabytes and one, packed. */
const PACKED = gzipSync(Buffer.alloc(101_000_000))
const requests: string[] = []
const server = createServer((request, response) => {
  requests.push(request.url!)
  const other = OTHERS[request.url!]
  if (other !== undefined) {
    other(response)
    return
  }
  const [type, body] = FILES[request.url!] ?? []
  response.writeHead(body === undefined ? 404 : 200, { 'Content-Type': type ?? 'text/plain' })
  response.end(Buffer.from(body ?? '', type?.includes('8859') ? 'latin1' : 'utf8'))
}).listen(0, '127.0.0.1')
await once(server, 'listening')
after(() => {
  server.closeAllConnections()
  server.close()
})
/** A web in which every name leads to the server, but one, whose address is private. */
const lookup: LookupFunction = (host, _, done) =>
  done(null, [{ address: host === 'inside.example' ? '10.0.0.1' : '127.0.0.1', family: 4 }])
const isHere = (address: string): boolean => address === '127.0.0.1'
const WEB: Web = { ...THE_WEB, lookup, isPublicAddress: isHere, pause: 5, timeout: 400 }
const at = (path: string): string => `http://papers.example:${(server.address() as AddressInfo).port}${path}`

const note = (source: string, quote: string): string =>
  `---\ntitle: ${source}\nsource: ${source}\nquote: '${quote}'\ninquiries: [{ inquiry: q, role: supports }]\n---\n`
let folder = contentFolder({
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

/** Runs the command as it is, on a web without this machine. */
async function command(path: string, ...args: string[]): Promise<string> {
  const env = { ...process.env, CONTENT_DIR: folder, PATH: path }
  const child = spawn(process.execPath, [...NODE_OPTIONS, 'src/cli/start.ts', 'refresh', ...args], { cwd: ROOT, env })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  await once(child, 'exit')
  return said
}

/** Looks for the quotes on a web in which names lead to the server of this test. It gives what the command says. */
async function look(path: string, { again = false, in: at = folder } = {}): Promise<string> {
  const said: unknown[] = []
  const spoken = ['log', 'error'].map((way) =>
    mock.method(console, way as 'log', (line: unknown) => void said.push(line)),
  )
  const before = process.env['PATH']
  process.env['PATH'] = path
  try {
    const site = await Site.open(at)
    const keep = (lock: UpdatesLock): void => write(at, 'sources.lock.json', JSON.stringify(lock))
    await lookForQuotes(site, site.lock, { again, write: keep }, WEB)
  } finally {
    process.env['PATH'] = before
    for (const each of spoken) each.mock.restore()
  }
  return said.join('\n')
}
const withPrograms = `${programs}${delimiter}${process.env['PATH']}`
const lock = (): UpdatesLock => JSON.parse(readFileSync(join(folder, 'sources.lock.json'), 'utf8')) as UpdatesLock

test('a refresh that is not asked for quotes fetches no source', async () => {
  await command(withPrograms)
  assert.deepEqual(requests, [])
})

test('quotes are looked for in pages and PDFs, and what came of it is kept', async () => {
  const said = await look(withPrograms)
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
  assert.match(
    said,
    /^notes\/absent\.md:4:8: the quote is not at http.*\/page\. Compare it with the source by hand\.$/m,
  )
  assert.match(
    said,
    /^notes\/gone\.md:4:8: the source cannot be read at http.*\/gone: 404 Not Found\. Open it in a browser/m,
  )
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
  await look(withPrograms)
  assert.deepEqual(requests.sort(), ['/gone', '/page'])
})

test('without pdftotext, a PDF is not read, and that is said', async () => {
  const said = await look('/nowhere', { again: true })
  assert.match(said, /paper\.pdf: it is a PDF, which is read where pdftotext \(of Poppler\) is installed/)
  assert.equal(lock().quotes!['notes/pdf.md']!.found, true)
})

describe('a source is', () => {
  const cases: [title: string, url: () => string, reason: RegExp][] = [
    [
      'not asked for at this machine',
      () => at('/page').replace('papers.example', '127.0.0.1'),
      /127\.0\.0\.1:\d+ is not on the web/,
    ],
    [
      'not asked for at a name of a private address',
      () => 'http://inside.example/',
      /inside\.example is the name of a private address/,
    ],
    ['not asked for where it leads there', () => at('/inside'), /inside\.example is the name of a private address/],
    ['given up where it goes on for ever', () => at('/endless'), /no answer within 0\.4 seconds/],
    ['read no further than the most', () => at('/packed'), /it has more than 100 MB/],
    ['not read in an unknown coding', () => at('/coded'), /encoded as zebra/],
  ]
  for (const [title, url, reason] of cases)
    test(title, async () => {
      requests.length = 0
      const bib = `@misc{w, title={W}, author={Lee, A.}, year={2020}, url={${url()}}}`
      const site = contentFolder({ 'references.bib': bib, 'notes/w.md': note('w', 'Words') })
      assert.match(await look(withPrograms, { in: site }), reason)
      assert.ok(!requests.includes('/secret') && !requests.includes('/page'))
    })

  test('followed, and read without its compression', async () => {
    const bib = `@misc{w, title={W}, author={Lee, A.}, year={2020}, url={${at('/to')}}}`
    const site = contentFolder({ 'references.bib': bib, 'notes/w.md': note('w', 'It is small') })
    assert.match(await look(withPrograms, { in: site }), /^1 of 1 quotes found/)
  })
})

test('the command itself asks nothing of this machine', async () => {
  requests.length = 0
  const bib = `@misc{w, title={W}, author={Lee, A.}, year={2020}, url={${at('/page').replace('papers.example', '127.0.0.1')}}}`
  const before = folder
  folder = contentFolder({ 'references.bib': bib, 'notes/w.md': note('w', 'Words') })
  assert.match(
    await command(withPrograms, '--quotes'),
    /notes\/w\.md:4:8: the source cannot be read at .* is not on the web/,
  )
  assert.deepEqual(requests, [])
  folder = before
})

test('text of blocks is no one word, and that of inline elements is', () => {
  assert.equal(htmlText('<p>fa<i>ll</i>s</p><p>down</p>').replace(/\s+/g, ' ').trim(), 'falls down')
})
