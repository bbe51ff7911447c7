/** Removes from an MP3 file the tags before and after its sound. */
import { beginsWith, viewOf } from './bytes.ts'
import { withoutFlacMetadata } from './flac.ts'

/**
 * Returns the file without its tags (ID3, APE and Lyrics3), which stand before the sound and after it. It is undefined
 * where a tag claims to be longer than the file.
 */
export function withoutMp3Metadata(bytes: Uint8Array): Uint8Array | undefined {
  let rest = bytes
  while (beginsWith(rest, 'ID3') && rest.length >= 10) {
    const length = id3Length(rest)
    if (length > rest.length) return undefined
    rest = rest.subarray(length)
  }
  for (;;) {
    const length = lengthOfLastTag(rest)
    // Some programs write these tags into FLAC files too.
    if (length === 0) return beginsWith(rest, 'fLaC') ? withoutFlacMetadata(rest) : rest
    if (length > rest.length) return undefined
    rest = rest.subarray(0, -length)
  }
}

/** Returns the length of an ID3 tag of version 2 by its header or its footer (ID3v2.4.0, sections 3.1 and 3.4). */
function id3Length(tag: Uint8Array): number {
  const [, , , , , flags = 0, a = 0, b = 0, c = 0, d = 0] = tag
  const hasFooter = (flags & 0x10) !== 0
  return (((a & 127) << 21) | ((b & 127) << 14) | ((c & 127) << 7) | (d & 127)) + (hasFooter ? 20 : 10)
}

/** Returns the length of the tag with which a file ends, or 0 where it ends with none. */
function lengthOfLastTag(bytes: Uint8Array): number {
  const last = (length: number) => (bytes.length < length ? new Uint8Array() : bytes.subarray(-length))
  if (beginsWith(last(128), 'TAG')) return beginsWith(last(128 + 227), 'TAG+') ? 128 + 227 : 128
  if (beginsWith(last(10), '3DI')) return id3Length(last(10))
  if (beginsWith(last(32), 'APETAGEX')) {
    const footer = viewOf(last(32))
    const hasHeader = footer.getUint32(20, true) >= 0x80000000
    return Math.max(32, footer.getUint32(12, true)) + (hasHeader ? 32 : 0)
  }
  if (beginsWith(last(9), 'LYRICS200')) return lyricsLength(last(15).subarray(0, 6))
  return 0
}

/** The length is written in six digits, and counts neither itself nor the nine letters after it. */
function lyricsLength(digits: Uint8Array): number {
  const length = Number(String.fromCharCode(...digits))
  return Number.isInteger(length) && length > 0 ? length + 15 : Infinity
}
