/** Addresses are asked for by one command, from real servers here, and pages say which of them are dead. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, LookupFunction } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { after, before, beforeEach, describe, test } from 'node:test'
import { askForLinks } from '../../src/cli/refresh/links.ts'
import type { LinkChecks, UpdatesLock } from '../../src/corpus/model/updates.ts'
import { isPublicAddress, isPublicHost } from '../../src/site/web/public-host.ts'
import type { Web } from '../../src/site/web/web.ts'
import { Site } from '../../src/site/site.ts'
import { NODE_OPTIONS, ROOT } from '../support/commands.ts'
import { contentFolder, write } from '../support/content-folder.ts'

const LOCK = 'sources.lock.json'
const TODAY = new Date().toISOString().slice(0, 10)

/** What came: host, method and address, with the name of whoever asked; and how many were asked at the same time. */
let requests: string[] = []
let agents = new Set<string>()
let running = new Map<string, number>()
let most = new Map<string, number>()
/** The addresses of which the archive has a capture, and those that it was asked to capture. */
let archived: Record<string, string> = {}

/** Answers as the host and the path say. */
function answer(method: string, host: string, path: string, response: ServerResponse): void {
  if (host === 'archive.example') inArchive(path, response)
  else if (path === '/cut') response.destroy()
  else if (path !== '/silent') {
    const [status, Location] = ANSWERS[path]?.(method) ?? [/^\/\d{3}$/.test(path) ? Number(path.slice(1)) : 200]
    const to = path.startsWith('/save/') ? `/web/20250607101112/${path.slice('/save/'.length)}` : Location
    response.writeHead(to === undefined ? status : 302, to === undefined ? {} : { Location: to }).end()
  }
}

const ANSWERS: Readonly<Record<string, (method: string) => [status: number, location?: string]>> = {
  '/to': () => [301, `http://moved.example:${port()}/there`],
  '/to-gone': () => [302, `http://moved.example:${port()}/404`],
  '/by-name': () => [302, `http://inside.example:${port()}/secret`],
  '/inside': () => [302, `http://127.0.0.1:${port()}/secret`],
  '/round': () => [302, '/round'],
  '/get-only': (method) => [method === 'HEAD' ? 404 : 200],
  '/no-head': (method) => [method === 'HEAD' ? 405 : 410],
}

function inArchive(path: string, response: ServerResponse): void {
  const url = new URL(path, 'http://archive.example')
  const asked = url.searchParams.get('url') ?? ''
  const timestamp = archived[asked]
  const closest = { available: true, status: '200', timestamp, url: 'javascript:alert(1)' }
  response.writeHead(200, { 'Content-Type': 'application/json' })
  response.end(JSON.stringify({ url: asked, archived_snapshots: timestamp === undefined ? {} : { closest } }))
}

async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '')
  // The archive is asked by `fetch`, whose names nothing changes, so its address is that of the server.
  const name = host === '127.0.0.1' ? 'archive.example' : host
  requests.push(`${request.method} ${name}${request.url}`)
  agents.add(request.headers['user-agent'] ?? '')
  running.set(name, (running.get(name) ?? 0) + 1)
  most.set(name, Math.max(most.get(name) ?? 0, running.get(name)!))
  await wait(10)
  running.set(name, running.get(name)! - 1)
  answer(request.method!, name, request.url!, response)
}

const server = createServer((request, response) => void respond(request, response))
const port = (): number => (server.address() as AddressInfo).port

/** Hosts with these names do not exist. */
let unknownHosts = /^gone\.example$/
/** These names have addresses that are not on the web, the second of them beside one that is. */
const PRIVATE: Readonly<Record<string, readonly string[]>> = {
  'inside.example': ['10.0.0.1'],
  'both.example': ['127.0.0.1', '::ffff:10.0.0.1'],
}
const lookup: LookupFunction = (host, options, done) => {
  const addresses = PRIVATE[host]?.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
  if (addresses !== undefined) done(null, addresses)
  else if (unknownHosts.test(host))
    done(Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' }), '')
  else if (options.all === true) done(null, [{ address: '127.0.0.1', family: 4 }])
  else done(null, '127.0.0.1', 4)
}

const web = (): Web => ({
  lookup,
  // The servers of this test are here, under the names that `lookup` knows.
  isPublicAddress: (address) => address === '127.0.0.1' || isPublicAddress(address),
  pause: 5,
  timeout: 400,
  archive: `http://127.0.0.1:${port()}`,
  captures: `http://save.example:${port()}`,
})

before(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
after(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  requests = []
  agents = new Set()
  running = new Map()
  most = new Map()
  archived = {}
  unknownHosts = /^gone\.example$/
})

/** A site that links to some addresses, each in a note of its own. */
function siteOf(addresses: readonly string[], others: Readonly<Record<string, string>> = {}): string {
  const text = addresses.map((address) => `- [words](${address})`).join('\n')
  return contentFolder({
    'site.yaml': 'title: Garden\nurl: https://garden.example\nmailto: ann@garden.example\n',
    'notes/all.md': `---\ntitle: All\n---\n${text}\n`,
    ...others,
  })
}

/** Runs the command on a folder. It says what is in the lock then, with `PORT` for the port of the server. */
async function ask(folder: string, { again = false, capture = false } = {}): Promise<LinkChecks> {
  const site = await Site.open(folder)
  const write_ = (lock: UpdatesLock): void => write(folder, LOCK, `${JSON.stringify(lock, null, 2)}\n`)
  await askForLinks(site, site.lock, { again, capture, write: write_ }, web())
  const written = readFileSync(join(folder, LOCK), 'utf8').replaceAll(String(port()), 'PORT').replaceAll(TODAY, 'TODAY')
  return (JSON.parse(written) as UpdatesLock).links!
}

const on = (host: string, path: string): string => `http://${host}.example:${port()}${path}`
const checked = 'TODAY'
const dead = { checked, dead: checked }

describe('an address is', () => {
  const cases: [title: string, address: () => string, becomes: object][] = [
    ['alive where its server says so', () => on('a', '/200'), { checked }],
    ['alive where another host has it now', () => on('a', '/to'), { checked }],
    ['alive where only GET finds it', () => on('a', '/get-only'), { checked }],
    ['dead where nothing is found', () => on('a', '/404'), dead],
    ['dead where it is gone, as only GET says', () => on('a', '/no-head'), dead],
    ['dead where it leads to nothing', () => on('a', '/to-gone'), dead],
    ['dead where no host has the name', () => on('gone', '/'), dead],
    ['not known where it is forbidden', () => on('a', '/403'), { checked, reason: '403 Forbidden' }],
    ['not known where it was asked for too often', () => on('a', '/429'), { checked, reason: '429 Too Many Requests' }],
    ['not known where the server fails', () => on('a', '/503'), { checked, reason: '503 Service Unavailable' }],
    ['not known where nobody answers', () => on('a', '/silent'), { checked, reason: 'no answer within 0.4 seconds' }],
    ['not known where the line is cut', () => on('a', '/cut'), { checked, reason: 'socket hang up' }],
    ['not known where it leads in a circle', () => on('a', '/round'), { checked, reason: 'it redirects too often' }],
    [
      'not known where it leads into this machine, which is not asked',
      () => on('a', '/inside'),
      { checked, reason: '127.0.0.1:PORT is not on the web' },
    ],
    [
      'not known where its name is that of a private address',
      () => on('inside', '/secret'),
      { checked, reason: 'inside.example is the name of a private address' },
    ],
    [
      'not known where one of the addresses of its name is private',
      () => on('both', '/secret'),
      { checked, reason: 'both.example is the name of a private address' },
    ],
    [
      'not known where it leads to such a name',
      () => on('a', '/by-name'),
      { checked, reason: 'inside.example is the name of a private address' },
    ],
  ]
  for (const [title, address, becomes] of cases)
    test(title, async () => {
      const links = await ask(siteOf([address()]))
      assert.deepEqual(Object.values(links), [becomes])
      assert.ok(requests.every((request) => !request.includes('secret')))
    })

  test('not known where the network is down', async () => {
    unknownHosts = /./
    const folder = siteOf([on('a', '/200')])
    const site = await Site.open(folder)
    let lock: UpdatesLock | undefined
    const options = { again: false, capture: false, write: (written: UpdatesLock) => void (lock = written) }
    await askForLinks(site, site.lock, options, { ...web(), archive: 'http://archive.example' })
    assert.deepEqual(Object.values(lock!.links!), [
      { checked: TODAY, reason: 'no host is found, so the network may be down' },
    ])
  })
})

test('what is not on the web is no host to ask', () => {
  const asked = ['example.org', 'a.example', '8.8.8.8', '[2606:4700::1111]', '[64:ff9b::8.8.8.8]']
  const names = ['localhost', 'localhost.', 'nas.local', 'intranet']
  const ipv4 = ['127.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254']
  const others = [
    '0.0.0.0',
    '100.64.0.1',
    '198.18.0.1',
    '203.0.113.1',
    '224.0.0.1',
    '239.255.255.255',
    '255.255.255.255',
  ]
  const ipv6 = ['::', '::1', 'fe80::1', 'fc00::1', 'fdff::1', 'fec0::1', 'ff02::1', '100::1', '2001:db8::1', '2001::1']
  const holding = ['::ffff:8.8.8.8', '::ffff:10.0.0.1', '::127.0.0.1', '64:ff9b::10.0.0.1', '2002:a00:1::1']
  const refused = [...names, ...ipv4, ...others, ...[...ipv6, ...holding].map((each) => `[${each}]`)]
  assert.deepEqual([...asked, ...refused].filter(isPublicHost), asked)
})

test('a circle and this machine are not tried by another method', async () => {
  await ask(siteOf([on('a', '/inside'), on('b', '/round'), on('inside', '/'), on('c', '/by-name')]))
  assert.deepEqual(new Set(requests.map((request) => request.split(' ')[0])), new Set(['HEAD']))
})

test('everything public is asked for, once, and nothing of a draft', async () => {
  const folder = siteOf(
    [on('a', '/one#part'), on('a', '/one'), 'mailto:ann@example.org', 'http://u:p@a.example/secret'],
    {
      'references.bib': `@misc{w, title={W}, year={2020}, url={${on('b', '/work')}}}\n@misc{un, title={U}, url={${on('b', '/unused')}}}`,
      'notes/w.md': `---\ntitle: W\nsource: w\nclaim: 'So says [this](${on('b', '/claim')}).'\n---\n<${on('b', '/auto')}>\n`,
      'notes/draft.md': `---\ndraft: true\n---\n[x](${on('b', '/draft')})\n`,
    },
  )
  const links = await ask(folder)
  assert.deepEqual(
    Object.keys(links),
    ['a.example:PORT/one', 'b.example:PORT/auto', 'b.example:PORT/claim', 'b.example:PORT/work'].map(
      (each) => `http://${each}`,
    ),
  )
  assert.deepEqual(requests.sort(), [
    'HEAD a.example/one',
    'HEAD b.example/auto',
    'HEAD b.example/claim',
    'HEAD b.example/work',
  ])
  assert.deepEqual([...agents], ['Throughline (+https://garden.example; mailto:ann@garden.example)'])
})

test('a host has one request at a time, and several hosts are asked at once', async () => {
  const hosts = ['a', 'b', 'c', 'd', 'e', 'f']
  await ask(siteOf(hosts.flatMap((host) => [on(host, '/1'), on(host, '/2'), on(host, '/to')])))
  assert.deepEqual(new Set(most.values()), new Set([1]))
  assert.equal(requests.length, 24)
})

describe('captures', () => {
  test('of dead addresses are looked up, and their address is that of the archive', async () => {
    const folder = siteOf([on('a', '/404'), on('a', '/200')])
    archived = { [on('a', '/404')]: '20190103112233' }
    const links = await ask(folder)
    const address = 'http://a.example:PORT/404'
    assert.deepEqual(links[address], {
      ...dead,
      capture: { address: `https://web.archive.org/web/20190103112233/${address}`, date: '2019-01-03' },
    })
    const query = `url=${encodeURIComponent(on('a', '/404'))}&timestamp=${TODAY.replaceAll('-', '')}`
    assert.deepEqual(
      requests.filter((request) => request.includes('/wayback/')),
      [`GET archive.example/wayback/available?${query}`],
    )
    assert.ok(requests.every((request) => !request.includes('/save/')))
  })

  test('are made of what is alive and has none, only where that is asked for', async () => {
    const folder = siteOf([on('a', '/has'), on('a', '/lacks'), on('a', '/404'), on('a', '/403')])
    archived = { [on('a', '/has')]: '20200101000000' }
    await ask(folder)
    assert.ok(requests.every((request) => !request.includes('/save/')))
    const links = await ask(folder, { capture: true })
    assert.deepEqual(
      requests.filter((request) => request.includes('/save/')),
      [`GET save.example/save/${on('a', '/lacks')}`],
    )
    const captures = Object.entries(links).map(([address, { capture }]) => [address.split('PORT')[1], capture?.date])
    assert.deepEqual(captures, [
      ['/403', undefined],
      ['/404', undefined],
      ['/has', '2020-01-01'],
      ['/lacks', '2025-06-07'],
    ])
  })
})

describe('the lock', () => {
  test('keeps what it does not know, forgets what the site has no more, and is in order', async () => {
    const folder = siteOf([on('b', '/200'), on('a', '/404'), on('a', '/403')])
    const before = { checked: '2026-01-01', dead: '2026-01-01', later: 1 }
    const links = { [on('a', '/404')]: before, [on('a', '/403')]: before, [on('z', '/old')]: before }
    write(folder, LOCK, JSON.stringify({ checked: '', works: {}, later: { x: 1 }, links }))
    const now = await ask(folder)
    assert.deepEqual(
      JSON.stringify(now),
      JSON.stringify({
        'http://a.example:PORT/403': { checked, dead: '2026-01-01', reason: '403 Forbidden', later: 1 },
        'http://a.example:PORT/404': { checked, dead: '2026-01-01', later: 1 },
        'http://b.example:PORT/200': { checked },
      }),
    )
    assert.deepEqual((JSON.parse(readFileSync(join(folder, LOCK), 'utf8')) as { later: object }).later, { x: 1 })
  })

  test('spares servers: what was answered for today is not asked for again, but what is not known', async () => {
    const folder = siteOf([on('a', '/200'), on('a', '/403')])
    await ask(folder)
    requests = []
    await ask(folder)
    assert.deepEqual(requests, ['HEAD a.example/403', 'GET a.example/403'])
    requests = []
    await ask(folder, { again: true })
    assert.deepEqual(
      requests.filter((each) => each.includes('/200')),
      ['HEAD a.example/200'],
    )
  })

  test('makes no dead link of what is found again', async () => {
    const folder = siteOf([on('a', '/200')])
    const links = { [on('a', '/200')]: { checked: '2026-01-01', dead: '2026-01-01' } }
    write(folder, LOCK, JSON.stringify({ checked: '', works: {}, links }))
    assert.deepEqual(Object.values(await ask(folder)), [{ checked }])
  })
})

test('the command asks only where it is told to, beside all else that it does', async () => {
  const folder = siteOf([on('a', '/x').replace('a.example', '127.0.0.1')])
  const quotes = { 'notes/all.md': { quote: 1, checked: '2026-01-01', address: 'https://example.org/', found: true } }
  write(folder, LOCK, JSON.stringify({ checked: '', works: {}, quotes }))
  const refresh = async (...args: string[]): Promise<UpdatesLock> => {
    const env = { ...process.env, CONTENT_DIR: folder }
    const command = [...NODE_OPTIONS, 'src/cli/start.ts', 'refresh', ...args]
    const [status] = (await once(spawn(process.execPath, command, { cwd: ROOT, env, stdio: 'ignore' }), 'exit')) as [
      number,
    ]
    assert.equal(status, 0)
    return JSON.parse(readFileSync(join(folder, LOCK), 'utf8')) as UpdatesLock
  }
  assert.equal((await refresh()).links, undefined)
  const asked = await refresh('--links')
  assert.deepEqual(Object.values(asked.links!), [{ checked: TODAY, reason: `127.0.0.1:${port()} is not on the web` }])
  assert.deepEqual(asked.quotes, quotes)
  assert.deepEqual(requests, [])
})
