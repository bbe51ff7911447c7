/**
 * Runs the checks and the tests of the project: `npm run verify`, or with `quick` only what needs no site and no
 * browser. As many run at a time as there are cores. Of a script that passes only its time is printed, of one that fails
 * all that it printed, and at the very end what failed in it once more, because logs keep their last lines.
 */
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { failureIn } from './failure-in.ts'

/** Scripts of package.json. Those that take long begin first, so that all are done at about the same time. */
const QUICK = ['lint:eslint', 'test:unit', 'lint:astro', 'lint:order', 'lint:prettier']
const ALL = ['test:build', 'test:incremental', 'test:browser', 'test:site', ...QUICK]

/** What has to be done before, because something reads what it makes. */
const AFTER: Readonly<Record<string, string>> = { 'test:site': 'test:build', 'test:browser': 'test:build' }

/** So many of its last lines any log keeps, roughly. */
const LAST_LINES = 160

interface Result {
  readonly script: string
  readonly seconds: number
  readonly passed: boolean
  readonly output: string
}

function run(script: string): Promise<Result> {
  const began = performance.now()
  const child = spawn('npm', ['run', '--silent', script], { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (status) => {
      const seconds = Math.round((performance.now() - began) / 1000)
      const passed = status === 0
      console.log(`> npm run ${script}: ${passed ? 'passed' : 'FAILED'} after ${seconds} s`)
      if (!passed) console.log(`\n${output}`)
      resolve({ script, seconds, passed, output })
    })
  })
}

/** Runs scripts side by side, each once what it comes after is done. One that fails keeps no other from being run. */
async function runAll(scripts: readonly string[], most: number): Promise<Result[]> {
  const waiting = [...scripts]
  const running = new Map<string, Promise<Result>>()
  const results: Result[] = []
  const isReady = (script: string): boolean => {
    const before = AFTER[script]
    return before === undefined || !(waiting.includes(before) || running.has(before))
  }
  for (;;) {
    for (
      let script = waiting.find(isReady);
      script !== undefined && running.size < most;
      script = waiting.find(isReady)
    ) {
      waiting.splice(waiting.indexOf(script), 1)
      running.set(script, run(script))
    }
    if (running.size === 0) return results
    const result = await Promise.race(running.values())
    running.delete(result.script)
    results.push(result)
  }
}

const { positionals } = parseArgs({ allowPositionals: true })
const results = await runAll(positionals.includes('quick') ? QUICK : ALL, Math.max(2, availableParallelism()))
console.log(`\n${results.map(({ script, seconds }) => `${script} ${seconds} s`).join(', ')}`)
const failed = results.filter(({ passed }) => !passed)
for (const { script, output } of failed)
  console.error(`\n> npm run ${script} FAILED:\n\n${failureIn(output, Math.floor(LAST_LINES / failed.length))}`)
if (failed.length > 0) console.error(`\nFailed: ${failed.map(({ script }) => script).join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1
