/** This file describes what the figures were measured on. */
import { execFileSync } from 'node:child_process'
import { cpus, loadavg, totalmem } from 'node:os'
import { ROOT } from '../places.ts'

/** A `Machine` is what a report says of where it was measured. */
export interface Machine {
  readonly cpu: string
  readonly cores: number
  readonly memoryGiB: number
  readonly system: string
  /**
   * This is the number of processes that wanted to run in the last minute, before anything was measured. It is near 0
   * on a machine at rest.
   */
  readonly load: number
  readonly node: string
  readonly date: string
  readonly commit: string
}

/** Describes this machine as it is now. */
export function describeMachine(): Machine {
  const cores = cpus()
  return {
    cpu: cores[0]?.model.trim() ?? 'unknown',
    cores: cores.length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${process.arch}`,
    load: Number(loadavg()[0]!.toFixed(1)),
    node: process.version,
    date: new Date().toISOString(),
    commit: currentCommit(),
  }
}

/** Returns the commit that is measured, and says whether its files have changed since. */
export function currentCommit(): string {
  try {
    const git = (...args: string[]): string => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim()
    return (
      git('rev-parse', '--short', 'HEAD') +
      (git('status', '--porcelain', 'src', 'package.json') === '' ? '' : ' with changes')
    )
  } catch {
    return 'unknown'
  }
}
