/** The memory of a process and all its descendants, as Linux tells it. */
import { readdirSync, readFileSync } from 'node:fs'

export const knowsMemory = process.platform === 'linux'

/**
 * Bytes held by a process and its descendants now. Pages that several of them share are counted once (proportional set size), so that
 * the sum is what the machine must have.
 */
export function memoryOf(root: number): number {
  return descendants(root).reduce((sum, pid) => sum + proportionalSetSize(pid), 0)
}

function descendants(root: number): number[] {
  const children = Map.groupBy(processes(), ({ parent }) => parent)
  const found: number[] = []
  for (let next = [root]; next.length > 0; next = next.flatMap((pid) => children.get(pid) ?? []).map(({ pid }) => pid))
    found.push(...next)
  return found
}

function processes(): { pid: number; parent: number }[] {
  const pids = readdirSync('/proc').map(Number).filter(Number.isInteger)
  return pids.flatMap((pid) => {
    // The command's name is in brackets and may hold anything; the state and the parent follow it.
    const parent = /^.*\) \S (\d+)/s.exec(readOrEmpty(`/proc/${pid}/stat`))?.[1]
    return parent === undefined ? [] : [{ pid, parent: Number(parent) }]
  })
}

function proportionalSetSize(pid: number): number {
  return Number(/^Pss:\s+(\d+) kB/m.exec(readOrEmpty(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) * 1024
}

/** A process may end between being listed and being read; then it holds nothing. */
function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
