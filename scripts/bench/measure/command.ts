/** This file runs one command as a whole process and measures what it takes. */
import { spawn, type ChildProcess } from 'node:child_process'
import { text } from 'node:stream/consumers'
import type { Readable } from 'node:stream'
import { COMPILE_CACHE } from '../places.ts'
import { watchMemory } from './memory-watch.ts'

/** A command is a program with its arguments, its working folder and its environment. */
export interface Command {
  readonly command: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
}

/** A `Usage` is what a process took. */
export interface Usage {
  /** This is time by the wall clock. */
  readonly seconds: number
  /**
   * This is the user and system time of the process and of its children. It is undefined where there is no POSIX
   * shell to ask.
   */
  readonly cpuSeconds: number | undefined
  /**
   * This is the peak memory of the process and its descendants together, in bytes. It is undefined elsewhere than on
   * Linux.
   */
  readonly peakMemory: number | undefined
}

/** A run is what a process took, and what it wrote. */
export interface Run extends Usage {
  readonly output: string
}

const posix = process.platform !== 'win32'

/**
 * This script of the shell waits for the command and writes the times of its children to a channel of its own. Node
 * cannot tell them, because it knows only its own resources.
 */
const TIMED = '"$@" 3>&-; status=$?; times >&3; exit $status'

/**
 * Runs a command and measures it.
 *
 * @throws {Error} When the command fails. The message holds the end of what it wrote.
 */
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

/** Starts a command under the shell that measures it, or by itself where there is no such shell. */
function start({ command, args, cwd, env }: Command): ChildProcess {
  const options = {
    cwd,
    env: { ...process.env, NO_COLOR: '1', NODE_COMPILE_CACHE: COMPILE_CACHE, ...env },
  }
  return posix
    ? spawn('sh', ['-c', TIMED, 'sh', command, ...args], { ...options, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] })
    : spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
}

/** Waits for a process to end, and returns its exit code or its signal. */
const ended = (child: ChildProcess): Promise<number | string> =>
  new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      resolve(code ?? signal ?? 'unknown')
    })
  })

/**
 * Reads the user and system time in seconds from the output of `times`. Its second line is that of the children, such
 * as `0m1.23s 0m0.45s`.
 */
function cpuSeconds(times: string): number | undefined {
  const [user, system] = [...(times.split('\n')[1] ?? '').matchAll(/(\d+)m([\d.,]+)s/g)].map(
    ([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds!.replace(',', '.')),
  )
  return user === undefined || system === undefined ? undefined : user + system
}

const commandLine = ({ command, args }: Command): string => [command, ...args].join(' ')
/** Returns the last ten lines of an output, without the lines of a stack trace. */
const lastLines = (said: string): string =>
  said
    .trim()
    .split('\n')
    .filter((line) => !/^\s+at /.test(line))
    .slice(-10)
    .join('\n')
