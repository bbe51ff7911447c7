/** Work for other threads: the same on every core there is, or one thing beside what goes on here. */
import { availableParallelism } from 'node:os'
import { Tinypool } from 'tinypool'
import { clearProgress, showProgress } from './progress.ts'

/** Below so many things, starting another thread takes longer than it saves. */
const FEW = 400
/** Tasks to a thread: few enough that sending them costs little, enough that all threads end together. */
const TASKS = 32

export const isWorthThreads = (things: readonly unknown[]): boolean =>
  things.length >= FEW && availableParallelism() > 1

/**
 * Cuts a list into chunks and gives each to a thread.
 *
 * @param phase What it is called while one waits.
 * @param module Its default export takes a chunk, and what all chunks share.
 * @returns What came of each thing, in the order of the list.
 */
export async function inThreads<R>(
  phase: string,
  module: URL,
  things: readonly unknown[],
  shared?: unknown,
): Promise<R[]> {
  const threads = Math.min(availableParallelism(), 8)
  const pool = new Tinypool({
    filename: module.href,
    runtime: 'worker_threads',
    minThreads: 0,
    maxThreads: threads,
  })
  try {
    let done = 0
    const chunks = await Promise.all(
      cutInto(things, Math.ceil(things.length / (threads * TASKS))).map(async (chunk) => {
        const results = (await pool.run({ chunk, shared })) as R[]
        showProgress(phase, (done += chunk.length), things.length)
        return results
      }),
    )
    return chunks.flat()
  } finally {
    clearProgress()
    await pool.destroy()
  }
}

/** Work that goes on beside this thread's own. */
export interface SingleWorker<T, R> {
  /**
   * @param task Plain data, which is copied.
   * @param given What of it is handed over instead: it is gone from here.
   */
  run(task: T, given?: ArrayBuffer[]): Promise<R>
  end(): Promise<void>
}

/**
 * A thread of its own for work that would keep this one from its own. Where there are few things to work on, it is done here.
 *
 * @param module Its default export is the work.
 * @param atOnce How many tasks may be begun before the first is done.
 */
export function singleWorker<T, R>(
  things: readonly unknown[],
  module: URL,
  work: (task: T) => R | Promise<R>,
  atOnce = 1,
): SingleWorker<T, R> {
  if (!isWorthThreads(things)) return { run: async (task) => work(task), end: () => Promise.resolve() }
  const pool = new Tinypool({
    filename: module.href,
    runtime: 'worker_threads',
    minThreads: 1,
    maxThreads: 1,
    concurrentTasksPerWorker: atOnce,
  })
  return {
    run: (task, transferList = []) => pool.run(task, { transferList }) as Promise<R>,
    end: () => pool.destroy(),
  }
}

function cutInto<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size))
}
