/** Reads and writes the chunks of RIFF, of which WebP and WAV files are made (RFC 9649, section 2.3). */
import { bytesOf, joined, lettersAt, MOST_PARTS, viewOf } from './bytes.ts'

/** A part of a file with the four letters that say what it is. */
export interface Chunk {
  readonly type: string
  readonly data: Uint8Array
}

/** Returns the chunks of a RIFF file, or undefined where they do not parse. */
export function riffChunks(bytes: Uint8Array): Chunk[] | undefined {
  const end = bytes.length < 12 ? Infinity : 8 + viewOf(bytes).getUint32(4, true)
  return end > bytes.length ? undefined : chunksIn(bytes.subarray(12, end))
}

/** Returns the chunks of a part of a file, or undefined where they do not parse, or are too many. */
export function chunksIn(bytes: Uint8Array): Chunk[] | undefined {
  const view = viewOf(bytes)
  const chunks: Chunk[] = []
  let at = 0
  while (at + 8 <= bytes.length && chunks.length < MOST_PARTS) {
    const end = at + 8 + view.getUint32(at + 4, true)
    if (end > bytes.length) return undefined
    chunks.push({ type: lettersAt(bytes, at), data: bytes.subarray(at + 8, end) })
    // A chunk of an odd length is followed by a byte that belongs to none.
    at = end + (end % 2)
  }
  return chunks.length > 0 && chunks.length < MOST_PARTS ? chunks : undefined
}

/** Returns the bytes of a RIFF file. */
export function riffFile(type: string, chunks: readonly Uint8Array[]): Uint8Array {
  const length = chunks.reduce((sum, each) => sum + each.length, 4)
  return joined([bytesOf('RIFF'), littleEndian(length), bytesOf(type), ...chunks])
}

/** Returns the bytes of a chunk. */
export const chunk = (type: string, data: Uint8Array): Uint8Array =>
  joined([bytesOf(type), littleEndian(data.length), data, new Uint8Array(data.length % 2)])

const littleEndian = (value: number): Uint8Array =>
  Uint8Array.of(value & 255, (value >>> 8) & 255, (value >>> 16) & 255, value >>> 24)
