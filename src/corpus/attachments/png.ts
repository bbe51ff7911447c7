/** Removes from a PNG file what does not draw. The format is that of PNG (Third Edition), W3C 2025. */
import { bytesOf, joined, lettersAt, MOST_PARTS, viewOf } from './bytes.ts'
import { onlyOrientation } from './tiff.ts'

/**
 * The chunks that are kept besides those without which no picture can be drawn: colours, transparency and animation.
 */
const KEPT = new Set('cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD tRNS pHYs acTL fcTL fdAT'.split(' '))

/**
 * Returns the file without texts, times and the chunks of applications. The orientation is kept. What follows the end
 * of the picture goes too. It is undefined where the file does not parse.
 */
export function withoutPngMetadata(bytes: Uint8Array): Uint8Array | undefined {
  const view = viewOf(bytes)
  const parts = [bytes.subarray(0, 8)]
  let at = 8
  while (at + 12 <= bytes.length) {
    const end = at + 12 + view.getUint32(at)
    if (end > bytes.length || parts.length > MOST_PARTS) return undefined
    const type = lettersAt(bytes, at + 4)
    if (!/^[A-Za-z]{4}$/.test(type)) return undefined
    if (type === 'eXIf') parts.push(...exifChunk(bytes.subarray(at + 8, end - 4)))
    else if (/^[A-Z]/.test(type) || KEPT.has(type)) parts.push(bytes.subarray(at, end))
    if (type === 'IEND') return joined(parts)
    at = end
  }
  return undefined
}

function exifChunk(exif: Uint8Array): Uint8Array[] {
  const kept = onlyOrientation(exif)
  if (kept === undefined) return []
  const data = joined([bytesOf('eXIf'), kept])
  return [bigEndian(kept.length), data, bigEndian(crc(data))]
}

const bigEndian = (value: number): Uint8Array =>
  Uint8Array.of(value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255)

/** Computes the checksum of a chunk (annex D), bit by bit, because what is written here is short. */
function crc(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  }
  return ~value >>> 0
}
