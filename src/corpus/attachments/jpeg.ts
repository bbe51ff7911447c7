/**
 * Removes from a JPEG file what does not draw. ITU-T T.81, annex B, describes the segments; JFIF (ITU-T T.871), Exif
 * (CIPA DC-008) and ICC.1, annex B.4, what stands in those for applications.
 */
import { beginsWith, bytesOf, copyOf, joined, MOST_PARTS, viewOf } from './bytes.ts'
import { onlyOrientation } from './tiff.ts'

const EOI = 0xd9
const SOS = 0xda
const COMMENT = 0xfe

/**
 * Returns the file without comments, thumbnails and the data of applications, except for what the colours depend on and
 * the orientation. What follows the end of the picture goes too. It is undefined where the file does not parse.
 */
export function withoutJpegMetadata(bytes: Uint8Array): Uint8Array | undefined {
  const view = viewOf(bytes)
  const parts = [bytes.subarray(0, 2)]
  let at = 2
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1]!
    if (marker === 0xff) at += 1
    else if (marker === EOI) return joined([...parts, bytes.subarray(at, at + 2)])
    else {
      if (at + 4 > bytes.length || hasNoLength(marker)) return undefined
      const end = at + 2 + view.getUint16(at + 2)
      if (end < at + 4 || end > bytes.length || parts.length > MOST_PARTS) return undefined
      const next = marker === SOS ? endOfScan(bytes, end) : end
      parts.push(...keptOf(marker, bytes.subarray(at, next)))
      at = next
    }
  }
  // The file is cut off within the picture, of which browsers show the part that there is.
  return parts.length > 1 ? joined(parts) : undefined
}

/** Tells whether a marker stands alone or is none. Neither may come between segments. */
const hasNoLength = (marker: number): boolean => marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd8)

/** Returns where the data of a scan end: at the next marker that is neither a restart nor a byte of the data. */
function endOfScan(bytes: Uint8Array, start: number): number {
  let at = bytes.indexOf(0xff, start)
  while (at !== -1 && at + 1 < bytes.length) {
    const next = bytes[at + 1]!
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at
    at = bytes.indexOf(0xff, at + 2)
  }
  return bytes.length
}

/** Returns what is kept of a segment, which begins with its marker and its length. */
function keptOf(marker: number, segment: Uint8Array): Uint8Array[] {
  const data = segment.subarray(4)
  if (marker === 0xe0 && beginsWith(data, 'JFIF\0') && data.length >= 14) return [withoutThumbnail(segment)]
  if (marker === 0xe1 && beginsWith(data, 'Exif\0')) return exifSegment(data.subarray(6))
  if (marker === 0xe2 && beginsWith(data, 'ICC_PROFILE\0')) return [segment]
  // It says in which colours the picture is stored.
  if (marker === 0xee && beginsWith(data, 'Adobe') && data.length >= 12)
    return [withLength(marker, copyOf(data.subarray(0, 12)))]
  return marker === COMMENT || (marker >= 0xe0 && marker <= 0xef) ? [] : [segment]
}

/** The last two bytes of what is kept are the size of the thumbnail. */
function withoutThumbnail(segment: Uint8Array): Uint8Array {
  const data = copyOf(segment.subarray(4, 18))
  data.fill(0, 12)
  return withLength(0xe0, data)
}

function exifSegment(exif: Uint8Array): Uint8Array[] {
  const kept = onlyOrientation(exif)
  return kept === undefined ? [] : [withLength(0xe1, joined([bytesOf('Exif\0\0'), kept]))]
}

/** Returns a segment of less than 256 bytes. */
const withLength = (marker: number, data: Uint8Array): Uint8Array =>
  joined([Uint8Array.of(0xff, marker, 0, data.length + 2), data])
