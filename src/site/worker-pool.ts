/** Runs work in other threads: either a list of items on all cores, or single tasks in one thread of their own. */
import { availableParallelism } from 'node:os'
import type { Options, Tinypool } from 'tinypool'
import { setActivity } from './activity.ts'
import { clearProgress, showProgress } from './progress.ts'

/** The number of items from which on threads are used. With fewer, starting a thread takes longer than it saves. */
const WORTH_THREADS = 400

/**
 * The number of chunks for each thread: so few that sending them costs little, and so many that all threads end at
 * about the same time.
 */
const CHUNKS_PER_THREAD = 32

/** Tells whether a list is long enough, and the machine has cores enough, for other threads to save time. */
export const isWorthThreads = (items: readonly unknown[]): boolean =>
  items.length >= WORTH_THREADS && availableParallelism() > 1

/**
 * Divides a list into chunks and runs each chunk in a thread. Shows the progress meanwhile. Rejects when a chunk does.
 *
 * @param phase The name of the work in the progress line.
 * @param module The module that does the work. Its default export takes `{ chunk, shared }` and returns a result for
 *   each item.
 * @param items The list of items, which are copied to the threads.
 * @param shared Data that all chunks need. It is copied for each chunk.
 * @param receive Turns each result into what is returned, as soon as it is there.
 * @returns The results, in the order of the items.
 */
export async function inThreads<R, S = R>(
  phase: string,
  module: URL,
  items: readonly unknown[],
  shared?: unknown,
  receive: (result: R) => S = (result) => result as unknown as S,
): Promise<S[]> {
  setActivity(phase.toLowerCase().replace(/:$/, ''))
  const threads = Math.min(availableParallelism(), 8)
  const pool = await newPool({
    filename: module.href,
    runtime: 'worker_threads',
    minThreads: 0,
    maxThreads: threads,
  })
  try {
    let done = 0
    const chunks = await Promise.all(
      cutIntoChunks(items, Math.ceil(items.length / (threads * CHUNKS_PER_THREAD))).map(async (chunk) => {
        const results = ((await pool.run({ chunk, shared })) as R[]).map((result) => receive(result))
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

/** Runs tasks in another thread, one after the other or a few at a time. */
export interface SingleWorker<T, R> {
  /**
   * Runs a task and resolves to its result.
   *
   * @param task The task as plain data, which is copied to the thread.
   * @param transfer The buffers of the task that are transferred instead of copied. This thread cannot use them
   *   afterwards.
   */
  run(task: T, transfer?: ArrayBuffer[]): Promise<R>
  /** Ends the thread, also while it is working. */
  end(): Promise<void>
}

/**
 * Starts a thread for work that would hold up this one. Where there are only few items, the work is done in this
 * thread.
 *
 * @param items All items that the tasks are about. Only their number matters.
 * @param module The module that does the work in the thread. Its default export is the same function as `work`.
 * @param work Does the work in this thread.
 * @param concurrency The number of tasks that the thread may begin before the first one is done.
 */
export function singleWorker<T, R>(
  items: readonly unknown[],
  module: URL,
  work: (task: T) => R | Promise<R>,
  concurrency = 1,
): SingleWorker<T, R> {
  if (!isWorthThreads(items)) return { run: async (task) => work(task), end: () => Promise.resolve() }
  const pool = newPool({
    filename: module.href,
    runtime: 'worker_threads',
    minThreads: 1,
    maxThreads: 1,
    concurrentTasksPerWorker: concurrency,
  })
  return {
    run: async (task, transferList = []) => (await pool).run(task, { transferList }) as Promise<R>,
    end: async () => (await pool).destroy(),
  }
}

/** Starts threads. Most sites are so small that they need none, so the library is loaded only now. */
async function newPool(options: Options): Promise<Tinypool> {
  const { Tinypool } = await import('tinypool')
  return new Tinypool(options)
}

/** Divides a list into chunks of a size; the last one may be smaller. */
function cutIntoChunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size))
}
