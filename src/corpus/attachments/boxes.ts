/** Reads the boxes of which HEIF, AVIF, MP4 and QuickTime files are made (ISO/IEC 14496-12, section 4.2). */
import { lettersAt, MOST_PARTS, viewOf } from './bytes.ts'
import type { Range } from './blank.ts'

/** A part of a file with the four letters that say what it is. It begins with a head, and its data follow. */
export interface Box extends Range {
  readonly type: string
  /** The offset at which its data begin. */
  readonly data: number
}

/**
 * Yields the boxes within a part of a file.
 *
 * @throws `RangeError` where a box claims to be longer than what it lies in, or there are more than any program writes.
 */
export function* boxesIn(bytes: Uint8Array, { start, end }: Range): Generator<Box> {
  const view = viewOf(bytes)
  let at = start
  for (let count = 0; at + 8 <= end; count++) {
    if (count === MOST_PARTS) throw new RangeError('There are too many boxes.')
    const short = view.getUint32(at)
    // A box of length 1 has a longer number after its type. One of length 0 reaches to the end.
    const length = short === 1 ? Number(view.getBigUint64(at + 8)) : short === 0 ? end - at : short
    const data = at + (short === 1 ? 16 : 8)
    if (at + length > end || at + length < data) throw new RangeError('A box is longer than what it lies in.')
    yield { type: lettersAt(bytes, at + 4), start: at, data, end: at + length }
    at += length
  }
}

/** Reads numbers one after the other. Reading beyond the end throws a `RangeError`. */
export class NumberReader {
  readonly #view: DataView
  #at: number

  /** @param at The offset of the first number. */
  constructor(bytes: Uint8Array, { start, end }: Range) {
    this.#view = viewOf(bytes.subarray(0, end))
    this.#at = start
  }

  /** The offset of the next number. */
  get at(): number {
    return this.#at
  }

  /** Returns a number of 0, 1, 2, 4 or 8 bytes. A length of another kind throws a `RangeError`. */
  next(length: number): number {
    const at = this.#at
    this.#at += length
    if (length === 0) return 0
    if (length === 1) return this.#view.getUint8(at)
    if (length === 2) return this.#view.getUint16(at)
    if (length === 4) return this.#view.getUint32(at)
    if (length === 8) return Number(this.#view.getBigUint64(at))
    throw new RangeError(`No number has ${length} bytes.`)
  }
}
