/**
 * Runs the checks and the tests of the project: `npm run verify`, or with `quick` only what needs no site and no
 * browser. As many run at a time as there are cores. What each of them prints is printed in one piece once it is done.
 */
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'

/** Scripts of package.json. Those that take long begin first, so that all are done at about the same time. */
const QUICK = ['lint:eslint', 'test:unit', 'lint:astro', 'lint:order', 'lint:prettier']
const ALL = ['test:build', 'test:incremental', 'test:browser', 'test:site', ...QUICK]

/** What has to be done before, because something reads what it makes. */
const AFTER: Readonly<Record<string, string>> = { 'test:site': 'test:build', 'test:browser': 'test:build' }

interface Result {
  readonly script: string
  readonly seconds: number
  readonly passed: boolean
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
      console.log(`\n> npm run ${script}: ${status === 0 ? 'passed' : 'FAILED'} after ${seconds} s\n\n${output.trim()}`)
      resolve({ script, seconds, passed: status === 0 })
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
const failed = results.filter(({ passed }) => !passed).map(({ script }) => script)
if (failed.length > 0) console.error(`Failed: ${failed.join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1
