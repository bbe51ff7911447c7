/** Starts builds beside each other, and ends them before they are done. */
import { spawn } from 'node:child_process'
import type { Run } from '../build.ts'
import { COMPILED } from './project.ts'

export interface Running {
  readonly done: Promise<Run>
  /** Once the content is read, and before anything is written; or once the build has ended. */
  readonly hasRead: Promise<true>
  /** At once, with all that it has started. */
  kill(): void
}

const HAS_READ = /\d files? read:/

/** The build command, in a copy of the project. */
export function start(project: string, outDir: string, contentDir: string): Running {
  const child = spawn(process.execPath, ['src/cli/build.ts', '--outDir', outDir], {
    cwd: project,
    env: environment(contentDir),
    // A process group of its own.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printed = { stdout: '', stderr: '' }
  const { promise: hasRead, resolve: read } = Promise.withResolvers<true>()
  const { promise: done, resolve: end, reject: fail } = Promise.withResolvers<Run>()
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed.stdout += text
    if (HAS_READ.test(printed.stdout)) read(true)
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => (printed.stderr += text))
  child.on('error', fail)
  child.on('close', (status) => {
    read(true)
    end({ status, ...printed })
  })
  const kill = (): void => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid!, 'SIGKILL')
  }
  return { done, hasRead, kill }
}

function environment(contentDir: string): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(THROUGHLINE_|NODE_TEST_)/.test(name))
  return {
    ...Object.fromEntries(inherited),
    CONTENT_DIR: contentDir,
    ASTRO_TELEMETRY_DISABLED: '1',
    NODE_COMPILE_CACHE: COMPILED,
    NO_COLOR: '1',
  }
}
