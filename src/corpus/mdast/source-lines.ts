/** This file reads the lines and the escapes of a text at an offset. */

/** Gives the offset at which the line of an offset begins. */
export const lineStart = (source: string, offset: number): number => source.lastIndexOf('\n', offset - 1) + 1

/** Gives the offset at which the line of an offset ends, before its line break. */
export function lineEnd(source: string, offset: number): number {
  const end = source.indexOf('\n', offset)
  return end < 0 ? source.length : end
}

/**
 * Tells whether a backslash takes the meaning of the character at an offset.
 *
 * @param from No backslash before this offset counts.
 */
export function isEscaped(source: string, offset: number, from: number): boolean {
  let at = offset
  while (at > from && source.charAt(at - 1) === '\\') at--
  return (offset - at) % 2 === 1
}
