import type { Range } from 'vscode-languageserver/node'

/**
 * Moves what stands at lines of a text to the lines that those have become. What stands at a line that changed is left
 * out, because nobody has looked at it again.
 *
 * @example
 * moved([{ range: lineRange(3) }], 'a\nb\nc\nd', 'a\nnew\nb\nc\nd') // at line 4
 */
export function moved<T extends { readonly range: Range }>(things: readonly T[], before: string, now: string): T[] {
  if (before === now) return [...things]
  const [old, lines] = [before.split('\n'), now.split('\n')]
  const most = Math.min(old.length, lines.length)
  let first = 0
  while (first < most && old[first] === lines[first]) first++
  let last = 0
  while (last < most - first && old[old.length - 1 - last] === lines[lines.length - 1 - last]) last++
  const by = lines.length - old.length
  return things.flatMap((thing) => {
    const { start, end } = thing.range
    if (end.line < first) return [thing]
    if (start.line < old.length - last) return []
    const shift = (line: number): number => line + by
    const range = { start: { ...start, line: shift(start.line) }, end: { ...end, line: shift(end.line) } }
    return [{ ...thing, range }]
  })
}
