/** Removes from an MP3 file the tags before and after its sound. */
import { beginsWith, viewOf } from './bytes.ts'
import { withoutFlacMetadata } from './flac.ts'

/**
 * Returns the file without its tags (ID3, APE and Lyrics3), which stand before the sound and after it. It is undefined
 * where a tag claims to be longer than the file.
 */
export function withoutMp3Metadata(bytes: Uint8Array): Uint8Array | undefined {
  let start = 0
  while (beginsWith(bytes, 'ID3', start)) start += id3Length(bytes, start)
  let end = bytes.length
  for (let length = lengthOfLastTag(bytes, end); length > 0; length = lengthOfLastTag(bytes, end)) end -= length
  if (start > end) return undefined
  // Some programs write these tags into FLAC files too.
  const sound = bytes.subarray(start, end)
  return beginsWith(sound, 'fLaC') ? withoutFlacMetadata(sound) : sound
}

/** Returns the length of an ID3 tag of version 2 by its header or its footer (ID3v2.4.0, sections 3.1 and 3.4). */
function id3Length(bytes: Uint8Array, at: number): number {
  const [flags = 0, a = 0, b = 0, c = 0, d = 0] = bytes.subarray(at + 5, at + 10)
  const hasFooter = (flags & 0x10) !== 0
  return (((a & 127) << 21) | ((b & 127) << 14) | ((c & 127) << 7) | (d & 127)) + (hasFooter ? 20 : 10)
}

/** Returns the length of the tag that ends at an offset, or 0 where there is none. */
function lengthOfLastTag(bytes: Uint8Array, end: number): number {
  if (beginsWith(bytes, 'TAG', end - 128)) return beginsWith(bytes, 'TAG+', end - 355) ? 355 : 128
  if (beginsWith(bytes, '3DI', end - 10)) return id3Length(bytes, end - 10)
  if (beginsWith(bytes, 'LYRICS200', end - 9)) return lyricsLength(bytes.subarray(end - 15, end - 9))
  if (end < 32 || !beginsWith(bytes, 'APETAGEX', end - 32)) return 0
  const view = viewOf(bytes)
  const hasHeader = view.getUint32(end - 12, true) >= 0x80000000
  return Math.max(32, view.getUint32(end - 20, true)) + (hasHeader ? 32 : 0)
}

/** The length is written in six digits, and counts neither itself nor the nine letters after it. */
function lyricsLength(digits: Uint8Array): number {
  const length = Number(String.fromCharCode(...digits))
  return Number.isInteger(length) && length > 0 ? length + 15 : Infinity
}
