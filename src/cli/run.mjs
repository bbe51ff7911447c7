/**
 * Runs a command in a process of its own and ends as that process does. `node src/cli/run.mjs build --fresh` runs
 * the command `build` with `--fresh`.
 *
 * When the memory of a process ends, Node aborts it, and nothing in it can say a word any more. This process is there
 * to say in a sentence what happened and what helps. It is no TypeScript and imports next to nothing, because every
 * command waits for it.
 */
import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { killed, outOfMemory } from '../site/sudden-end.mjs'
import { RESTART, RESTARTED } from './restart.mjs'

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/** With this code a process ends that was aborted where there are no signals, as on Windows. */
const ABORTED = 134

const [command = '', ...args] = process.argv.slice(2)
const supervised = new URL('./supervised.ts', import.meta.url).href
const script = fileURLToPath(new URL('./start.ts', import.meta.url))

// With the variable, Node keeps what it made of the very first modules as well, which `enableCompileCache` comes too
// late for. The folder is the one that function uses.
const env = { NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache'), ...process.env }

let activity = ''
/** @type {import('node:child_process').ChildProcess} */
let child
for (const signal of SIGNALS) process.on(signal, () => child.kill(signal))
start(env)

/** @param {NodeJS.ProcessEnv} environment */
function start(environment) {
  child = spawn(process.execPath, [...process.execArgv, '--import', supervised, script, command, ...args], {
    env: environment,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  child.on('message', (message) => (activity = String(message)))
  child.on('close', (code, signal) => {
    if (code === RESTART) start({ ...env, [RESTARTED]: '1' })
    else if (signal === 'SIGABRT' || code === ABORTED) end(outOfMemory(command, activity))
    else if (SIGNALS.some((each) => each === signal)) endWith(signal)
    else if (signal !== null) end(killed(command, signal, activity))
    else process.exitCode = code ?? 1
  })
}

/** @param {string} sentence What to tell the user. */
function end(sentence) {
  console.error(`\n${sentence}`)
  process.exitCode = 1
}

/**
 * Ends this process with the signal that ended the command, so that a shell or a script sees the same.
 *
 * @param {NodeJS.Signals | null} signal
 */
function endWith(signal) {
  for (const each of SIGNALS) process.removeAllListeners(each)
  process.kill(process.pid, signal ?? 'SIGTERM')
}
