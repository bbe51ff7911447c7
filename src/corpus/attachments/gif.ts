/** Removes from a GIF file what does not draw. The format is that of the GIF89a specification. */
import { beginsWith, joined, MOST_PARTS } from './bytes.ts'

const EXTENSION = 0x21
const IMAGE = 0x2c
const TRAILER = 0x3b
const GRAPHIC_CONTROL = 0xf9
const APPLICATION = 0xff

/**
 * Returns the file without comments and the data of applications, except for those that repeat an animation. What
 * follows the end of the picture goes too. It is undefined where the file does not parse.
 */
export function withoutGifMetadata(bytes: Uint8Array): Uint8Array | undefined {
  let at = 13 + colours(bytes[10])
  const parts = [bytes.subarray(0, at)]
  while (at < bytes.length) {
    const kind = bytes[at]
    if (kind === TRAILER) return joined([...parts, bytes.subarray(at, at + 1)])
    const isImage = kind === IMAGE
    if (!isImage && kind !== EXTENSION) return undefined
    // An image has a descriptor of 10 bytes, its colours, and the size of its codes before its data.
    const end = endOfData(bytes, at + (isImage ? 11 + colours(bytes[at + 9]) : 2))
    if (end === undefined || parts.length > MOST_PARTS) return undefined
    if (isImage || isKept(bytes.subarray(at, end))) parts.push(bytes.subarray(at, end))
    at = end
  }
  return undefined
}

/** Returns the length of a table of colours, as the flags of a picture give it. */
const colours = (flags = 0): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)

/** Returns where the blocks of data end that begin at an offset: after the first block that is empty. */
function endOfData(bytes: Uint8Array, start: number): number | undefined {
  let at = start
  while (at < bytes.length) {
    const length = bytes[at]!
    at += length + 1
    if (length === 0) return at
  }
  return undefined
}

function isKept(extension: Uint8Array): boolean {
  const name = extension.subarray(3)
  if (extension[1] === GRAPHIC_CONTROL) return true
  return extension[1] === APPLICATION && (beginsWith(name, 'NETSCAPE2.0') || beginsWith(name, 'ANIMEXTS1.0'))
}
