/** What a thread of `read-entries.ts` runs. */
import type { FilePath } from '../corpus/model.ts'
import { toPlain, type PlainResult } from './plain-result.ts'
import type { Reading } from './read-entries.ts'
import { readEntry } from './read-entry.ts'

interface Task {
  readonly chunk: readonly FilePath[]
  readonly shared: Reading
}

export default function readChunk({ chunk, shared }: Task): (PlainResult | undefined)[] {
  return chunk.map((path) => {
    const result = readEntry(path, shared)
    return result && toPlain(result)
  })
}
