/**
 * A build uses the page code of an earlier build, as long as nothing changed that it depends on. The site is the same
 * to the byte, and neither Astro's builder nor Vite is loaded for it.
 */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { environment, NODE_OPTIONS, ROOT, runCommand } from '../support/commands.ts'
import { contentFolder, write } from '../support/content-folder.ts'
import { copyProject } from '../support/copy-project.ts'
import { nightly } from '../support/runs.ts'
import { differences, treeOf, type Tree } from '../support/tree.ts'

const folder = mkdtempSync(join(tmpdir(), 'throughline-page-code-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const project = copyProject('page-code')
const files = {
  'site.yaml': 'title: Garden\nurl: https://example.org/garden/\nhistory: off\n',
  'inquiries/shade.md': '---\ntitle: Does shade help?\n---\nIt [[moss|does]], says [@lee].\n',
  'notes/moss.md':
    '---\ntitle: Moss likes shade\nsource: lee\ninquiries: [shade]\ntopics: [moss, été]\n---\nIt does.\n',
  'pages/about.md': '---\ntitle: About\n---\nThis garden.\n',
  'references.bib': '@book{lee, title={Moss}, author={Lee, Ann}, year=2020}',
}
const garden = contentFolder(files)

let count = 0

/** Builds into a folder of its own, and returns the site and how its page code was come by. */
async function build(content: string, ...args: string[]): Promise<{ readonly code: string; readonly site: Tree }> {
  const outDir = join(folder, String(++count))
  const { status, stdout, stderr } = await runCommand({
    command: 'build',
    args: ['--outDir', outDir, ...args],
    project,
    env: { CONTENT_DIR: content },
  })
  assert.equal(status, 0, stdout + stderr)
  return { code: /^page code: (.*)$/m.exec(stdout)?.[1] ?? '', site: treeOf(outDir) }
}

const [bundled, kept] = [await build(garden), await build(garden)]
/** The files of all page code that is kept, and their folders. */
const storedFiles = (): string[] => {
  const astro = join(project, 'node_modules/.astro')
  const folders = readdirSync(astro).filter((name) => name.startsWith('throughline-page-code-'))
  return folders.flatMap((folder) =>
    readdirSync(join(astro, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(astro, folder, name)),
  )
}

/** Returns the digest of the code of the project, as a process that begins now computes it. */
function digestNow(): string {
  const module = pathToFileURL(join(project, 'src/site/cache/code-digest.ts')).href
  const code = `import { codeDigest } from '${module}'; process.stdout.write(codeDigest(${JSON.stringify(project)}))`
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], { encoding: 'utf8' })
  assert.match(stdout, /^[0-9a-f]{64}$/)
  return stdout
}

test('the site is the same to the byte', () => {
  assert.equal(bundled.code, 'bundled')
  assert.equal(kept.code, 'kept')
  assert.deepEqual(differences(kept.site, bundled.site), [])
  assert.match(kept.site.get('topics/été/index.html') ?? [...kept.site.keys()].join(' '), /Moss likes shade/)
})

test('so it is with other content, in lenient mode, in another language, and without search', async () => {
  const content = contentFolder({
    ...files,
    'site.yaml': 'title: Garten\nlanguage: de\nmode: lenient\nurl: https://example.org/garden/\nhistory: off\n',
    'notes/rain.md': '---\ntitle: Rain & <stone>\n---\n[[nowhere]]\n',
  })
  const args = ['--no-search']
  const [quick, fresh] = [await build(content, ...args), await build(content, '--fresh', ...args)]
  assert.deepEqual([quick.code, fresh.code], ['kept', 'bundled'])
  assert.deepEqual(differences(quick.site, fresh.site), [])
})

test('at another address the pages are bundled for it', async () => {
  const content = contentFolder({ ...files, 'site.yaml': 'title: Garden\nhistory: off\n' })
  const [first, second] = [await build(content), await build(content)]
  assert.deepEqual([first.code, second.code], ['bundled', 'kept'])
  assert.deepEqual(differences(second.site, first.site), [])
  assert.equal((await build(garden)).code, 'kept')
})

test('a copy of a project, with what it keeps, does not load the code of the first', nightly, () => {
  const copy = `${project}-copy`
  const outDir = join(folder, 'copy')
  cpSync(project, copy, { recursive: true, verbatimSymlinks: true })
  try {
    const built = [1, 2].map(() => {
      const args = [...NODE_OPTIONS, 'src/cli/start.ts', 'build', '--outDir', outDir]
      const { stdout, stderr } = spawnSync(process.execPath, args, {
        cwd: copy,
        env: environment(garden),
        encoding: 'utf8',
      })
      return /^page code: (.*)$/m.exec(stdout)?.[1] ?? stdout + stderr
    })
    assert.deepEqual(built, ['bundled', 'kept'])
    assert.deepEqual(differences(treeOf(outDir), bundled.site), [])
  } finally {
    rmSync(copy, { recursive: true })
  }
})

test('neither Astro’s builder, Vite nor the bundler is loaded', () => {
  const log = join(folder, 'modules.log')
  const recorder = pathToFileURL(join(ROOT, 'tests/support/record-modules.ts')).href
  // The first of them bundles the code of the commands.
  for (const options of [[], ['--import', recorder]]) {
    const { status, stderr } = spawnSync(
      process.execPath,
      [...options, ...NODE_OPTIONS, 'src/cli/start.ts', 'build', '--outDir', join(folder, 'recorded')],
      { cwd: project, env: { ...environment(garden), MODULES_LOG: log }, encoding: 'utf8' },
    )
    assert.equal(status, 0, stderr)
  }
  const packages = new Set(readFileSync(log, 'utf8').split('\n'))
  assert.ok([...packages].some((path) => path.startsWith('satteri/')))
  const heavy = /^(vite|rolldown|esbuild|@astrojs\/compiler.*)\/|^astro\/dist\/(core\/build\/index|core\/create-vite)/
  assert.deepEqual(
    [...packages].filter((path) => heavy.test(path)),
    [],
  )
})

test('code that is damaged, or gone, is bundled again', nightly, async () => {
  for (const entry of storedFiles().filter((name) => /pages\.mjs$/.test(name)))
    writeFileSync(entry, readFileSync(entry, 'utf8').slice(0, 1000))
  const damaged = await build(garden)
  const assets = storedFiles().filter((name) => /[\\/]_astro$/.test(name))
  for (const each of assets) rmSync(each, { recursive: true, force: true })
  const gone = await build(garden)
  assert.deepEqual([damaged.code, gone.code], ['bundled', 'bundled'])
  assert.deepEqual(differences(damaged.site, bundled.site), [])
  assert.deepEqual(differences(gone.site, bundled.site), [])
  assert.equal((await build(garden)).code, 'kept')
})

test('a change of a component, of variables that pages can see, or of code beside the configuration has the pages bundled', async () => {
  const component = join(project, 'src/components/PageHead.astro')
  writeFileSync(component, readFileSync(component, 'utf8').replace('<h1', '<h1 data-tested="yes"'))
  const changed = await build(garden)
  assert.equal(changed.code, 'bundled')
  assert.match(changed.site.get('notes/moss/index.html')!, /data-tested="yes"/)
  for (const [file, text] of Object.entries({ '.env': 'PUBLIC_TESTED=yes\n', 'own-plugin.mjs': 'export {}\n' })) {
    const before = digestNow()
    write(project, file, text)
    assert.notEqual(digestNow(), before, file)
  }
  assert.equal((await build(garden)).code, 'bundled')
  assert.equal((await build(garden)).code, 'kept')
  const env = { CONTENT_DIR: garden, PUBLIC_TESTED: 'no' }
  const { stdout } = await runCommand({ command: 'build', args: ['--outDir', join(folder, 'env')], project, env })
  assert.match(stdout, /^page code: bundled$/m)
})

test(
  'with an integration of somebody else, or pictures that Astro makes, Astro builds every time',
  nightly,
  async () => {
    const config = join(project, 'astro.config.mjs')
    const code = readFileSync(config, 'utf8')
    writeFileSync(
      config,
      code.replace(
        'throughline()',
        "[...throughline(), { name: 'own', hooks: { 'astro:build:done': () => undefined } }]",
      ),
    )
    assert.equal((await build(garden)).code, 'bundled, and not kept for the next build')
    writeFileSync(config, code)
    write(
      project,
      'src/pages/own.astro',
      "---\nimport { getImage } from 'astro:assets'\nawait getImage\n---\n<p>Own</p>\n",
    )
    for (const _ of ['first', 'second'])
      assert.equal((await build(garden)).code, 'bundled, and not kept for the next build')
  },
)
