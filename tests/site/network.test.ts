/** Builds, checks, the development server and the preview look nothing up, send nothing and connect to nothing but this machine. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { after, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { findFreePort } from '../../scripts/bench/serve/free-port.ts'
import { contentFolder } from '../support/content-folder.ts'
import { ROOT } from '../support/commands.ts'
import { nightly } from '../support/runs.ts'

const folder = mkdtempSync(join(tmpdir(), 'throughline-network-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> }

const content = contentFolder({
  'site.yaml': 'title: Garden\nurl: https://example.invalid/garden\nrepository: https://example.invalid/ann/garden\n',
  'notes/a.md': '---\nsource: k\n---\nA [link](https://example.invalid/) and https://example.invalid/x.\n',
  'references.bib': '@book{k, title={T}, author={Lee, Ann}, year=2020, doi={10.1/x}, url={https://example.invalid/k}}',
})

/** What the tests themselves, or whoever runs them, say to Astro. A writer says nothing. */
const SAID = /^(ASTRO_|TELEMETRY_|CI$|CONTINUOUS_INTEGRATION$|BUILD_|GITHUB_|NODE_OPTIONS$|NODE_TEST_|THROUGHLINE_)/

/**
 * Starts a script of `package.json` as npm does, on an account on which Astro has asked for nothing yet.
 *
 * @param name The name of the log in which every process of it writes what it looks up and connects to.
 */
function start(script: string, name: string, parameters: readonly string[]) {
  const home = join(folder, `home-${name}`)
  const inherited = Object.entries(process.env).filter(([variable]) => !SAID.test(variable))
  const log = join(folder, `${name}.log`)
  const child = spawn('sh', ['-c', `exec ${scripts[script]!} "$@"`, 'sh', ...parameters], {
    cwd: ROOT,
    env: {
      ...Object.fromEntries(inherited),
      PATH: [join(ROOT, 'node_modules/.bin'), process.env['PATH']].join(delimiter),
      HOME: home,
      XDG_CONFIG_HOME: home,
      ASTRO_DEV_BACKGROUND: '0',
      ASTRO_PREVIEW_BACKGROUND: '0',
      CONTENT_DIR: content,
      NETWORK_LOG: log,
      NODE_OPTIONS: `--import ${pathToFileURL(join(ROOT, 'tests/support/record-network.ts')).href}`,
    },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  return { child, output: () => output, lines: () => readFileSync(log, 'utf8').trim().split('\n') }
}

/** Holds that the command was watched, and that nothing it did led away from this machine. */
function assertNoNetwork(lines: readonly string[]): void {
  assert.ok(lines.some((line) => line.startsWith('process ')))
  assert.deepEqual(
    lines.filter((line) => !line.startsWith('process ')),
    [],
  )
}

const outDir = join(folder, 'dist')

for (const [script, parameters] of [
  ['build', ['--outDir', outDir]],
  ['check', []],
] as const)
  test(`npm run ${script}`, async () => {
    const { child, output, lines } = start(script, script, parameters)
    const [status] = (await once(child, 'close')) as [number | null]
    assert.equal(status, 0, output())
    assertNoNetwork(lines())
  })

for (const [script, parameters] of [
  ['dev', ['--ignore-lock']],
  // It serves what the test of the build has built, also while `npm run demo` runs in another window.
  ['preview', ['--ignore-lock', '--outDir', outDir]],
] as const)
  test(`npm run ${script}, until the first page is there`, script === 'dev' ? nightly : {}, async () => {
    const port = await findFreePort()
    const { child, output, lines } = start(script, script, [...parameters, '--port', String(port)])
    try {
      const url = `http://localhost:${port}/garden/`
      let answer: Response | undefined
      while (answer === undefined && child.exitCode === null) {
        await new Promise((resolve) => setTimeout(resolve, 200))
        answer = await fetch(url).catch(() => undefined)
      }
      assert.equal(answer?.status, 200, output())
      assert.match(await answer.text(), /Garden/)
      assertNoNetwork(lines())
    } finally {
      child.kill()
      if (child.exitCode === null) await once(child, 'exit')
    }
  })
