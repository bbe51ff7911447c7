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

test('works are added to the bibliography as they were written, once, and none that is there changes', async () => {
  const bib = `@string{jb = {Journal of Bees}}
@article{bee2021,
  title = {Bees dance}, journal = jb,   year = 2021, doi = {10.1000/bee}
}
@article{lee2020, title={On DNA}, author={Lee, Ann}, year={2020}}
@book{lee2020, title={Other}}
@misc{broken, title = {x
`
  const json = '[{"id":"csl1","type":"book","title":"A book"},{"id":"again","type":"book","title":"B"}]'
  const [folder, exports] = [contentFolder(FILES), contentFolder({ 'x.bib': bib, 'y.json': json })]
  const files = [join(exports, 'x.bib'), join(exports, 'y.json')]
  const before = treeOf(folder)
  const dry = await run(folder, 'import', ...files, '--dry-run')
  assert.match(dry.stdout, /^would add {2}bee2021 {2}to references\.bib$/m)
  assert.deepEqual(treeOf(folder), before)
  const made = await run(folder, 'import', ...files)
  assert.deepEqual(
    [made.status, made.stdout],
    [0, 'added  bee2021  to references.bib\nadded  csl1  to references.json\nadded  again  to references.json\n'],
  )
  assert.match(made.stderr, /x\.bib:7: The entry cannot be read/)
  assert.match(made.stderr, /^3 new works, 0 written\.$/m)
  const text = readFileSync(join(folder, 'references.bib'), 'utf8')
  assert.equal(
    text,
    `${FILES['references.bib']}\n@string{jb = {Journal of Bees}}\n\n@article{bee2021,\n  title = {Bees dance}, journal = jb,   year = 2021, doi = {10.1000/bee}\n}\n`,
  )
  assert.deepEqual(JSON.parse(readFileSync(join(folder, 'references.json'), 'utf8')), JSON.parse(json))
  const after = treeOf(folder)
  assert.equal((await run(folder, 'import', ...files)).stdout, '')
  assert.deepEqual(treeOf(folder), after)
  write(
    exports,
    'x.bib',
    '@article{lee2020, title={Another}, year={1999}}\n@article{dup, title={Bees dance}, doi={10.1000/bee}}\n',
  )
  const other = await run(folder, 'import', join(exports, 'x.bib'))
  assert.match(other.stderr, /^The bibliography has lee2020 in another form, which stays\./m)
  assert.match(other.stderr, /^The bibliography has dup already, under the key bee2021\.$/m)
  assert.deepEqual(treeOf(folder), after)
})

test('what is no export that is known is refused, with what could be', async () => {
  const [folder, exports] = [
    contentFolder(FILES),
    contentFolder({ 'a.json': '{"a": 1}', 'b.md': 'Words.\n', 'c/d.md': 'x' }),
  ]
  const said = async (file: string): Promise<string> => {
    const { status, stderr } = await run(folder, 'import', join(exports, file))
    assert.equal(status, 2)
    return stderr
  }
  assert.match(await said('a.json'), /a\.json is no export that is known: items of Zotero/)
  assert.match(await said('b.md'), /b\.md has no annotation that Zotero exported\./)
  assert.match(await said('c'), /has no note of Org\. For a vault of Obsidian, write import obsidian/)
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
