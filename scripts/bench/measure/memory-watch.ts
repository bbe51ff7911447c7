import { knowsMemory, memoryOf } from './process-tree.ts'

const INTERVAL = 100
/** Reading the memory of a large process takes milliseconds of the machine; at most a twentieth of the time goes into it. */
const SHARE = 20

export interface MemoryWatch {
  /** @returns The most bytes seen, or undefined where the system does not tell. */
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
