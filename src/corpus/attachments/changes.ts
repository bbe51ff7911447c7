/** Collects what is to be changed in a file that is made of boxes. */
import { blanked } from './blank.ts'
import { bytesOf, MOST_PARTS } from './bytes.ts'
import type { Range } from './blank.ts'
import type { Box } from './boxes.ts'

/** The changes of a file: parts that become zeros, parts that must stay, and boxes that become free space. */
export class Changes {
  readonly #removed: Range[] = []
  readonly #kept: Range[] = []
  readonly #freed: number[] = []

  /** Overwrites a part of the file. */
  remove(range: Range): void {
    if (this.#removed.push(range) > MOST_PARTS) throw new RangeError('There is too much to be changed.')
  }

  /** Lets the file stay as it is where a part of it would be changed that must stay. */
  keep(range: Range): void {
    if (this.#kept.push(range) > MOST_PARTS) throw new RangeError('There are too many parts.')
  }

  /** Turns a box into free space, which readers pass over. */
  free({ start, data, end }: Box): void {
    this.remove({ start: data, end })
    this.freeType(start + 4)
  }

  /** Writes `free` in place of the four letters at an offset. */
  freeType(at: number): void {
    this.remove({ start: at, end: at + 4 })
    this.#freed.push(at)
  }

  /** Returns a changed copy of the file, or undefined where a part lies outside of it or must stay. */
  appliedTo(bytes: Uint8Array): Uint8Array | undefined {
    const result = blanked(bytes, this.#removed, this.#kept)
    for (const at of this.#freed) result?.set(bytesOf('free'), at)
    return result
  }
}
