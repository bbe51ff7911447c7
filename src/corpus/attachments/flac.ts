/** Removes from a FLAC file what is not heard. The format is that of RFC 9639. */
import { copyOf, viewOf } from './bytes.ts'

const PADDING = 1
/** The blocks that are kept: the form of the sound, padding, and where in the file a time is. */
const KEPT = new Set([0, PADDING, 3])

/**
 * Returns the file with its tags, pictures and the data of programs turned into padding. It is undefined where the file
 * does not parse.
 */
export function withoutFlacMetadata(bytes: Uint8Array): Uint8Array | undefined {
  const result = copyOf(bytes)
  const view = viewOf(result)
  let at = 4
  while (at + 4 <= result.length) {
    const head = result[at]!
    const end = at + 4 + (view.getUint32(at) & 0xffffff)
    if (end > result.length) return undefined
    const kind = head & 0x7f
    if (!KEPT.has(kind)) result[at] = (head & 0x80) | PADDING
    if (!KEPT.has(kind) || kind === PADDING) result.fill(0, at + 4, end)
    // The first bit says that no other block follows.
    if (head & 0x80) return result
    at = end
  }
  return undefined
}
