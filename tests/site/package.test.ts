/**
 * The packages as npm would publish them, installed in an empty folder with an empty home, as somebody does who has
 * Node and nothing else. There is one installation, because it takes as long as all else here. Only
 * `npm run test:nightly` installs them; every run packs them and looks at what is in them.
 */
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { withPackagedNames } from '../../scripts/pack/javascript.ts'
import { packAll } from '../../scripts/pack/pack-all.ts'
import { filesIn } from '../../src/site/files-in.ts'
import { ROOT } from '../support/commands.ts'
import { Editor } from '../support/lsp-client.ts'
import { nightly } from '../support/runs.ts'

const folder = mkdtempSync(join(tmpdir(), 'throughline-package-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const home = join(folder, 'home')
mkdirSync(home)
/** Matches what a command would take from the tests, or from the npm that runs them. */
const OURS = /^(THROUGHLINE_|CONTENT_DIR$|NODE_(?!EXTRA_CA_CERTS)|npm_(?!config_)|INIT_CWD$|CI$|GITHUB_)/i
const inherited = Object.entries(process.env).filter(([name]) => !OURS.test(name))
const npmSetting = (name: string): string => execFileSync('npm', ['config', 'get', name], { encoding: 'utf8' }).trim()
const env = {
  ...Object.fromEntries(inherited),
  HOME: home,
  NO_COLOR: '1',
  // Packages come from where ours came from, and what npm has fetched before is not fetched again.
  npm_config_registry: npmSetting('registry'),
  npm_config_cache: npmSetting('cache'),
  npm_config_prefer_offline: 'true',
  npm_config_update_notifier: 'false',
}

const run = (cwd: string, command: string, ...args: string[]) =>
  spawnSync(command, args, { cwd, env, encoding: 'utf8', timeout: 300_000 })

let tarballs: readonly string[] | undefined
/** The tarballs of the engine and of `create-throughline`. */
const packed = (): readonly string[] => (tarballs ??= packAll(join(folder, 'packed')))

/** Packs an engine as another version, with a line in its changelog and a line in its code. */
function nextVersion(staged: string, version: string, line: string): string {
  const edit = (path: string, change: (text: string) => string): void =>
    writeFileSync(join(staged, path), change(readFileSync(join(staged, path), 'utf8')))
  edit('package.json', (text) => text.replace(/"version": "[^"]+"/, `"version": "${version}"`))
  edit('CHANGELOG.md', (text) => text.replace('## [Unreleased]', `## [${version}]\n\n${line}\n\n## [Unreleased]`))
  edit('src/site/index.js', (text) => `${text}\n// ${version}\n`)
  const args = ['pack', '--silent', '--pack-destination', folder, staged]
  return join(folder, execFileSync('npm', args, { encoding: 'utf8' }).trim())
}

test('modules have other names in the package, and no other files', () => {
  assert.equal(
    withPackagedNames("new URL('./read-worker.ts', import.meta.url)"),
    "new URL('./read-worker.js', import.meta.url)",
  )
  assert.equal(withPackagedNames('import x from "../corpus/x.ts"'), 'import x from "../corpus/x.js"')
  assert.equal(withPackagedNames("'throughline.config.ts'"), "'throughline.config.ts'")
})

test('the packed engine has what a site needs and no tool of the project', () => {
  const tarball = packed()[0]!
  const listed = execFileSync('tar', ['tzf', tarball], { encoding: 'utf8' }).trim().split('\n')
  const files = listed.map((path) => path.replace('package/', ''))
  assert.deepEqual(
    files.filter((file) => /(?<!\.d)\.ts$|^(tests|scripts|content|docs\/screenshots)\//.test(file)),
    [],
  )
  for (const file of [
    'LICENSE',
    'README.md',
    'docs/licences.md',
    'docs/customise.md',
    'docs/problems.md',
    'public/licences.txt',
    'src/pages/index.astro',
  ])
    assert.ok(files.includes(file), file)
  assert.ok(statSync(tarball).size < 1_100_000)
  const text = execFileSync('tar', ['xzOf', tarball, 'package/package.json'], { encoding: 'utf8' })
  const manifest = JSON.parse(text) as Record<string, object>
  assert.ok(!('node' in manifest['dependencies']!))
  assert.ok(!('devDependencies' in manifest) && !('scripts' in manifest))
})

describe('the packed packages, installed,', nightly, () => {
  const site = join(folder, 'my-site')
  const throughline = (...args: string[]) => run(site, 'npx', '--no-install', 'throughline', ...args)
  const page = (path: string): string => readFileSync(join(site, 'dist', path), 'utf8')

  before(() => {
    const [engine, starter] = packed()
    execFileSync('tar', ['xzf', starter!, '-C', folder])
    const create = join(folder, 'package/index.mjs')
    const made = run(folder, process.execPath, create, 'my-site', '--package', engine!, '--yes', '--host', 'github')
    assert.equal(made.status, 0, made.stdout + made.stderr)
    const manifest = JSON.parse(readFileSync(join(site, 'package.json'), 'utf8')) as Record<string, object>
    const { name, scripts, dependencies } = manifest
    assert.equal(name, 'my-site')
    assert.equal((scripts as Record<string, string>)['dev'], 'throughline dev')
    assert.deepEqual(dependencies, { throughline: `file:${basename(engine!)}` })
    assert.ok(statSync(join(site, basename(engine!))).isFile())
    assert.match(made.stdout, /written {2}content\/inquiries\/how-to-space-study\.md/)
  })

  test('check and build the first site, and keep what did not change', () => {
    const checked = throughline('check')
    assert.equal(checked.status, 0, checked.stderr)
    assert.match(checked.stderr, /^2 files read: 2 entries, 0 drafts, 0 skipped; 0 errors, 0 warnings\./m)
    const built = throughline('build')
    assert.equal(built.status, 0, built.stdout + built.stderr)
    assert.match(page('index.html'), /How far apart should learners study the same thing\?/)
    assert.match(page('inquiries/how-to-space-study/index.html'), /The gap between study sessions after which most/)
    assert.match(page('notes/gap-grows-with-retention/index.html'), /Psychological Bulletin/)
    const again = throughline('build')
    assert.match(again.stdout, /page code: kept/)
    assert.match(again.stdout, /search: \d entries, 0 of 1 parts indexed/)
  })

  test('are read by a program, with types', () => {
    const [, code = ''] = /^```ts\n([^]*?)^```$/m.exec(readFileSync(join(ROOT, 'docs/corpus.md'), 'utf8')) ?? []
    writeFileSync(join(site, 'reading-list.mjs'), code)
    const { status, stdout, stderr } = run(site, process.execPath, 'reading-list.mjs')
    assert.equal(status, 0, stderr)
    assert.match(stdout, /^How far apart should learners study the same thing\? \(\w+\): 1 notes, \d links$/m)

    writeFileSync(
      join(site, 'typed.ts'),
      `${code}\n// @ts-expect-error There is no such field.\ncorpus.entries[0]!.nothing\n`,
    )
    const options = ['--noEmit', '--strict', '--target', 'esnext', '--module', 'nodenext', '--lib', 'esnext,dom']
    const typed = run(site, process.execPath, join(ROOT, 'node_modules/typescript/bin/tsc'), ...options, 'typed.ts')
    assert.equal(typed.stdout, '')
    for (const file of ['reading-list.mjs', 'typed.ts']) rmSync(join(site, file))
  })

  test('answer an editor', async () => {
    const command = [process.execPath, join(site, 'node_modules/throughline/src/cli/throughline.mjs'), 'lsp', '--stdio']
    const editor = await Editor.open(join(site, 'content'), command, site)
    const found = await editor.definition('inquiries/new.md', '[[gap-grows-with-reten█tion]]')
    assert.equal(found, 'notes/gap-grows-with-retention.md:1')
    assert.equal(editor.stderr, '')
    assert.equal(await editor.end(), 0)
  })

  test('are upgraded by one command, which leaves what an owner made as it is', () => {
    cpSync(join(ROOT, 'examples/customised'), site, {
      recursive: true,
      filter: (file) => !/package\.json$|[/\\]content[/\\]inquiries/.test(file),
    })
    const own = ['theme.css', 'throughline.config.ts', 'src/pages/contact.astro', 'content/site.yaml']
    const read = () => own.map((path) => readFileSync(join(site, path), 'utf8'))
    assert.equal(throughline('build').status, 0)
    const [before, pages] = [
      read(),
      ['contact', 'notes/gap-grows-with-retention'].map((path) => page(`${path}/index.html`)),
    ]
    assert.match(pages[0]!, /Ann Example answers letters/)
    assert.match(pages[1]!, /Study design: review[^]*Made in Leiden/)

    const next = nextVersion(join(folder, 'packed/throughline'), '0.2.0', '- Something new for everyone.')
    const { status, stdout, stderr } = throughline('upgrade', '--to', next)
    assert.equal(status, 0, stdout + stderr)
    assert.match(stdout, /^Throughline \d+\.\d+\.\d+ → 0\.2\.0\n\n## \[0\.2\.0\]\n\n- Something new for everyone\.$/m)
    assert.match(stderr, /2 entries, 0 drafts, 0 skipped; 0 errors, 0 warnings/)
    assert.deepEqual(read(), before)
    const built = throughline('build')
    assert.match(built.stdout, /page code: bundled/)
    assert.deepEqual(
      ['contact', 'notes/gap-grows-with-retention'].map((path) => page(`${path}/index.html`)),
      pages,
    )
  })

  test('leave nothing in the home folder', () => assert.deepEqual(filesIn(home), []))
})
