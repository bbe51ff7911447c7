/** Reads the directories of a TIFF file, and writes them with fewer fields. */
import { beginsWith, viewOf } from './bytes.ts'
import type { Range } from './blank.ts'

/** A field of a directory, and where its value stands. */
export interface Field extends Range {
  /** The offset of the field in its directory. */
  readonly at: number
  readonly tag: number
  readonly type: number
  /** Whether the value stands in the directory itself. */
  readonly isInside: boolean
}

/** A directory, from its number of fields to the offset of the next one. */
export interface Directory extends Range {
  readonly fields: readonly Field[]
  /** The offset of the next directory, or 0. */
  readonly next: number
}

/** The bytes of one value, by the type of a field. */
const SIZES = [1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4]
const SHORT = 3
/** The bytes of a field. */
const FIELD = 12
/** A file whose parts overlap could make a reader go over the same bytes again and again. No picture has as many. */
const MOST_NUMBERS = 1_000_000

/** Reads a file in either order of bytes. Whatever lies outside of the file throws a `RangeError`. */
export class TiffReader {
  /** The offset of the first directory. */
  readonly first: number
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #isLittle: boolean
  readonly #seen = new Set<number>()
  #left = MOST_NUMBERS

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#view = viewOf(bytes)
    this.#isLittle = beginsWith(bytes, 'II')
    if (this.#view.getUint16(2, this.#isLittle) !== 42) throw new RangeError('It is no TIFF file of the usual form.')
    this.first = this.#view.getUint32(4, this.#isLittle)
  }

  /** Returns the directory at an offset, or undefined where there is none or it was read before. */
  directory(start: number): Directory | undefined {
    if (start === 0 || this.#seen.has(start)) return undefined
    this.#seen.add(start)
    const count = this.#view.getUint16(start, this.#isLittle)
    this.#count(count + 1)
    const fields = Array.from({ length: count }, (_, index) => this.#field(start + 2 + FIELD * index))
    const end = start + 2 + FIELD * count + 4
    return { start, end, fields, next: this.#view.getUint32(end - 4, this.#isLittle) }
  }

  #field(at: number): Field {
    const tag = this.#view.getUint16(at, this.#isLittle)
    const type = this.#view.getUint16(at + 2, this.#isLittle)
    const length = (SIZES[type] ?? 1) * this.#view.getUint32(at + 4, this.#isLittle)
    const isInside = length <= 4
    const start = isInside ? at + 8 : this.#view.getUint32(at + 8, this.#isLittle)
    if (start + length > this.#view.byteLength) throw new RangeError('A value lies outside of the file.')
    return { at, tag, type, isInside, start, end: start + length }
  }

  /** Returns the numbers of a field. Those that are no offsets and lengths are of no use here, and read like these. */
  values({ type, start, end }: Field): number[] {
    const size = type === SHORT ? 2 : 4
    const count = Math.floor((end - start) / size)
    this.#count(count)
    return Array.from({ length: count }, (_, index) =>
      size === 2
        ? this.#view.getUint16(start + 2 * index, this.#isLittle)
        : this.#view.getUint32(start + 4 * index, this.#isLittle),
    )
  }

  #count(numbers: number): void {
    this.#left -= numbers
    if (this.#left < 0) throw new RangeError('There are too many numbers.')
  }

  /** Writes a directory with some of its fields into a copy of the file, in which zeros stand in its place. */
  writeDirectory(copy: Uint8Array, { start, fields, next }: Directory, isKept: (field: Field) => boolean): void {
    const view = viewOf(copy)
    const kept = fields.filter(isKept).map(({ at }) => this.#bytes.subarray(at, at + FIELD))
    view.setUint16(start, kept.length, this.#isLittle)
    kept.forEach((field, index) => copy.set(field, start + 2 + FIELD * index))
    view.setUint32(start + 2 + FIELD * kept.length, next, this.#isLittle)
  }
}
