/** Makes texts that were written with escapes such as `"\ud800"` into texts that every file and address can hold. */

/** Replaces halves of surrogate pairs and NUL characters with U+FFFD, as is done for the bytes of a file. */
export const wellFormed = (text: string): string => text.toWellFormed().replaceAll('\0', '\uFFFD')

/**
 * Does the same for every text in a value of YAML or JSON, in place. Each part is visited once, because aliases of YAML
 * may repeat a part without end.
 */
export function withWellFormedTexts<T>(value: T): T {
  const [root, seen] = [{ value }, new Set<object>()]
  const parts: object[] = [root]
  for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
    if (seen.has(part)) continue
    seen.add(part)
    for (const [key, each] of Object.entries(part) as [string, unknown][])
      if (typeof each === 'object' && each !== null) parts.push(each)
      else if (typeof each === 'string' && each !== wellFormed(each))
        Object.defineProperty(part, key, { value: wellFormed(each) })
  }
  return root.value
}
