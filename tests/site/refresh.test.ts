/** Retractions: asked for by one command, from recorded answers here, and shown by every build after it. */
import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { after, before, beforeEach, describe, test } from 'node:test'
import type { UpdatesLock } from '../../src/corpus/model/updates.ts'
import { Site } from '../../src/site/site.ts'
import { contentFolder, write } from '../support/content-folder.ts'
import { NODE_OPTIONS, ROOT } from '../support/commands.ts'
import {
  arxivInDatacite,
  crossrefList,
  crossrefSingle,
  crossrefUpdate,
  crossrefWork,
  dataciteList,
  openalexList,
} from '../support/registry-answers.ts'

/** What Crossref has of each work, by its DOI. */
const CROSSREF = new Map(
  [
    crossrefWork('10.1000/fine'),
    crossrefWork('10.1000/corrected', crossrefUpdate('corrigendum', '10.1000/c', 2020)),
    crossrefWork(
      '10.1000/RETRACTED',
      crossrefUpdate('correction', '10.1000/c', 2004, 3, 6),
      crossrefUpdate('retraction', '10.1000/R', 2010, 2, 6),
    ),
    { ...crossrefWork('10.1000/pre'), relation: { 'is-preprint-of': [{ 'id-type': 'doi', id: '10.1000/Final' }] } },
    crossrefWork('10.1000/with,comma', crossrefUpdate('expression_of_concern', '10.1000/e', 2021)),
  ].map((work) => [work.DOI.toLowerCase(), work]),
)
const DATACITE = [arxivInDatacite('2101.00001', '10.1000/journal'), arxivInDatacite('2102.00002')]
const OPENALEX = { '10.48550/arxiv.2101.00001': false, '10.48550/arxiv.2102.00002': true }

/** A request that came, and how the registries behave. */
let requests: string[] = []
let fails = (_path: string): number | undefined => undefined
/** Where it is set, a request waits for it: it is called with the path, and the request is answered once it resolves. */
let holds: ((path: string) => Promise<void>) | undefined

/** Answers as the registry whose name begins the path. An unknown DOI is missing, by itself or from a list. */
function answer(url: URL): { status: number; body: object } {
  const path = decodeURIComponent(url.pathname)
  if (path.startsWith('/crossref/works/')) {
    const doi = path.slice('/crossref/works/'.length)
    // Crossref knows this work by another DOI now, and leads on to it.
    const work = CROSSREF.get(doi === '10.1000/alias' ? '10.1000/fine' : doi)
    return work === undefined ? { status: 404, body: {} } : { status: 200, body: crossrefSingle(work) }
  }
  if (path === '/crossref/works') {
    const asked = url.searchParams.get('filter')!.split(',')
    return { status: 200, body: crossrefList(...asked.flatMap((each) => CROSSREF.get(each.slice(4)) ?? [])) }
  }
  if (path === '/datacite/dois') {
    const asked = url.searchParams.get('ids')!.split(',')
    return { status: 200, body: dataciteList(...DATACITE.filter(({ doi }) => asked.includes(doi))) }
  }
  const asked = url.searchParams.get('filter')!.slice(4).split('|')
  const known = Object.entries(OPENALEX).filter(([doi]) => asked.includes(doi))
  return { status: 200, body: openalexList(Object.fromEntries(known)) }
}

const server = createServer((request, response) => void respond(request, response))

async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const path = decodeURIComponent(`${url.pathname}${url.search}`)
  requests.push(path)
  await holds?.(path)
  const status = fails(path)
  const { status: usual, body } = status === undefined ? answer(url) : { status, body: {} }
  response.writeHead(usual, { 'Content-Type': 'application/json', 'Retry-After': '0' })
  response.end(JSON.stringify(body))
}

before(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
after(() => server.close())
beforeEach(() => {
  requests = []
  fails = () => undefined
  holds = undefined
})

const folder = contentFolder({
  'site.yaml': 'title: Garden\nmailto: ann@example.org\n',
  'references.bib': [
    '@article{fine, title={Fine}, author={Ada, A.}, year={2000}, doi={10.1000/fine}}',
    '@article{bad, title={Bad}, author={Bea, B.}, year={1998}, doi={https://doi.org/10.1000/RETRACTED}}',
    '@article{mended, title={Mended}, author={Cy, C.}, year={1999}, doi={10.1000/corrected}}',
    '@misc{pre, title={Early}, author={Pia, P.}, year={2001}, doi={10.1000/pre}}',
    '@misc{comma, title={Comma}, author={Coe, C.}, year={2001}, doi={10.1000/with,comma}}',
    '@misc{alias, title={Alias}, author={Al, A.}, year={2001}, doi={10.1000/alias}}',
    '@misc{arx, title={On arXiv}, author={Di, D.}, year={2021}, eprint={2101.00001}, archivePrefix={arXiv}}',
    '@misc{gone, title={Taken back}, author={Gus, G.}, year={2021}, eprint={2102.00002v3}, archivePrefix={arXiv}}',
    '@misc{other, title={Elsewhere}, author={Di, D.}, year={2001}, doi={10.9999/none}}',
    '@book{none, title={Without}, author={Ed, E.}, year={2002}}',
  ].join('\n'),
  'notes/good.md': '---\ntitle: Good\nsource: fine\ninquiries: q\n---\n',
  'notes/bad.md': '---\ntitle: Bad\nsource: bad\ninquiries: q\n---\n',
  'inquiries/q.md': '---\ntitle: Why?\n---\n[[good]] and [[bad]].\n',
})

const refresh = (...args: string[]): Promise<{ status: number | null; said: string }> => refreshOf(folder, args)

async function refreshOf(
  of: string,
  args: readonly string[] = [],
  began: (child: ChildProcess) => void = () => undefined,
): Promise<{ status: number | null; said: string }> {
  const { port } = server.address() as AddressInfo
  const addresses = ['crossref', 'datacite', 'openalex'].map((name) => [
    `${name.toUpperCase()}_URL`,
    `http://127.0.0.1:${port}/${name}`,
  ])
  const env = { ...process.env, CONTENT_DIR: of, ...(Object.fromEntries(addresses) as Record<string, string>) }
  const child = spawn(process.execPath, [...NODE_OPTIONS, 'src/cli/start.ts', 'refresh', ...args], { cwd: ROOT, env })
  began(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const [status] = (await once(child, 'exit')) as [number | null]
  return { status, said }
}

/** The lock as it was written, without its days. */
function lock(of = folder): Omit<UpdatesLock, 'checked' | 'asked'> & { answered: string[] } {
  const {
    checked: _,
    asked = {},
    ...rest
  } = JSON.parse(readFileSync(join(of, 'sources.lock.json'), 'utf8')) as UpdatesLock
  return { ...rest, answered: Object.values(asked).flat() }
}

const WORKS = {
  '10.1000/corrected': { updates: [{ status: 'corrected', date: '2020', notice: '10.1000/c' }], versions: [] },
  '10.1000/pre': { updates: [], versions: [{ relation: 'published', doi: '10.1000/final' }] },
  '10.1000/retracted': {
    updates: [
      { status: 'corrected', date: '2004-03-06', notice: '10.1000/c' },
      { status: 'retracted', date: '2010-02-06', notice: '10.1000/r' },
    ],
    versions: [],
  },
  '10.1000/with,comma': { updates: [{ status: 'concern', date: '2021', notice: '10.1000/e' }], versions: [] },
  '10.48550/arxiv.2101.00001': { updates: [], versions: [{ relation: 'published', doi: '10.1000/journal' }] },
  '10.48550/arxiv.2102.00002': { updates: [{ status: 'retracted' }], versions: [] },
}
const ALL = [...Object.keys(WORKS), '10.1000/alias', '10.1000/fine', '10.9999/none'].sort()
const LOCK = { works: WORKS, unknown: ['10.9999/none'], failed: {}, answered: ALL }

describe('npm run refresh', () => {
  test('writes what became of every work with a DOI or a number on arXiv, and asks again when it is told to wait', async () => {
    const busy = new Set<string>()
    fails = (path) => (busy.has(path) ? undefined : (busy.add(path), 503))
    const { status, said } = await refresh()
    assert.equal(status, 0, said)
    assert.deepEqual(lock(), LOCK)
    assert.match(said, /10\.1000\/retracted corrected 2004-03-06, retracted 2010-02-06/)
    assert.match(said, /9 works asked about; 4 with a notice, 1 unknown to the registries, 0 that could not be asked/)
    assert.match(said, /Works without a DOI, about which nobody can be asked: 1\./)
  })

  test('asks about several works in one request, and says who asks', async () => {
    await refresh('--all')
    const of = (name: string): string[] => requests.filter((path) => path.startsWith(`/${name}`))
    assert.deepEqual(
      of('crossref').map((path) => path.replace(/\?.*/, '')),
      [
        '/crossref/works',
        '/crossref/works/10.1000/with,comma',
        '/crossref/works/10.1000/alias',
        '/crossref/works/10.9999/none',
      ],
    )
    assert.match(
      of('crossref')[0]!,
      /filter=doi:10\.1000\/alias,doi:10\.1000\/corrected,.*&select=DOI,updated-by,relation&rows=8&mailto=ann@example\.org$/,
    )
    assert.equal(of('datacite').length, 1)
    assert.match(
      of('datacite')[0]!,
      /\?ids=10\.1000\/alias,10\.48550\/arxiv\.2101\.00001,10\.48550\/arxiv\.2102\.00002,10\.9999\/none&/,
    )
    assert.match(of('openalex')[0]!, /filter=doi:10\.1000\/alias\|.*&mailto=ann@example\.org$/)
  })

  test('asks no more about what was answered today', async () => {
    const { status, said } = await refresh()
    assert.equal(status, 0, said)
    assert.deepEqual(requests, [])
    assert.match(said, /0 works asked about, 9 answered today already \(--all asks again\)/)
    assert.deepEqual(lock(), LOCK)
  })

  test('keeps what was known of a work that cannot be asked about, says so, and asks about it alone the next time', async () => {
    fails = (path) => (path.includes('retracted') && path.startsWith('/crossref') ? 400 : undefined)
    const { status, said } = await refresh('--all')
    assert.equal(status, 1)
    assert.match(said, /10\.1000\/retracted could not be asked about: 400/)
    assert.deepEqual(lock(), { ...LOCK, failed: { '10.1000/retracted': '400 Bad Request' } })
  })

  test('goes on where a run before it was interrupted', async () => {
    rmSync(join(folder, 'sources.lock.json'))
    fails = (path) => (path.startsWith('/crossref') ? 503 : undefined)
    const first = await refresh()
    assert.equal(first.status, 1)
    assert.match(first.said, /Crossref could not be asked about all works: 503/)
    assert.deepEqual(Object.keys(lock().works), ['10.48550/arxiv.2101.00001', '10.48550/arxiv.2102.00002'])
    assert.deepEqual(Object.keys(lock().failed).length, 7)
    ;[requests, fails] = [[], () => undefined]
    const second = await refresh()
    assert.equal(second.status, 0, second.said)
    assert.ok(requests.every((path) => !path.includes('2101.00001')))
    assert.deepEqual(lock(), LOCK)
  })

  test('goes on after a run that was killed between two requests', async () => {
    const doiOf = (index: number): string => `10.1000/w${String(index).padStart(3, '0')}`
    const all = Array.from({ length: 70 }, (_, index) => doiOf(index))
    const many = contentFolder({
      'references.bib': all.map((doi, index) => `@misc{w${index}, title={W}, doi={${doi}}}`).join('\n'),
      'notes/all.md': `---\ntitle: All\nsource: [${all.map((_, index) => `w${index}`).join(', ')}]\n---\n`,
    })
    for (const doi of all) CROSSREF.set(doi, crossrefWork(doi, crossrefUpdate('retraction', `${doi}r`, 2010)))
    let running: ChildProcess | undefined
    holds = async (path) => {
      if (!path.includes(doiOf(69))) return
      running?.kill('SIGKILL')
      await new Promise((resolve) => running?.once('exit', resolve))
    }
    const killed = await refreshOf(many, [], (child) => (running = child))
    assert.equal(killed.status, null)
    assert.deepEqual(lock(many).answered, all.slice(0, 50))
    assert.deepEqual(Object.keys(lock(many).works), all.slice(0, 50))
    ;[requests, holds] = [[], undefined]
    const second = await refreshOf(many)
    assert.equal(second.status, 0, second.said)
    assert.match(second.said, /20 works asked about, 50 answered today already/)
    assert.deepEqual(
      requests.filter((path) => all.slice(0, 50).some((doi) => path.includes(doi))),
      [],
    )
    assert.deepEqual(Object.keys(lock(many).works), all)
    assert.deepEqual(readdirSync(many).sort(), ['notes', 'references.bib', 'sources.lock.json'])
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

  test('the audit speaks of it', async () => {
    const site = await Site.open(folder)
    assert.deepEqual(
      site.audit.findings
        .filter(({ rule }) => rule === 'source-retracted')
        .map(({ file, sentence }) => [file, sentence]),
      [['notes/bad.md', 'The note is drawn from "Bad", which was retracted (2010-02-06).']],
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
