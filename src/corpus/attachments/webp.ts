/** Removes from a WebP file what does not draw. The format is that of RFC 9649. */
import { beginsWith, joined } from './bytes.ts'
import { chunk, chunksIn, riffChunks, riffFile } from './riff.ts'
import { onlyOrientation } from './tiff.ts'

/** The chunks that are kept: pictures, transparency, animation and the colour profile. */
const KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])
/** The bits of the first byte of `VP8X` that say that there are Exif and XMP data. */
const HAS_EXIF = 0x08
const HAS_XMP = 0x04

/**
 * Returns the file without Exif, XMP and unknown chunks. The orientation is kept. What follows the end of the picture
 * goes too. It is undefined where the file does not parse.
 */
export function withoutWebpMetadata(bytes: Uint8Array): Uint8Array | undefined {
  const chunks = riffChunks(bytes)
  if (chunks === undefined) return undefined
  const exif = chunks.flatMap(({ type, data }) => (type === 'EXIF' ? (orientationIn(data) ?? []) : []))[0]
  const kept = chunks
    .filter(({ type }) => KEPT.has(type))
    .map(({ type, data }) => keptOf(type, data, exif !== undefined))
  if (kept.includes(undefined)) return undefined
  return riffFile('WEBP', [...kept.filter((each) => each !== undefined), ...(exif ? [chunk('EXIF', exif)] : [])])
}

/** Some programs write the beginning of a JPEG segment before the Exif data. */
const orientationIn = (data: Uint8Array): Uint8Array | undefined =>
  onlyOrientation(beginsWith(data, 'Exif\0\0') ? data.subarray(6) : data)

function keptOf(type: string, data: Uint8Array, hasExif: boolean): Uint8Array | undefined {
  if (type === 'VP8X' && data.length > 0) {
    const flags = (data[0]! & ~HAS_XMP & ~HAS_EXIF) | (hasExif ? HAS_EXIF : 0)
    return chunk(type, joined([Uint8Array.of(flags), data.subarray(1)]))
  }
  if (type !== 'ANMF') return chunk(type, data)
  // A frame has 16 bytes of its own, and then chunks.
  const inside = chunksIn(data.subarray(16))?.filter((each) => KEPT.has(each.type))
  return inside && chunk(type, joined([data.subarray(0, 16), ...inside.map((each) => chunk(each.type, each.data))]))
}
