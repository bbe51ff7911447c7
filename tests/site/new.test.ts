/** The command `new`: each file that it writes passes the check, and nothing that is there is overwritten. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { environment, NODE_OPTIONS, ROOT, runCommand, type Run } from '../support/commands.ts'
import { contentFolder } from '../support/content-folder.ts'
import { treeOf } from '../support/tree.ts'

const FILES = {
  'site.yaml': 'title: A site\n',
  'inquiries/why.md': '---\ntitle: Why?\n---\nBecause.\n',
  'references.bib': '@article{lee2020, title={On {DNA}}, author={Lee, Ann}, year={2020}, doi={10.1000/LEE}}',
}

const create = (folder: string, ...args: string[]): Promise<Run> =>
  runCommand({ command: 'new', args, project: ROOT, env: { CONTENT_DIR: folder, NO_COLOR: '1' } })
const check = async (folder: string): Promise<string> =>
  (await runCommand({ command: 'check', args: [], project: ROOT, env: { CONTENT_DIR: folder, NO_COLOR: '1' } })).stdout
const problems = async (folder: string): Promise<string[]> =>
  (await check(folder)).split('\n').filter((line) => /\d (?:error|warning) /.test(line))
const text = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8')
const day = /^created: \d{4}-\d\d-\d\d$/m

describe('new', () => {
  test('an inquiry, a note, a topic and a source pass the check', async () => {
    const folder = contentFolder(FILES)
    const made = await create(folder, 'inquiry', 'How: "few"?')
    assert.deepEqual([made.status, made.stdout], [0, `written  ${join(folder, 'inquiries/how-few.md')}\n`], made.stderr)
    assert.equal(
      (await create(folder, 'note', 'A claim', '--bib', 'Lee2020', '--for', 'why', '--role', 'supports')).status,
      0,
    )
    assert.equal((await create(folder, 'topic', 'Working memory')).status, 0)
    assert.equal((await create(folder, 'page', 'About')).stdout, `written  ${join(folder, 'pages/about.md')}\n`)
    assert.equal(
      (await create(folder, 'source', 'A & B', 'in C')).stdout,
      `added to ${join(folder, 'references.bib')}\nkey      b\n`,
    )
    assert.match(
      text(folder, 'inquiries/how-few.md'),
      /^---\ntitle: "How: \\"few\\"\?"\nlede:\nanswer:\nstatus: open\n/,
    )
    assert.equal(
      text(folder, 'notes/a-claim.md').replace(day, 'created: D'),
      '---\ntitle: A claim\nclaim:\nsource: lee2020\ninquiries:\n  - inquiry: why\n    role: supports\ntopics: []\ncreated: D\n---\n',
    )
    const added = text(folder, 'references.bib').slice(FILES['references.bib'].length)
    assert.match(added, /^\n\n@\w+\{b,\n {2}title = \{A \\& B in C\}/)
    assert.deepEqual(await problems(folder), [])
  })

  test('a work is found in the bibliography by its DOI, and nobody is asked where it is not', async () => {
    const folder = contentFolder(FILES)
    assert.equal((await create(folder, 'note', '--doi', 'https://doi.org/10.1000/lee')).status, 0)
    assert.match(text(folder, 'notes/on-dna.md'), /^title: On DNA$[^]*^source: lee2020$/m)
    const before = treeOf(folder)
    const { status, stderr } = await create(folder, 'note', 'B', '--arxiv', '2504.07912')
    assert.equal(status, 2)
    assert.match(stderr, /^The bibliography has no work with the DOI 10\.48550\/arxiv\.2504\.07912\. Add --online/)
    assert.deepEqual(treeOf(folder), before)
  })

  test('nothing is overwritten, and what is not known is said with what may be meant', async () => {
    const folder = contentFolder({ ...FILES, 'notes/a.md': 'A.\n', 'notes/b.md': '---\naliases: [c]\n---\n' })
    const before = treeOf(folder)
    const said = async (...args: string[]): Promise<string> => (await create(folder, ...args)).stderr.trim()
    assert.equal(await said('note', 'A'), 'notes/a.md is called "a" already. Give another title, or a --name.')
    assert.equal(await said('note', 'C'), 'notes/b.md is called "c" already. Give another title, or a --name.')
    assert.equal(await said('nite', 'C'), 'Say what is new: inquiry, note, page, topic, source. Did you mean "note"?')
    assert.equal(await said('note', 'D', '--for', 'whyy'), 'No inquiry is called "whyy". Did you mean "why"?')
    assert.equal(
      await said('note', 'D', '--for', 'why', '--role', 'suports'),
      'Say the role: supports, disputes, qualifies, extends, background. Did you mean "supports"?',
    )
    assert.equal(
      await said('note', 'D', '--bib', 'lee2021'),
      'The bibliography has no key "lee2021". Did you mean "lee2020"?',
    )
    assert.equal(
      await said('note', 'D', '--bib', 'unlike-any'),
      'The bibliography has no key "unlike-any". Add the work to it first, or name it by --doi with --online.',
    )
    assert.equal(await said('note'), 'Say its title: new note "A title".')
    assert.deepEqual(treeOf(folder), before)
  })

  test('in a vault of another program, a file is called as its title and says what it is', async () => {
    const folder = contentFolder({ '.obsidian/app.json': '{}', 'A note.md': 'A.\n' })
    await create(folder, 'inquiry', 'Why: or what?')
    assert.match(text(folder, 'Why or what.md'), /^---\ntype: inquiry\ntitle: "Why: or what\?"\n/)
    await create(folder, 'note', 'A claim', '--name', 'sub/x')
    assert.ok(existsSync(join(folder, 'sub/x.md')))
    assert.deepEqual(await problems(folder), [])
  })
})

describe('new --online', () => {
  /** What Crossref gives to citation programs for a DOI, cut down (`/works/{doi}/transform/…`). */
  const work = {
    type: 'article-journal',
    DOI: '10.1000/new',
    title: 'The <i>E. coli</i> of it',
    author: [{ given: 'Zoë', family: 'Ünal', sequence: 'first', affiliation: [] }],
    issued: { 'date-parts': [[2023, 5, 1]] },
    'container-title': 'Journal of Tests',
    page: '1-9',
  }
  let requests: string[] = []
  const server = createServer((request, response) => {
    requests.push(request.url ?? '')
    const isKnown = request.url?.startsWith('/crossref/works/10.1000%2Fnew/transform/') ?? false
    response.writeHead(isKnown ? 200 : 404, { 'Content-Type': 'application/json' })
    response.end(JSON.stringify(isKnown ? work : {}))
  })
  after(() => server.close())

  test('a work is asked about once, added to the bibliography, and cited', async () => {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const folder = contentFolder(FILES)
    const run = async (...args: string[]): Promise<string> => {
      const env = { ...environment(folder), CROSSREF_URL: `${url}/crossref`, DATACITE_URL: `${url}/datacite` }
      const child = spawn(process.execPath, [...NODE_OPTIONS, 'src/cli/start.ts', 'new', ...args], { cwd: ROOT, env })
      let said = ''
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += String(data)))
      await once(child, 'close')
      return said
    }
    assert.match(
      await run('note', 'A claim', '--doi', '10.1000/NEW', '--online'),
      /^written .*a-claim\.md\nadded to .*references\.bib\n$/,
    )
    assert.match(text(folder, 'notes/a-claim.md'), /^source: unal2023e$/m)
    assert.match(text(folder, 'references.bib'), /@article\{unal2023e,\n {2}author = \{Ünal, Zoë\}/)
    assert.deepEqual(await problems(folder), [])
    requests = []
    assert.match(
      await run('note', 'B', '--doi', '10.1000/gone', '--online'),
      /^Neither Crossref nor DataCite has the DOI/,
    )
    assert.equal(requests.length, 2)
    assert.match(await run('note', 'C', '--doi', '10.1000/new'), /^written/)
    assert.equal(requests.length, 2)
  })
})
