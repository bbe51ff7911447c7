/** Removes the comments from an Ogg file. The formats are those of RFC 3533, RFC 7845 (Opus) and of Vorbis I. */
import { beginsWith, copyOf, joined, MOST_PARTS, viewOf } from './bytes.ts'
import type { Range } from './blank.ts'

/** How the packets of comments of the known kinds of streams begin. */
const BEGINNINGS = ['\x03vorbis', 'OpusTags', '\x81theora']

/**
 * Returns the file without the comments of its streams, all other data being where they were. It is undefined where the
 * file does not parse, or a stream is of another kind than Vorbis, Opus and Theora.
 */
export function withoutOggMetadata(bytes: Uint8Array): Uint8Array | undefined {
  try {
    const result = copyOf(bytes)
    for (const packet of commentPackets(bytes)) removeComments(result, packet)
    return result
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** A part of a packet, and the page that it lies in. */
interface Piece extends Range {
  readonly page: Range
}

/** Returns the pieces of the second packet of each stream, which holds its comments. */
function commentPackets(bytes: Uint8Array): Piece[][] {
  const packets: Piece[][] = []
  /** The pieces so far of the second packet of a stream, by its number. The first one has a page to itself. */
  const open = new Map<number, Piece[]>()
  let count = 0
  for (const page of pagesIn(bytes)) {
    const pieces = open.get(page.stream)
    if (page.isFirst) open.set(page.stream, [])
    else if (pieces) {
      const { end, isWhole } = endOfPacket(bytes, page)
      pieces.push({ start: page.data, end, page })
      if (isWhole) open.delete(page.stream)
      if (isWhole) packets.push(pieces)
      if (++count > MOST_PARTS) throw new RangeError('There are too many comments.')
    }
  }
  if ([...open.values()].some((pieces) => pieces.length > 0)) throw new RangeError('The comments are cut off.')
  return packets
}

interface Page extends Range {
  readonly data: number
  readonly stream: number
  readonly isFirst: boolean
}

function* pagesIn(bytes: Uint8Array): Generator<Page> {
  const view = viewOf(bytes)
  let start = 0
  while (start < bytes.length) {
    const data = start + 27 + view.getUint8(start + 26)
    let end = data
    for (let at = start + 27; at < data; at++) end += view.getUint8(at)
    if (!beginsWith(bytes, 'OggS', start) || end > bytes.length) throw new RangeError('It is no page.')
    yield { start, data, end, stream: view.getUint32(start + 14), isFirst: (bytes[start + 5]! & 2) !== 0 }
    start = end
  }
}

/** Returns where the first packet of a page ends. It goes on in the next page where no length is less than 255. */
function endOfPacket(bytes: Uint8Array, { start, data, end }: Page): { end: number; isWhole: boolean } {
  let length = 0
  for (const each of bytes.subarray(start + 27, data)) {
    length += each
    if (each < 255) return { end: data + length, isWhole: true }
  }
  return { end, isWhole: false }
}

/** Lets a packet say that it has no comments, and overwrites them. The checksums of its pages are computed anew. */
function removeComments(copy: Uint8Array, pieces: readonly Piece[]): void {
  const packet = joined(pieces.map(({ start, end }) => copy.subarray(start, end)))
  const beginning = BEGINNINGS.find((text) => beginsWith(packet, text))
  if (beginning === undefined) throw new RangeError('The stream is of another kind.')
  // The name of the program that made the stream comes first, and then the number of comments.
  const count = beginning.length + 4 + viewOf(packet).getUint32(beginning.length, true)
  if (count + 4 > packet.length) throw new RangeError('The comments are cut off.')
  packet.fill(0, count)
  // In Vorbis the bit that ends the comments is set.
  if (beginning === '\x03vorbis') viewOf(packet).setUint8(count + 4, 1)
  let at = 0
  for (const { start, end, page } of pieces) {
    copy.set(packet.subarray(at, at + end - start), start)
    at += end - start
    const view = viewOf(copy)
    view.setUint32(page.start + 22, 0)
    view.setUint32(page.start + 22, checksum(copy.subarray(page.start, page.end)), true)
  }
}

function checksum(bytes: Uint8Array): number {
  let value = 0
  for (const byte of bytes) value = ((value << 8) ^ CHECKSUMS[(value >>> 24) ^ byte]!) >>> 0
  return value
}

/** The checksums of single bytes. */
const CHECKSUMS = Array.from({ length: 256 }, (_, byte) => {
  let value = byte << 24
  for (let bit = 0; bit < 8; bit++) value = value < 0 ? (value << 1) ^ 0x04c11db7 : value << 1
  return value
})
