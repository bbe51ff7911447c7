/** A command that is ended before it can say a word: the process that started it says why, and ends in the same way. */
import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { on } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { describe, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { command } from '../../src/cli/command.ts'
import { setActivity } from '../../src/site/activity.ts'
import { isRunning } from '../../src/site/is-running.ts'
import { killed, outOfMemory, PUBLISHING } from '../../src/site/sudden-end.mjs'
import { environment, ROOT } from '../support/commands.ts'
import { contentFolder } from '../support/content-folder.ts'

const content = contentFolder({ 'notes/a.md': 'About moss.\n' })

interface Ended {
  readonly status: number | null
  readonly signal: NodeJS.Signals | null
  readonly stderr: string
}

interface Started {
  readonly child: ChildProcess
  readonly stdout: Readable
  readonly ended: Promise<Ended>
}

/** Starts Node in the folder of the project. */
function start(args: readonly string[], options = '', folder = content): Started {
  const env = { ...environment(folder), NODE_OPTIONS: options }
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const { promise: ended, resolve } = Promise.withResolvers<Ended>()
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  child.stdout.resume()
  child.on('close', (status, signal) => resolve({ status, signal, stderr }))
  return { child, stdout: child.stdout, ended }
}

/**
 * Enough for Node to start, and not for the demo. With less, Node itself runs out of it, and stops for good about every
 * other time instead of ending.
 */
const SMALL = 18

describe('a memory that is full', () => {
  for (const name of ['build', 'check'])
    test(`ends a ${name} in a sentence, and the site stays`, async () => {
      const dist = contentFolder({})
      writeFileSync(join(dist, 'index.html'), 'old')
      const args = ['src/cli/run.mjs', name, ...(name === 'build' ? ['--force', '--outDir', dist] : [])]
      const { status, stderr } = await start(args, `--max-old-space-size=${SMALL}`, join(ROOT, 'content')).ended
      assert.match(
        stderr,
        new RegExp(`^The ${name} ran out of memory.*: it may use ${SMALL} MB\\. Give it more: `, 'm'),
      )
      assert.match(stderr, new RegExp(`NODE_OPTIONS=--max-old-space-size=4096 npm run ${name}\\.`))
      assert.equal(status, 1)
      assert.deepEqual([readdirSync(dist), readFileSync(join(dist, 'index.html'), 'utf8')], [['index.html'], 'old'])
    })

  test('of a worker thread, with which only the thread ends, is said in the same sentence', async (t) => {
    const print = t.mock.method(console, 'error', () => undefined)
    const before = process.exitCode
    setActivity('reading files')
    await command('check', () =>
      Promise.reject(Object.assign(new Error('Worker'), { code: 'ERR_WORKER_OUT_OF_MEMORY' })),
    )
    assert.equal(process.exitCode, 1)
    process.exitCode = before
    assert.match(
      String(print.mock.calls[0]?.arguments[0]),
      / ran out of memory while it was reading files: it may use \d+ MB\. /,
    )
  })

  test('is told with what was done, and without a character that a terminal obeys', () => {
    assert.match(
      outOfMemory('check', 'reading notes/a\u001b.md'),
      /^The check ran .* reading notes\/a\uFFFD\.md: .* check\.$/,
    )
    assert.match(outOfMemory('build', PUBLISHING), /Then build again, to finish the site\.$/)
    assert.match(
      killed('build', 'SIGKILL', 'rendering pages'),
      /SIGKILL while it was rendering pages\. A system does so/,
    )
  })
})

describe('a command', () => {
  test('gives its exit code on', async () => {
    const { status, signal } = await start(['src/cli/run.mjs', 'check', '--format', 'none']).ended
    assert.deepEqual([status, signal], [2, null])
  })

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGKILL'] as const)
    test(`ends with the process that started it: ${signal}`, async () => {
      const { child, stdout, ended } = start(['src/cli/run.mjs', 'build', '--outDir', contentFolder({})], SAY_ID)
      const id = await idOfBuild(stdout)
      assert.ok(id !== child.pid && isRunning(id))
      child.kill(signal)
      assert.equal((await ended).signal, signal)
      for (let waited = 0; isRunning(id) && waited < 10_000; waited += 50) await setTimeout(50)
      assert.ok(!isRunning(id))
    })
})

/** Has every process of a command say its script and its number. */
const SAY_ID = '--import=data:text/javascript,console.log(process.argv[1],process.pid)'

/** Resolves to the number of the process that builds, once it has read the content. */
async function idOfBuild(stdout: Readable): Promise<number> {
  let text = ''
  for await (const part of on(stdout, 'data')) {
    text += String(part[0])
    const id = /start\.ts (\d+)/.exec(text)?.[1]
    if (id !== undefined && /files? read:/.test(text)) return Number(id)
  }
  throw new Error('The build ended.')
}
