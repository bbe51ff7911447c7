/** This file reads the memory of a process and all its descendants from Linux. */
import { readdirSync, readFileSync } from 'node:fs'

/** This tells whether the system gives the memory of processes. */
export const knowsMemory = process.platform === 'linux'

/**
 * Returns the bytes that a process and its descendants hold now. Pages that several of them share are counted once
 * (proportional set size), so that the sum is what the machine must have.
 */
export function memoryOf(root: number): number {
  return descendants(root).reduce((sum, pid) => sum + proportionalSetSize(pid), 0)
}

/** Lists the ids of a process and of all processes that come from it. */
function descendants(root: number): number[] {
  const children = Map.groupBy(processes(), ({ parent }) => parent)
  const found: number[] = []
  for (let next = [root]; next.length > 0; next = next.flatMap((pid) => children.get(pid) ?? []).map(({ pid }) => pid))
    found.push(...next)
  return found
}

/** Lists all processes with their parents. */
function processes(): { pid: number; parent: number }[] {
  const pids = readdirSync('/proc').map(Number).filter(Number.isInteger)
  return pids.flatMap((pid) => {
    // The name of the command is in brackets and may hold any sign. The state and the parent follow it.
    const parent = /^.*\) \S (\d+)/s.exec(readOrEmpty(`/proc/${pid}/stat`))?.[1]
    return parent === undefined ? [] : [{ pid, parent: Number(parent) }]
  })
}

/** Returns the bytes that one process holds, with its share of what it shares. */
function proportionalSetSize(pid: number): number {
  return Number(/^Pss:\s+(\d+) kB/m.exec(readOrEmpty(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) * 1024
}

/** Reads a file, or returns an empty text: a process may end between being listed and being read. */
function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
