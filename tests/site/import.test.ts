/** The command `import`: from a file, and from the Zotero that runs on this computer. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { test } from 'node:test'
import { environment, NODE_OPTIONS, ROOT, runCommand, type Run } from '../support/commands.ts'
import { contentFolder, write } from '../support/content-folder.ts'
import { treeOf } from '../support/tree.ts'

const MARKDOWN =
  '“Bases pair” ([Lee, 2020, p. 45](zotero://select/library/items/W)) ' +
  '([pdf](zotero://open-pdf/library/items/P?page=5&annotation=ANNO0001)) Really?\n\nMine.\n'
const FILES = {
  'site.yaml': 'title: A site\n',
  'references.bib': '@article{lee2020, title={On DNA}, author={Lee, Ann}, year={2020}}\n',
  'notes/a.md': 'A.\n',
}

const run = (folder: string, command: 'check' | 'import', ...args: string[]): Promise<Run> =>
  runCommand({ command, args, project: ROOT, env: { CONTENT_DIR: folder, NO_COLOR: '1' } })

test('a dry run writes nothing, and a second run changes nothing and keeps what was edited', async () => {
  const [folder, exports] = [contentFolder(FILES), contentFolder({ 'export.md': MARKDOWN })]
  const file = join(exports, 'export.md')
  const before = treeOf(folder)
  const dry = await run(folder, 'import', file, '--bib', 'lee2020', '--dry-run')
  assert.deepEqual([dry.status, dry.stdout], [0, 'would write  notes/lee2020-anno0001.md\n'])
  assert.equal(dry.stderr, 'Paragraphs without an annotation, which are not carried: 1.\n1 annotation, 1 to write.\n')
  assert.deepEqual(treeOf(folder), before)
  await run(folder, 'import', file, '--bib', 'lee2020')
  const path = 'notes/lee2020-anno0001.md'
  assert.match(
    readFileSync(join(folder, path), 'utf8'),
    /^quote: Bases pair \(p\. 45\)$|^quote: "Bases pair \(p\. 45\)"$/m,
  )
  assert.doesNotMatch((await run(folder, 'check')).stdout, /error|warning/)
  const imported = treeOf(folder)
  assert.match((await run(folder, 'import', file, '--bib', 'lee2020')).stderr, /^1 annotation, 0 written\.$/m)
  assert.deepEqual(treeOf(folder), imported)
  write(folder, path, readFileSync(join(folder, path), 'utf8').replace('claim:', 'claim: Mine.'))
  write(exports, 'export.md', MARKDOWN.replace('Really?', 'Surely.'))
  const edited = treeOf(folder)
  assert.match(
    (await run(folder, 'import', file, '--bib', 'lee2020')).stderr,
    /^kept +notes\/lee2020-anno0001\.md: it was written or changed here/m,
  )
  assert.deepEqual(treeOf(folder), edited)
  assert.equal((await run(folder, 'import', 'no-such-file.json')).status, 2)
  assert.equal((await run(folder, 'import')).status, 2)
})

test('Zotero is asked on this computer, page by page, and only where a user says so', async () => {
  const items = Array.from({ length: 150 }, (_, index) => ({
    key: `ANNO${1000 + index}`,
    data: {
      key: `ANNO${1000 + index}`,
      itemType: 'annotation',
      annotationType: 'note',
      annotationComment: `Word ${index}`,
    },
  }))
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://localhost')
    const start = Number(url.searchParams.get('start'))
    response.end(JSON.stringify(items.slice(start, start + Number(url.searchParams.get('limit')))))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const folder = contentFolder(FILES)
  const env = { ...environment(folder), ZOTERO_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api` }
  const child = spawn(process.execPath, [...NODE_OPTIONS, 'src/cli/start.ts', 'import', '--zotero'], { cwd: ROOT, env })
  let said = ''
  child.stderr.on('data', (data) => (said += String(data)))
  await once(child, 'close')
  server.close()
  assert.match(said, /^150 annotations, 150 written\.$/m)
})

test('a graph of Roam is imported once, and its pages stay as they were edited', async () => {
  const graph = [
    { title: 'A page', children: [{ uid: 'abcdefgh1', string: '((abcdefgh1)) [[B: page]]' }] },
    { title: 'B: page' },
  ]
  const [folder, exports] = [contentFolder({}), contentFolder({ 'backup.json': JSON.stringify(graph) })]
  const made = await run(folder, 'import', join(exports, 'backup.json'))
  assert.deepEqual([made.status, made.stdout], [0, 'written  A page.md\nwritten  B page.md\n'], made.stderr)
  assert.equal(made.stderr, '2 pages, 2 written.\n')
  assert.doesNotMatch((await run(folder, 'check')).stdout, / error | warning /)
  write(folder, 'B page.md', 'Mine.\n')
  const before = treeOf(folder)
  write(exports, 'backup.json', JSON.stringify([graph[0], { ...graph[1], children: [{ uid: 'x', string: 'New' }] }]))
  assert.match(
    (await run(folder, 'import', join(exports, 'backup.json'))).stderr,
    /^kept +B page\.md[^]*^2 pages, 0 written\.$/m,
  )
  assert.deepEqual(treeOf(folder), before)
})
