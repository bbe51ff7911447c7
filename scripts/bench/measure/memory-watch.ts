import { knowsMemory, memoryOf } from './process-tree.ts'

/** This is the least time in milliseconds between two samples. */
const INTERVAL = 100
/**
 * Reading the memory of a large process takes milliseconds of the machine. So the time between two samples is at
 * least this many times the time that a sample takes.
 */
const SHARE = 20

/** A `MemoryWatch` watches the memory of a process. */
export interface MemoryWatch {
  /**
   * Ends the watch.
   *
   * @returns The greatest number of bytes seen, or undefined where the system does not tell.
   */
  stop(): number | undefined
}

/** Watches a process and its descendants, about ten times a second. */
export function watchMemory(pid: number | undefined): MemoryWatch {
  if (!knowsMemory || pid === undefined) return { stop: () => undefined }
  let peak = 0
  let timer: NodeJS.Timeout
  const sample = (): void => {
    const before = performance.now()
    peak = Math.max(peak, memoryOf(pid))
    timer = setTimeout(sample, Math.max(INTERVAL, SHARE * (performance.now() - before)))
  }
  sample()
  return {
    stop() {
      clearTimeout(timer)
      return peak
    },
  }
}
