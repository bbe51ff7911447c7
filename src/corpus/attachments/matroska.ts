/** Removes from a WebM or Matroska file what is neither seen nor heard. The formats are those of RFC 8794 and RFC 9559. */
import { blanked } from './blank.ts'
import { MOST_PARTS, viewOf } from './bytes.ts'
import type { Range } from './blank.ts'

/** The elements that are looked into: the file, its parts that are not yet complete, what it is, its tracks, a track. */
const SEGMENT = 0x18538067
const CLUSTER = 0x1f43b675
const OPENED = new Set([SEGMENT, 0x1549a966, 0x1654ae6b, 0xae])
/**
 * The elements that are removed: tags, attached files, title, date, name and names of other files, the names of tracks,
 * and empty space. So are the checksums of what is changed.
 */
const REMOVED = new Set([0x1254c367, 0x1941a469, 0x7ba9, 0x4461, 0x7384, 0x3c83ab, 0x3e83bb, 0x536e, 0xec, 0xbf])

/**
 * Returns the file with tags, attached files, titles, names and dates turned into empty space, so that all else stays
 * where it is. It is undefined where the file does not parse.
 */
export function withoutMatroskaMetadata(bytes: Uint8Array): Uint8Array | undefined {
  try {
    const removed: Range[] = []
    addRemoved(bytes, { start: 0, end: bytes.length }, removed)
    const result = blanked(bytes, removed, [])
    if (result) for (const range of removed) writeVoid(result, range)
    return result
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** Finds the elements within a part of a file that are removed, going no deeper than into a track. */
function addRemoved(bytes: Uint8Array, { start, end }: Range, removed: Range[], level = 0): void {
  if (level > 3) throw new RangeError('A track lies in a track.')
  let at = start
  while (at < end) {
    const id = idAt(bytes, at)
    const size = sizeAt(bytes, at + id.length)
    const data = at + id.length + size.length
    // What is recorded live does not say how long the file and its parts are. They end where others begin.
    const next = size.value === undefined ? end : data + size.value
    if (next > end) throw new RangeError('An element is longer than what it lies in.')
    if (REMOVED.has(id.value) && removed.push({ start: at, end: next }) > MOST_PARTS)
      throw new RangeError('It is too much.')
    if (OPENED.has(id.value)) addRemoved(bytes, { start: data, end: next }, removed, level + 1)
    else if (size.value === undefined && id.value !== CLUSTER) throw new RangeError('An element has no end.')
    at = size.value === undefined && id.value === CLUSTER ? data : next
  }
}

interface Numeral {
  readonly value: number
  readonly length: number
}

/** Reads an id, whose zeros at the beginning tell its length. They are part of it. */
function idAt(bytes: Uint8Array, at: number): Numeral {
  const first = byteAt(bytes, at)
  const length = lengthOf(first, 4)
  return { value: numberOf(bytes, at, length, first), length }
}

/** Reads the size of an element, whose first bits tell its length. Where all others are set, there is none. */
function sizeAt(bytes: Uint8Array, at: number): { readonly value: number | undefined; readonly length: number } {
  const first = byteAt(bytes, at)
  const length = lengthOf(first, 8)
  const value = numberOf(bytes, at, length, first - 2 ** (8 - length))
  return { value: value >= 2 ** (7 * length) - 1 ? undefined : value, length }
}

function lengthOf(first: number, most: number): number {
  const length = Math.clz32(first) - 23
  if (length > most) throw new RangeError('It is no element.')
  return length
}

/** Returns a number whose first byte is given. Large ones are not exact, and beyond the length of any file. */
function numberOf(bytes: Uint8Array, at: number, length: number, first: number): number {
  let value = first
  for (let index = 1; index < length; index++) value = value * 256 + byteAt(bytes, at + index)
  return value
}

function byteAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]
  if (byte === undefined) throw new RangeError('The file is cut off.')
  return byte
}

/** Writes an element of empty space: its id, its size in 1 byte or in 8, and zeros, which are there already. */
function writeVoid(copy: Uint8Array, { start, end }: Range): void {
  const view = viewOf(copy)
  view.setUint8(start, 0xec)
  if (end - start < 9) view.setUint8(start + 1, 0x80 + end - start - 2)
  else view.setBigUint64(start + 1, (1n << 56n) + BigInt(end - start - 9))
}
