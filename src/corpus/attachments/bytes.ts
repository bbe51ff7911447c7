/** Reading numbers and texts out of the bytes of a file, and joining bytes. */

/** Returns a view by which numbers are read. Reading beyond its end throws a `RangeError`. */
export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Returns bytes as text, one character for each byte. Only those of ASCII are always the same character. */
export const textOf = (bytes: Uint8Array): string => SINGLE_BYTES.decode(bytes)

const SINGLE_BYTES = new TextDecoder('windows-1252')

/** Returns the four letters at an offset, one character for each byte. */
export const lettersAt = (bytes: Uint8Array, at: number): string =>
  String.fromCharCode(bytes[at] ?? 0, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0, bytes[at + 3] ?? 0)

/** Tells whether bytes have a text at an offset, whose characters are single bytes. */
export function beginsWith(bytes: Uint8Array, text: string, at = 0): boolean {
  for (let index = 0; index < text.length; index++) if (bytes[at + index] !== text.charCodeAt(index)) return false
  return true
}

/**
 * A file of more parts than this is not taken apart: a list of them would take too much memory. No picture, sound or
 * film has as many.
 */
export const MOST_PARTS = 200_000

/** Returns the bytes of a text whose characters are single bytes. */
export const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))

/** Returns a copy of bytes. `slice` of the `Buffer` of Node would return the same bytes. */
export const copyOf = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes)

/** Joins bytes. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
