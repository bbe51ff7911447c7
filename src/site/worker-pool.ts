/** Work for other threads: the same on every core there is, or one thing beside what goes on here. */
import { availableParallelism } from 'node:os'
import { Tinypool } from 'tinypool'
import { clearProgress, showProgress } from './progress.ts'

/** Below so many things, starting another thread takes longer than it saves. */
const WORTH_THREADS = 400
/** Tasks to a thread: few enough that sending them costs little, enough that all threads end together. */
const CHUNKS_PER_THREAD = 32

export const isWorthThreads = (items: readonly unknown[]): boolean =>
  items.length >= WORTH_THREADS && availableParallelism() > 1

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
  items: readonly unknown[],
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
      cutIntoChunks(items, Math.ceil(items.length / (threads * CHUNKS_PER_THREAD))).map(async (chunk) => {
        const results = (await pool.run({ chunk, shared })) as R[]
        showProgress(phase, (done += chunk.length), items.length)
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
   * @param transfer What of it is handed over instead: it is gone from here.
   */
  run(task: T, transfer?: ArrayBuffer[]): Promise<R>
  end(): Promise<void>
}

/**
 * A thread of its own for work that would keep this one from its own. Where there are few things to work on, it is done here.
 *
 * @param module Its default export is the work.
 * @param concurrency How many tasks may be begun before the first is done.
 */
export function singleWorker<T, R>(
  items: readonly unknown[],
  module: URL,
  work: (task: T) => R | Promise<R>,
  concurrency = 1,
): SingleWorker<T, R> {
  if (!isWorthThreads(items)) return { run: async (task) => work(task), end: () => Promise.resolve() }
  const pool = new Tinypool({
    filename: module.href,
    runtime: 'worker_threads',
    minThreads: 1,
    maxThreads: 1,
    concurrentTasksPerWorker: concurrency,
  })
  return {
    run: (task, transferList = []) => pool.run(task, { transferList }) as Promise<R>,
    end: () => pool.destroy(),
  }
}

function cutIntoChunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size))
}
