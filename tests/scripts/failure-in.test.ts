/** What `npm test` repeats at its end of a script that failed. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { failureIn } from '../../scripts/failure-in.ts'

test('of tests of Node, those that failed, with their errors', (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-failure-'))
  context.after(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'x.test.mjs')
  writeFileSync(
    file,
    `import { test } from 'node:test'
for (let number = 0; number < 300; number++) test('passes', () => undefined)
test('fails', () => { throw new Error('for this reason') })
for (let number = 0; number < 300; number++) test('passes', () => undefined)
`,
  )
  const env = { ...process.env }
  delete env['NODE_TEST_CONTEXT']
  const { stdout } = spawnSync(process.execPath, ['--test', file], { encoding: 'utf8', env })
  const failure = failureIn(stdout, 160)
  assert.match(failure, /^✖ failing tests:[^]*✖ fails[^]*for this reason/)
  assert.doesNotMatch(failure, /passes/)
})

test('of Playwright, its list of failures', () => {
  const list =
    '  1) tests/a.spec.ts:3:1 › fails ────\n\n    Error: for this reason\n\n  1 failed\n    tests/a.spec.ts:3:1 › fails'
  assert.equal(failureIn(`  ✓  1 passes (1s)\n  ✘  2 fails (2s)\n\n${list}\n`, 160), list)
})

test('of anything else, the last lines', () => {
  assert.equal(failureIn('1\n2\n3\n', 2), '2\n3')
})
