/**
 * A command that was bundled does the same as one that runs from its sources, in all its threads, and it is bundled
 * anew when anything of its code changes.
 */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { environment, ROOT } from '../support/commands.ts'
import { contentFolder } from '../support/content-folder.ts'
import { copyProject } from '../support/copy-project.ts'
import { nightly } from '../support/runs.ts'
import { differences, treeOf, type Tree } from '../support/tree.ts'

const folder = mkdtempSync(join(tmpdir(), 'throughline-command-code-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const project = copyProject('command-code')
const recorder = pathToFileURL(join(ROOT, 'tests/support/record-modules.ts')).href

const site = { 'site.yaml': 'title: Garden\nhistory: off\n', 'inquiries/shade.md': '---\ntitle: Shade?\n---\n' }
/** Pages of few words make a small site. */
const garden = contentFolder(site)

/** So many notes that threads read them and write their files. */
const large = contentFolder({
  ...site,
  ...Object.fromEntries(
    Array.from({ length: 410 }, (_, at) => [`notes/n${at}.md`, `---\ninquiries: shade\n---\n[[n${at ^ 1}]]\n`]),
  ),
})

interface Run {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
  /** The modules that the command loaded, of its sources and of packages. */
  readonly modules: readonly string[]
}

function run(content: string, ...args: string[]): Run {
  const log = join(folder, 'modules.log')
  writeFileSync(log, '')
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/run.mjs', ...args], {
    cwd: project,
    env: { ...environment(content), MODULES_LOG: log, NODE_OPTIONS: `--import ${recorder}` },
    encoding: 'utf8',
  })
  return { status, stdout, stderr, modules: readFileSync(log, 'utf8').split('\n') }
}

let count = 0

function build(content: string, ...args: string[]): Run & { readonly site: Tree } {
  const outDir = join(folder, String(++count))
  const done = run(content, 'build', '--outDir', outDir, ...args)
  assert.equal(done.status, 0, done.stdout + done.stderr)
  return { ...done, site: treeOf(outDir) }
}

/** Returns the folders of the bundles that are stored. */
const bundles = (): string[] => {
  const astro = join(project, 'node_modules/.astro')
  return readdirSync(astro)
    .filter((name) => name.startsWith('throughline-command-code-'))
    .map((name) => join(astro, name))
}

const removeBundles = (): void => {
  for (const each of bundles()) rmSync(each, { recursive: true, force: true })
}

const isBundled = ({ modules }: Run): boolean =>
  !modules.some((path) => /^src\/cli\/(build|check|join)\.ts$/.test(path))

const first = build(garden)

test('the first build runs from sources, and the next ones are bundled, to the same bytes', () => {
  assert.equal(isBundled(first), false)
  assert.equal(bundles().length, 1)
  const second = build(garden, '--fresh')
  assert.match(second.stdout, /^page code: bundled$/m)
  const third = build(garden)
  assert.match(third.stdout, /^page code: kept$/m)
  for (const each of [second, third]) {
    assert.ok(isBundled(each))
    assert.deepEqual(differences(each.site, first.site), [])
  }
  assert.equal(bundles().length, 1)
})

test('where Astro bundles the pages, they show the site that the bundled command has read', nightly, () => {
  const elsewhere = contentFolder({ ...site, 'site.yaml': 'title: Moss\nurl: https://example.org/moss/\n' })
  const built = build(elsewhere)
  assert.ok(isBundled(built))
  assert.match(built.stdout, /^page code: bundled$/m)
  assert.equal(built.stdout.match(/files? read/g)?.length, 1)
  assert.match(built.site.get('index.html')!, /Moss/)
})

test('threads run bundled code as well', nightly, () => {
  const bundled = build(large)
  assert.ok(isBundled(bundled))
  removeBundles()
  const unbundled = build(large, '--fresh')
  assert.equal(isBundled(unbundled), false)
  assert.deepEqual(differences(bundled.site, unbundled.site), [])
})

test('what is wrong is said in the same words, with the same exit codes', nightly, () => {
  const broken = contentFolder({ ...site, 'notes/a.md': '---\ntitle: 3\ninquiries: [shade\n---\n' })
  const commands = [
    ['check'],
    ['check', '--json'],
    ['check', '--format', 'none'],
    ['check', '--wrong'],
    ['join', folder],
    ['build', '--outDir', broken],
  ]
  const bundled = commands.map((args) => run(broken, ...args))
  removeBundles()
  const unbundled = commands.map((args) => run(broken, ...args))
  commands.forEach((args, at) => {
    assert.deepEqual([isBundled(bundled[at]!), isBundled(unbundled[at]!)], [true, false])
    assert.notEqual(bundled[at]!.status, 0, args.join(' '))
    assert.deepEqual({ ...bundled[at], modules: [] }, { ...unbundled[at], modules: [] })
  })
})

test('code that is damaged is left, and code that changed is bundled anew', nightly, () => {
  build(garden)
  const [bundle] = bundles()
  for (const name of readdirSync(bundle!)) truncateSync(join(bundle!, name), 100)
  const damaged = build(garden)
  assert.equal(isBundled(damaged), false)
  assert.deepEqual(differences(damaged.site, first.site), [])
  assert.ok(isBundled(run(garden, 'check')))
  // The name of a bundle may hold hyphens.
  const older = ['ab-cdefghijk', 'abc-defghijk', 'abcd-efghij-'].map((name) =>
    join(project, `node_modules/.astro/throughline-command-code-${name}`),
  )
  for (const each of older) {
    mkdirSync(each)
    utimesSync(each, 1, 1)
  }
  const command = join(project, 'src/cli/check.ts')
  writeFileSync(command, readFileSync(command, 'utf8').replace('--format is one of', '--format is any of'))
  assert.equal(isBundled(build(garden)), false)
  const bundled = run(garden, 'check', '--format', 'none')
  assert.ok(isBundled(bundled))
  assert.match(bundled.stderr, /--format is any of/)
  // Two earlier ones stay, one of which is that of the code before.
  assert.equal(older.filter((each) => bundles().includes(each)).length, 1)
})
