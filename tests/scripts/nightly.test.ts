/** What only the nightly run tests is tested: the script runs everything, and a workflow starts it by the clock. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parse } from 'yaml'
import { ROOT } from '../support/commands.ts'
import { isNightly, nightly } from '../support/runs.ts'

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

test('the nightly run is `npm test` with everything in it, and a workflow starts it each night', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  assert.match(scripts['test:nightly']!, /^RUNS_FACTOR=\d+ npm test$/)
  const workflow = parse(read('.github/workflows/nightly.yml')) as {
    on: { schedule: { cron: string }[] }
    jobs: { test: { steps: { run?: string }[] } }
  }
  assert.match(workflow.on.schedule[0]!.cron, /^\d+ \d+ \* \* \*$/)
  assert.equal(workflow.jobs.test.steps.at(-1)!.run, 'npm run test:nightly')
})

test('where properties are tried more often, no test is skipped for being dear', () =>
  assert.equal(nightly.skip === false, isNightly))
