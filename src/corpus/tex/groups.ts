/** This file reads the groups of TeX: what stands between braces. */

/**
 * Gives the offset after the brace that closes a group. It is undefined where nothing closes the group.
 *
 * @param open The offset of the brace that opens it.
 */
export function endOfGroup(tex: string, open: number): number | undefined {
  let depth = 0
  for (let at = open; at < tex.length; at++) {
    const sign = tex.charAt(at)
    if (sign === '\\') at++
    else if (sign === '{') depth++
    else if (sign === '}' && --depth === 0) return at + 1
  }
  return undefined
}

/** Gives the offset of the next character that is no space. */
export function afterSpaces(tex: string, at: number): number {
  let next = at
  while (/\s/.test(tex.charAt(next))) next++
  return next
}
