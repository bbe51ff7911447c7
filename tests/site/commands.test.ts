/** The command `throughline`: what it says, how it ends, and what it makes of a folder. */
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { commandsPage } from '../../scripts/commands-docs/page.ts'
import { COMMANDS } from '../../src/cli/commands.ts'
import { commandHelp } from '../../src/cli/help.ts'
import { vscodeFiles } from '../../src/cli/editor/vscode.ts'
import { compareText } from '../../src/corpus/compare.ts'
import { filesIn, pathWithin } from '../../src/site/files-in.ts'
import { environment, ROOT } from '../support/commands.ts'
import { contentFolder } from '../support/content-folder.ts'

const SCRIPT = join(ROOT, 'src/cli/throughline.mjs')

const runIn = (folder: string, ...args: string[]) =>
  spawnSync(process.execPath, [SCRIPT, ...args], { cwd: folder, env: environment(''), encoding: 'utf8', input: '' })
const run = (...args: string[]) => runIn(ROOT, ...args)

describe('help', () => {
  test('lists every command with what it does, and the exit codes', () => {
    for (const args of [[], ['--help'], ['help']]) {
      const { status, stdout } = run(...args)
      assert.equal(status, 0)
      for (const name of Object.keys(COMMANDS)) assert.match(stdout, new RegExp(`^ {2}${name} +[A-Z]`, 'm'))
      assert.match(stdout, /^Exit codes\n {2}0 .+\n {2}1 .+\n {2}2 /m)
    }
  })

  test('of a command is printed, however it is asked for', () => {
    for (const args of [
      ['rename', '--help'],
      ['help', 'rename'],
    ]) {
      const { status, stdout } = run(...args)
      assert.equal(status, 0)
      assert.equal(stdout, `${commandHelp('rename', COMMANDS['rename'])}\n`)
    }
  })

  for (const [name, command] of Object.entries(COMMANDS))
    test(`of ${name} has its options and an example`, () => {
      const help = commandHelp(name, command)
      for (const option of Object.keys(command.options))
        assert.match(help, new RegExp(`^ {2}--(no-)?${option}\\b`, 'm'))
      assert.ok(help.includes(`throughline ${command.examples[0][0]}`))
    })
})

test('docs/commands.md is what `npm run docs:commands` writes', () =>
  assert.equal(readFileSync(join(ROOT, 'docs/commands.md'), 'utf8'), commandsPage()))

describe('what is not known', () => {
  const says = (args: string[], sentence: RegExp) => () => {
    const { status, stderr } = run(...args)
    assert.match(stderr, sentence)
    assert.equal(status, 2)
  }
  test('a short command with letters that changed places', says(['nwe', 'note'], /Did you mean "new"\?/))
  test('a command', says(['biuld'], /^There is no command "biuld"\. Did you mean "build"\?/))
  test('an option', says(['build', '--outdir', 'x'], /^build has no option --outdir\. Did you mean "--outDir"\?/))
  test('an option without its value', says(['build', '--outDir'], /^--outDir needs a value: --outDir <folder>\./))
  test('a word', says(['check', 'notes'], /^check takes options only, and "notes" is none\./))
  test('a shell', says(['completion', 'bsh'], /Did you mean "bash"\?/))
  test('a port', says(['dev', '--port', 'x'], /^--port is a number from 1 to 65535/))
  test('a host', says(['init', '--yes', '--host', 'gitub'], /^The host is one of .+ Did you mean "github"\?/))
  test('an answer, where nobody can be asked', says(['init'], /^There is no terminal/))
})

test('an older Node is refused with one sentence', () => {
  const older = `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.19.0'}})`
  for (const script of [SCRIPT, join(ROOT, 'packages/create-throughline/index.mjs')]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', older, script], { encoding: 'utf8' })
    assert.equal(status, 2)
    assert.equal(
      stdout + stderr,
      'Throughline runs on Node 22.12 or later, and this is Node 20.19.0. Install a newer one from https://nodejs.org.\n',
    )
  }
})

test('a clone begins no site for a Node on which it would not run', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: { create: string } }
  const [script = ''] = /scripts\/[\w-]+\.mjs/.exec(scripts.create) ?? []
  const runWith = (node: string) => {
    const env = { ...environment(''), npm_config_user_agent: `npm/10.8.2 node/v${node} linux x64 workspaces/false` }
    return spawnSync(process.execPath, [join(ROOT, script)], { env, encoding: 'utf8' })
  }
  assert.equal(runWith('22.12.0').status, 0)
  const { status, stderr } = runWith('20.19.0')
  assert.equal(status, 2)
  assert.match(stderr, /^A site runs on Node 22\.12 or later, and this is Node 20\.19\.0\. Install a newer one/)
})

describe('completion', () => {
  test('in Bash lists commands, and the options of a command', () => {
    const complete = (...words: string[]): string => {
      const set = `COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}`
      const script = `eval "$(cat)"; ${set}; _throughline; echo "\${COMPREPLY[*]}"`
      const { stdout: input } = run('completion', 'bash')
      return execFileSync('bash', ['-c', script], { input, encoding: 'utf8' }).trim()
    }
    assert.equal(complete('throughline', 'pre'), 'preview')
    assert.equal(complete('throughline', 'build', '--no'), '--no-search')
    assert.equal(complete('throughline', 'completion', 'f'), 'fish')
  })

  for (const shell of ['zsh', 'fish'])
    test(`in ${shell} names every command`, () => {
      const { stdout } = run('completion', shell)
      for (const name of Object.keys(COMMANDS)) assert.ok(stdout.includes(name), name)
    })
})

describe('init', () => {
  const filesOf = (folder: string): string[] => filesIn(folder).map((file) => pathWithin(folder, file))
  const editorFiles = (content: string): string[] =>
    vscodeFiles(content)
      .map(({ path }) => path)
      .sort(compareText)

  test('writes a first site that has no problem, and no file twice', () => {
    const folder = contentFolder({})
    assert.equal(runIn(folder, 'init', '--yes', '--title', 'On "memory": a site', '--author', 'Ann').status, 0)
    assert.deepEqual(filesOf(folder), [
      '.gitignore',
      ...editorFiles('content'),
      'content/inquiries/how-to-space-study.md',
      'content/notes/gap-grows-with-retention.md',
      'content/references.bib',
      'content/site.yaml',
      'package.json',
    ])
    const { status, stderr } = runIn(folder, 'check')
    assert.equal(status, 0)
    assert.match(stderr, /2 entries, 0 drafts, 0 skipped; 0 errors, 0 warnings\./)
    const before = filesIn(folder).map((file) => readFileSync(file, 'utf8'))
    const again = runIn(folder, 'init', '--yes', '--title', 'Another')
    assert.doesNotMatch(again.stdout, /written/)
    assert.deepEqual(
      filesIn(folder).map((file) => readFileSync(file, 'utf8')),
      before,
    )
  })

  test('takes a folder of notes as it is', () => {
    const folder = contentFolder({ 'One.md': 'See [[Nothing]].\n', '.gitignore': 'mine\n' })
    assert.equal(runIn(folder, 'init', '--yes').status, 0)
    assert.deepEqual(filesOf(folder), ['.gitignore', ...editorFiles(''), 'One.md', 'package.json', 'site.yaml'])
    assert.equal(readFileSync(join(folder, '.gitignore'), 'utf8'), 'mine\n')
    assert.match(readFileSync(join(folder, 'site.yaml'), 'utf8'), /^mode: lenient$/m)
    assert.equal(runIn(folder, 'check').status, 0)
  })

  test('gives Obsidian its files where the notes are a vault', () => {
    const folder = contentFolder({ 'One.md': 'One\n', '.obsidian/app.json': '{}' })
    assert.equal(runIn(folder, 'init', '--yes').status, 0)
    assert.ok(filesOf(folder).includes('templates/Note.md'))
    assert.match(readFileSync(join(folder, '.obsidian/types.json'), 'utf8'), /"draft": "checkbox"/)
  })

  test('completes a package.json that npm made, and no other', () => {
    const manifest = (text: string): Record<string, object> => {
      const folder = contentFolder({ 'package.json': text })
      assert.equal(runIn(folder, 'init', '--yes').status, 0)
      return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, object>
    }
    const { scripts, dependencies } = manifest('{"dependencies": {"throughline": "^0.1.0", "mermaid": "11"}}')
    assert.deepEqual(dependencies, { throughline: '^0.1.0', mermaid: '11' })
    assert.equal((scripts as Record<string, string>)['build'], 'throughline build')
    assert.deepEqual(manifest('{"name": "mine"}'), { name: 'mine' })
  })

  test('names a command that is there, also beside a package.json without scripts', () => {
    const nextIn = (folder: string): string => runIn(folder, 'init', '--yes').stdout.trim().split('\n').at(-1)!
    assert.equal(nextIn(contentFolder({})), 'Next: npm install, then npm run dev')
    assert.equal(nextIn(contentFolder({ 'package.json': '{"scripts":{"dev":"vite"}}' })), 'Next: npx throughline dev')
  })

  test('writes how the host builds the site, at the address that it has there', () => {
    const folder = contentFolder({})
    execFileSync('git', ['init', '-q'], { cwd: folder })
    execFileSync('git', ['remote', 'add', 'origin', 'git@github.com:Ann/garden.git'], { cwd: folder })
    assert.equal(runIn(folder, 'init', '--yes', '--host', 'github').status, 0)
    assert.match(readFileSync(join(folder, '.github/workflows/site.yml'), 'utf8'), /npx throughline build/)
    assert.match(readFileSync(join(folder, 'content/site.yaml'), 'utf8'), /^url: https:\/\/ann\.github\.io\/garden$/m)
  })
})

describe('init in a site that is there', () => {
  test('adds the address and the host to settings that do not name them, and changes nothing else of them', () => {
    const folder = contentFolder({})
    assert.equal(runIn(folder, 'init', '--yes').status, 0)
    const file = join(folder, 'content/site.yaml')
    const before = readFileSync(file, 'utf8')
    const again = runIn(folder, 'init', '--yes', '--host', 'netlify', '--url', 'https://ann.example/garden')
    assert.match(again.stdout, /^changed {2}content\/site\.yaml$/m)
    const after = readFileSync(file, 'utf8')
    assert.equal(
      after,
      `${before.replace('# url: https://example.org/garden', 'url: https://ann.example/garden')}host: netlify\n`,
    )
    const third = runIn(folder, 'init', '--yes', '--host', 'netlify', '--url', 'https://bob.example')
    assert.match(
      third.stdout,
      /^kept {5}content\/site\.yaml\. It names the url https:\/\/ann\.example\/garden already\.$/m,
    )
    assert.equal(readFileSync(file, 'utf8'), after)
  })
})

describe('doctor', () => {
  const examined = (folder: string): { status: number | null; states: Record<string, string> } => {
    const { status, stdout } = runIn(folder, 'doctor', '--json')
    const all = JSON.parse(stdout) as { about: string; state: string; remedy?: string }[]
    for (const { state, remedy, about } of all) if (state === 'warning') assert.ok(remedy, about)
    return { status, states: Object.fromEntries(all.map(({ about, state }) => [about, state])) }
  }

  test('finds nothing wrong with a site that can be published', () => {
    const folder = contentFolder({ 'content/site.yaml': 'url: https://example.org\n', 'content/notes/a.md': '# A\n' })
    execFileSync('git', ['init', '-q'], { cwd: folder })
    const { status, states } = examined(folder)
    assert.equal(status, 0)
    assert.deepEqual(new Set(Object.values(states)), new Set(['ok']))
  })

  test('names a bibliography that nothing reads, and how its works are added', () => {
    const bib = '@book{a2020, title={T}}\n'
    const folder = contentFolder({
      'content/site.yaml': 'title: T\n',
      'content/notes/a.md': '# A\n',
      'content/x.bib': bib,
    })
    assert.equal(examined(folder).states['bibliography'], 'warning')
    assert.match(
      runIn(folder, 'doctor').stdout,
      /and not from x\.bib\.\n {2}throughline import x\.bib adds its works\./,
    )
    const lenient = contentFolder({ 'content/notes/a.md': '# A\n', 'content/x.bib': bib })
    assert.equal(examined(lenient).states['bibliography'], undefined)
  })

  test('finds what is missing and what is wrong', () => {
    const folder = contentFolder({ 'site.yaml': 'langage: de\n', 'notes/a.md': '[[b]]\n' })
    const { status, states } = examined(folder)
    assert.equal(status, 1)
    assert.equal(states['problems'], 'error')
    assert.equal(states['settings'], 'error')
    assert.equal(states['publishing'], 'warning')
    mkdirSync(join(folder, 'content'))
    assert.equal(examined(folder).states['content'], 'error')
  })
})

describe('a folder of notes', () => {
  test('is built where it lies, and what was built is none of its notes', () => {
    const folder = contentFolder({ 'One.md': '# One\nSee [[Two]].\n', 'Two.md': '# Two\n' })
    for (const kept of ['bundled', 'kept']) {
      const { status, stdout, stderr } = runIn(folder, 'build')
      assert.equal(status, 0, stderr)
      assert.match(stdout, /^2 files read: 2 entries/m)
      assert.match(stdout, new RegExp(`page code: ${kept}`))
    }
    const files = filesIn(folder).map((file) => pathWithin(folder, file))
    assert.deepEqual(
      files.filter((file) => !/^(dist|\.throughline)\//.test(file)),
      ['One.md', 'Two.md'],
    )
    assert.ok(files.includes('dist/notes/one/index.html'))
    // The next command runs from bundled code.
    assert.ok(files.some((file) => /^\.throughline\/throughline-command-code-[\w-]+\/check\.mjs$/.test(file)))
  })
})
