import { setImmediate } from 'node:timers/promises'
import { singleWorker } from '../site/worker-pool.ts'
import writeFiles, { type FileToWrite } from './write-files.ts'

/**
 * The number of files that the worker thread writes while this thread makes the content of the next ones. With three
 * times as many, a build of ten thousand entries takes 0.4 GB more memory.
 */
const BATCH = 100

/**
 * Makes files and writes them in batches. Where there are many, a worker thread writes one batch while this thread
 * makes the next. Folders that are missing are made. Rejects when a file cannot be made or written, and writes no more
 * then.
 *
 * @param make Makes the file of an item. It is called for one item after the other. Bytes that it returns cannot be used
 *   afterwards.
 */
export async function writeAll<T>(
  items: readonly T[],
  make: (item: T) => FileToWrite | Promise<FileToWrite>,
): Promise<void> {
  const writer = singleWorker(items, new URL('./write-files.ts', import.meta.url), writeFiles)
  try {
    let writing: Promise<void> = Promise.resolve()
    for (let at = 0; at < items.length; at += BATCH) {
      const batch: FileToWrite[] = []
      for (const item of items.slice(at, at + BATCH)) batch.push(await make(item))
      await writing
      writing = writer.run(batch, buffersOf(batch))
      // The event loop runs once, so that the batch reaches the worker thread; a failure that is known by then is thrown
      // here. A later one is thrown by the next await, and is no unhandled rejection until then, because of the race.
      await Promise.race([writing, setImmediate()])
    }
    await writing
  } finally {
    await writer.end()
  }
}

/** Returns the bytes of files that need not be copied to the thread, because nobody else has them. */
const buffersOf = (files: readonly FileToWrite[]): ArrayBuffer[] =>
  files.flatMap(([, content]) =>
    typeof content !== 'string' &&
    content.buffer instanceof ArrayBuffer &&
    content.byteLength === content.buffer.byteLength
      ? [content.buffer]
      : [],
  )
