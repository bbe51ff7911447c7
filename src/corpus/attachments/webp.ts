/** Removes from a WebP file what does not draw. The format is that of RFC 9649. */
import { beginsWith, bytesOf, joined, textOf, viewOf } from './bytes.ts'
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
  const end = 8 + viewOf(bytes).getUint32(4, true)
  const chunks = end > bytes.length ? undefined : chunksIn(bytes.subarray(12, end))
  if (chunks === undefined) return undefined
  const exif = chunks.flatMap(({ type, data }) => (type === 'EXIF' ? (orientationIn(data) ?? []) : []))[0]
  const kept = chunks
    .filter(({ type }) => KEPT.has(type))
    .map(({ type, data }) => keptOf(type, data, exif !== undefined))
  if (kept.includes(undefined)) return undefined
  const all = joined([
    bytesOf('WEBP'),
    ...kept.filter((each) => each !== undefined),
    ...(exif ? [chunk('EXIF', exif)] : []),
  ])
  return joined([bytesOf('RIFF'), littleEndian(all.length), all])
}

interface Chunk {
  readonly type: string
  readonly data: Uint8Array
}

/** Returns the chunks of a file or a frame, or undefined where they do not parse. */
function chunksIn(bytes: Uint8Array): Chunk[] | undefined {
  const view = viewOf(bytes)
  const chunks: Chunk[] = []
  let at = 0
  while (at + 8 <= bytes.length) {
    const end = at + 8 + view.getUint32(at + 4, true)
    if (end > bytes.length) return undefined
    chunks.push({ type: textOf(bytes.subarray(at, at + 4)), data: bytes.subarray(at + 8, end) })
    // A chunk of an odd length is followed by a byte that belongs to none.
    at = end + (end % 2)
  }
  return chunks.length > 0 ? chunks : undefined
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

const chunk = (type: string, data: Uint8Array): Uint8Array =>
  joined([bytesOf(type), littleEndian(data.length), data, new Uint8Array(data.length % 2)])

const littleEndian = (value: number): Uint8Array =>
  Uint8Array.of(value & 255, (value >>> 8) & 255, (value >>> 16) & 255, value >>> 24)
