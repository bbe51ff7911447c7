/** Runs the project's commands, each as if in a process of its own: see `command-process.ts`. */
import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

export interface Order {
  readonly command: 'build' | 'check' | 'export' | 'import' | 'join' | 'new' | 'rename'
  readonly args: readonly string[]
  /** The folder of the project, or of a copy of it. */
  readonly project: string
  readonly env: Readonly<Record<string, string>>
  /** Does a person watch what it prints? */
  readonly isWatched?: boolean
}

export interface Run {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** How the scripts of `package.json` start Node, in the folder of the project. */
export const NODE_OPTIONS = ['--import', './src/cli/compile-cache.ts']

/** What a command of the tests sees, whoever runs them. What GitHub says of itself changes what is printed. */
export function environment(contentDir: string): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(THROUGHLINE_|NODE_TEST_|CI$|GITHUB_)/.test(name))
  return {
    ...Object.fromEntries(inherited),
    CONTENT_DIR: contentDir,
    NO_COLOR: '1',
  }
}

let child: ChildProcess | undefined
let running: PromiseWithResolvers<Run>
let last: Promise<unknown> = Promise.resolve()

/** One after another, because all of them have one process. */
export function runCommand(order: Order): Promise<Run> {
  const run = last.then(() => runNow(order))
  last = run.catch(() => undefined)
  return run
}

async function runNow(order: Order): Promise<Run> {
  running = Promise.withResolvers()
  child ??= begin()
  waitFor(child, true)
  child.send(order)
  return running.promise.finally(() => waitFor(child!, false))
}

/** It ends when the tests have. */
function begin(): ChildProcess {
  const begun = fork(new URL('./command-process.ts', import.meta.url), {
    cwd: ROOT,
    execArgv: NODE_OPTIONS,
    env: environment(''),
  })
  begun.on('message', (run: Run) => running.resolve(run))
  begun.on('exit', (status) => running.reject(new Error(`The process of the commands ended with ${status}.`)))
  process.once('beforeExit', () => {
    waitFor(begun, true)
    begun.disconnect()
  })
  return begun
}

function waitFor(child: ChildProcess, wait: boolean): void {
  for (const handle of [child, child.channel]) handle?.[wait ? 'ref' : 'unref']()
}
