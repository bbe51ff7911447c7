/** Runs commands as a user does, each in a process of its own, which may be ended before it is done. */
import { spawn } from 'node:child_process'
import { environment, NODE_OPTIONS, ROOT, type Order, type Run } from './commands.ts'

export interface Running {
  readonly done: Promise<Run>
  /** Once the content is read, and before anything is written; or once the command has ended. */
  readonly hasRead: Promise<true>
  /** At once, with all that it has started. */
  kill(): void
  /** Holds it, with all that it has started, until it is resumed. */
  pause(): void
  resume(): void
}

const HAS_READ = /\d files? read:/

export function start(command: Order['command'], args: readonly string[], contentDir: string, project = ROOT): Running {
  const child = spawn(process.execPath, [...NODE_OPTIONS, 'src/cli/start.ts', command, ...args], {
    cwd: project,
    env: environment(contentDir),
    // A process group of its own.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = { stdout: '', stderr: '' }
  const { promise: hasRead, resolve: read } = Promise.withResolvers<true>()
  const { promise: done, resolve: end, reject: fail } = Promise.withResolvers<Run>()
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output.stdout += text
    if (HAS_READ.test(output.stdout)) read(true)
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text))
  child.on('error', fail)
  child.on('close', (status) => {
    read(true)
    end({ status, ...output })
  })
  const send = (signal: NodeJS.Signals) => (): void => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid!, signal)
  }
  return { done, hasRead, kill: send('SIGKILL'), pause: send('SIGSTOP'), resume: send('SIGCONT') }
}
