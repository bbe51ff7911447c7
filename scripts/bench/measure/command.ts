/** Runs one command as a whole process and says what it took. */
import { spawn, type ChildProcess } from 'node:child_process'
import { text } from 'node:stream/consumers'
import type { Readable } from 'node:stream'
import { COMPILE_CACHE } from '../places.ts'
import { watchMemory } from './memory-watch.ts'

export interface Command {
  readonly command: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
}

export interface Usage {
  /** Wall clock. */
  readonly seconds: number
  /** User and system time of the process and of its children. Undefined where there is no POSIX shell to ask. */
  readonly cpuSeconds: number | undefined
  /** Peak of the process and its descendants together, in bytes. Undefined elsewhere than on Linux. */
  readonly peakMemory: number | undefined
}

export interface Run extends Usage {
  readonly output: string
}

const posix = process.platform !== 'win32'

/**
 * The shell waits for the command and tells the times of its children on a channel of its own. Node cannot tell them itself: it knows
 * its own resources only.
 */
const TIMED = '"$@" 3>&-; status=$?; times >&3; exit $status'

/** @throws When the command fails, with the end of what it said. */
export async function runMeasured(command: Command): Promise<Run> {
  const started = performance.now()
  const child = start(command)
  const memory = watchMemory(child.pid)
  const [out, errors, times, status] = await Promise.all([
    text(child.stdout!),
    text(child.stderr!),
    posix ? text(child.stdio[3] as Readable) : '',
    ended(child),
  ])
  const seconds = (performance.now() - started) / 1000
  const peakMemory = memory.stop()
  if (status !== 0) throw new Error(`${commandLine(command)} failed (${status}): ${lastLines(errors.trim() || out)}`)
  return { seconds, cpuSeconds: cpuSeconds(times), peakMemory, output: out + errors }
}

function start({ command, args, cwd, env }: Command): ChildProcess {
  const options = {
    cwd,
    env: { ...process.env, NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1', NODE_COMPILE_CACHE: COMPILE_CACHE, ...env },
  }
  return posix
    ? spawn('sh', ['-c', TIMED, 'sh', command, ...args], { ...options, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] })
    : spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
}

const ended = (child: ChildProcess): Promise<number | string> =>
  new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      resolve(code ?? signal ?? 'unknown')
    })
  })

/** The second line of `times` is of the children: `0m1.23s 0m0.45s`, user and system. */
function cpuSeconds(times: string): number | undefined {
  const [user, system] = [...(times.split('\n')[1] ?? '').matchAll(/(\d+)m([\d.,]+)s/g)].map(
    ([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds!.replace(',', '.')),
  )
  return user === undefined || system === undefined ? undefined : user + system
}

const commandLine = ({ command, args }: Command): string => [command, ...args].join(' ')
/** Without the places in the code where an error passed through. */
const lastLines = (said: string): string =>
  said
    .trim()
    .split('\n')
    .filter((line) => !/^\s+at /.test(line))
    .slice(-10)
    .join('\n')
