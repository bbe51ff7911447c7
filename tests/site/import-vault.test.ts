/** The commands `import obsidian` and `import logseq` on vaults as these programs write them. */
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { ROOT, runCommand, type Run } from '../support/commands.ts'
import { contentFolder, write } from '../support/content-folder.ts'
import { folderOf, relationsOf, shapeOf } from '../support/fixtures.ts'
import { treeOf } from '../support/tree.ts'

const run = (folder: string, command: 'check' | 'import', ...args: string[]): Promise<Run> =>
  runCommand({ command, args, project: ROOT, env: { CONTENT_DIR: folder, NO_COLOR: '1' } })
const text = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8')

describe('a vault of Obsidian', () => {
  const site = contentFolder({ 'site.yaml': 'title: Bread\nmode: lenient\n' })
  const vault = contentFolder({ 'Questions/Why rise.md': '#question See [[Wild yeast]].\n' }, folderOf('obsidian'))
  const args = ['obsidian', vault, '--inquiry', '#question']

  test('says in a dry run what becomes what, and writes nothing', async () => {
    const [before, there] = [treeOf(site), treeOf(vault)]
    const { status, stdout, stderr } = await run(site, 'import', ...args, '--dry-run')
    assert.equal(status, 0, stderr)
    assert.match(
      stdout,
      /^would write {2}inquiries\/Questions\/Why rise\.md {2}inquiry by #question, of Questions\/Why rise\.md$/m,
    )
    assert.match(
      stdout,
      /^would write {2}notes\/Fermentation\/Wild yeast\.md {2}note, of Fermentation\/Wild yeast\.md$/m,
    )
    assert.match(stdout, /^would copy {2}assets\/crumb\.png$/m)
    assert.match(stderr, /^1 inquiry, 13 notes, 0 pages, 1 canvas, 3 other files, 15 to write\.$/m)
    assert.deepEqual([treeOf(site), treeOf(vault)], [before, there])
  })

  test('is copied with links that lead where they led, and is itself untouched', async () => {
    const there = treeOf(vault)
    const { status, stderr } = await run(site, 'import', ...args)
    assert.equal(status, 0, stderr)
    assert.deepEqual(treeOf(vault), there)
    assert.equal(text(site, 'site.yaml'), 'title: Bread\nmode: lenient\nline_breaks: hard\n')
    const [source, copy] = [await shapeOf(vault), await shapeOf(site)]
    const led = (links: Readonly<Record<string, readonly string[]>>): number =>
      Object.values(links)
        .flat()
        .filter((each) => !/→ (?:missing|nothing)/.test(each)).length
    assert.equal(led(copy.links), led(source.links))
    const broken = (problems: readonly string[]): number =>
      problems.filter((each) => / link-missing /.test(each)).length
    assert.equal(broken(copy.problems), broken(source.problems))
  })

  test('a second run changes nothing, and a third follows the vault and keeps what was edited here', async () => {
    const before = treeOf(site)
    const again = await run(site, 'import', ...args)
    assert.deepEqual([again.status, again.stdout], [0, ''])
    assert.deepEqual(treeOf(site), before)
    write(site, 'notes/Home.md', 'Mine.\n')
    write(vault, 'Home.md', 'Theirs.\n')
    write(vault, 'Questions/Why rise.md', '#question See [[Wild yeast]] again.\n')
    const third = await run(site, 'import', ...args)
    assert.match(third.stdout, /^written {2}inquiries\/Questions\/Why rise\.md /m)
    assert.match(third.stderr, /^kept {5}notes\/Home\.md: /m)
    assert.equal(text(site, 'notes/Home.md'), 'Mine.\n')
  })

  test('is refused where it cannot be meant', async () => {
    const refused = async (...operands: string[]): Promise<string> => {
      const { status, stderr } = await run(site, 'import', 'obsidian', ...operands)
      assert.equal(status, 2)
      return stderr
    }
    assert.match(await refused(), /^Name the folder: import obsidian FOLDER\.$/m)
    assert.match(await refused(join(vault, 'gone')), /^There is no folder /m)
    assert.match(
      await refused(join(site, 'notes')),
      / are one in the other, and a vault is copied into a folder apart\./,
    )
    assert.match(await refused(vault, '--inquiry', '/'), /^"\/" picks no files\./m)
  })

  test('says what a build will stop at, the first time already', async () => {
    const empty = contentFolder({})
    const broken = contentFolder({ 'Home.md': 'To [[Gone]].\n', '.obsidian/app.json': '{}' })
    const { stderr } = await run(empty, 'import', 'obsidian', broken)
    assert.match(stderr, /^Added to site\.yaml, because the vault is written so: line_breaks: hard$/m)
    assert.match(stderr, /^Names that lead nowhere, as in the vault: 1\. A build stops at each;/m)
    assert.match((await run(empty, 'check')).stdout, /notes\/Home\.md:1:4 error /)
  })

  test('says of which files not all can be read', async () => {
    const empty = contentFolder({})
    const latin = contentFolder({ 'Home.md': '', '.obsidian/app.json': '{}' })
    writeFileSync(join(latin, 'Home.md'), Buffer.from('caf\u00e9\n', 'latin1'))
    const { stderr } = await run(empty, 'import', 'obsidian', latin)
    assert.match(stderr, /^Home\.md: Bytes here are no UTF-8; each is shown as "\ufffd"\. Save the file as UTF-8\.$/m)
  })

  test('changes no setting that other notes rest on, and says which it has', async () => {
    const own = contentFolder({ 'site.yaml': 'title: Mine\n', 'notes/own.md': 'Own.\n' })
    const { stderr } = await run(own, 'import', 'obsidian', vault)
    assert.match(stderr, /^The vault is written with "line_breaks: hard", and site\.yaml does not say so\./m)
    assert.equal(text(own, 'site.yaml'), 'title: Mine\n')
  })
})

test('a graph of Logseq is copied, and reads as it did', async () => {
  const site = contentFolder({ 'site.yaml': 'title: Bees\n' })
  const dry = await run(site, 'import', 'logseq', folderOf('logseq-like'), '--leave-out', 'journals/', '--dry-run')
  assert.doesNotMatch(dry.stdout, /journals/)
  const { status, stdout, stderr } = await run(site, 'import', 'logseq', folderOf('logseq-like'))
  assert.equal(status, 0, stderr)
  assert.match(stdout, /^written {2}notes\/Bees___Swarm\.md {2}note, of pages\/Bees___Swarm\.md$/m)
  assert.match(text(site, 'site.yaml'), /^dialect: logseq$/m)
  const [source, copy] = [await shapeOf(folderOf('logseq-like')), await shapeOf(site)]
  const words = (html: string): string => html.replace(/ (?:href|src|aria-label)="[^"]*"/g, '')
  assert.equal(words(copy.html('notes/Bees.md')), words(source.html('pages/Bees.md')))
  assert.doesNotMatch((await run(site, 'check')).stdout, / error /)
})

test('the relations of a discourse graph are in the frontmatter of its copy', async () => {
  const site = contentFolder({ 'site.yaml': 'title: Stone\n' })
  const { status, stderr } = await run(site, 'import', 'obsidian', folderOf('discourse-plugin'))
  assert.equal(status, 0, stderr)
  const [source, copy] = [await shapeOf(folderOf('discourse-plugin')), await shapeOf(site)]
  for (const name of ['CLM - Stone is slow', 'EVD - Nine nights'])
    assert.deepEqual(
      [...relationsOf(copy.note(`notes/nodes/${name}.md`))].sort(),
      [...relationsOf(source.note(`nodes/${name}.md`))].sort(),
    )
  assert.match(stderr, /^Nodes that are works by the settings of the plugin, and notes as others are here: 1\.$/m)
  assert.match(text(site, 'site.yaml'), /^ {2}derived from: \{ label: derived from, inverse: has derivation \}$/m)
})
