/** Retractions: asked for by one command, from recorded answers here, and shown by every build after it. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { Site } from '../../src/site/site.ts'
import { contentFolder, write } from '../support/content-folder.ts'
import { NODE_OPTIONS, ROOT } from '../support/commands.ts'

const day = (...parts: number[]) => ({ 'date-parts': [parts] })
/** As Crossref's REST API answers, with what is read of it. */
const RECORDS: Readonly<Record<string, unknown>> = {
  '10.1000/fine': {},
  '10.1000/corrected': { 'updated-by': [{ type: 'corrigendum', DOI: '10.1000/c', updated: day(2020) }] },
  '10.1000/retracted': {
    'updated-by': [
      { type: 'correction', DOI: '10.1000/c', updated: day(2004, 3, 6) },
      { type: 'retraction', DOI: '10.1000/R', source: 'retraction-watch', updated: day(2010, 2, 6) },
    ],
  },
}

/** Answers 503 to the first question about a work, as a busy server would. */
const asked = new Map<string, number>()
let broken = ''
const server = createServer((request, response) => {
  const doi = decodeURIComponent((request.url ?? '').replace('/works/', ''))
  asked.set(doi, (asked.get(doi) ?? 0) + 1)
  const record = RECORDS[doi]
  const status = doi === broken ? 400 : record === undefined ? 404 : asked.get(doi) === 1 ? 503 : 200
  response.writeHead(status, { 'Content-Type': 'application/json', 'Retry-After': '0' })
  response.end(JSON.stringify({ status: 'ok', 'message-type': 'work', message: { DOI: doi, ...(record as object) } }))
})

before(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
after(() => server.close())

const folder = contentFolder({
  'references.bib': [
    '@article{fine, title={Fine}, author={Ada, A.}, year={2000}, doi={10.1000/fine}}',
    '@article{bad, title={Bad}, author={Bea, B.}, year={1998}, doi={https://doi.org/10.1000/RETRACTED}}',
    '@article{mended, title={Mended}, author={Cy, C.}, year={1999}, doi={10.1000/corrected}}',
    '@misc{other, title={Elsewhere}, author={Di, D.}, year={2001}, doi={10.48550/none}}',
    '@book{none, title={Without}, author={Ed, E.}, year={2002}}',
  ].join('\n'),
  'notes/good.md': '---\ntitle: Good\nsource: fine\ninquiries: q\n---\n',
  'notes/bad.md': '---\ntitle: Bad\nsource: bad\ninquiries: q\n---\n',
  'inquiries/q.md': '---\ntitle: Why?\n---\n[[good]] and [[bad]].\n',
})

async function refresh(): Promise<{ status: number; said: string }> {
  const { port } = server.address() as AddressInfo
  const env = { ...process.env, CONTENT_DIR: folder, CROSSREF_URL: `http://127.0.0.1:${port}` }
  const child = spawn(process.execPath, [...NODE_OPTIONS, 'src/cli/start.ts', 'refresh'], { cwd: ROOT, env })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const [status] = (await once(child, 'exit')) as [number]
  return { status, said }
}

const lock = (): unknown => ({
  ...(JSON.parse(readFileSync(join(folder, 'sources.lock.json'), 'utf8')) as object),
  checked: '',
})

const LOCK = {
  checked: '',
  works: {
    '10.1000/corrected': { status: 'corrected', date: '2020', notice: '10.1000/c' },
    '10.1000/retracted': { status: 'retracted', date: '2010-02-06', notice: '10.1000/r' },
  },
  unknown: ['10.48550/none'],
}

describe('npm run refresh', () => {
  test('writes what became of every work with a DOI, the worst of it, and asks again when it is told to wait', async () => {
    const { status, said } = await refresh()
    assert.equal(status, 0, said)
    assert.deepEqual(lock(), LOCK)
    assert.match(said, /10\.1000\/retracted retracted 2010-02-06/)
    assert.match(said, /4 works asked about, 2 with a notice, 1 unknown to Crossref\./)
    assert.equal(asked.get('10.1000/retracted'), 2)
  })

  test('keeps what was known of a work that cannot be asked about, and says so', async () => {
    broken = '10.1000/retracted'
    const { status, said } = await refresh()
    broken = ''
    assert.equal(status, 1)
    assert.match(said, /10\.1000\/retracted could not be asked about: 400/)
    assert.deepEqual(lock(), LOCK)
  })
})

describe('from then on', () => {
  test('a retraction is in every note and inquiry that it reaches, and in no other', async () => {
    const site = await Site.open(folder)
    const note = (name: string) =>
      site
        .collection('note')
        .find(({ slug }) => slug === name)!
        .open()
    const retracted = { status: 'retracted', date: '2010-02-06', notice: '10.1000/r' }
    assert.deepEqual(note('bad').references[0]?.update, retracted)
    assert.equal(note('good').references[0]?.update, undefined)
    const [inquiry] = site.collection('inquiry').map((each) => each.open())
    assert.deepEqual(
      inquiry!.evidence.map(({ sources }) => sources[0]?.update),
      [undefined, retracted],
    )
  })

  test('a file that cannot be read is reported, and costs no page', async () => {
    write(folder, 'sources.lock.json', '{ "works": ')
    const site = await Site.open(folder)
    assert.deepEqual(
      site.problems.map(({ file, ruleId }) => [file, ruleId]),
      [['sources.lock.json', 'sources-lock']],
    )
    rmSync(join(folder, 'sources.lock.json'))
  })
})
