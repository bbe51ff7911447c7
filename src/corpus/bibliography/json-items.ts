/** This file cuts a CSL-JSON file into the works that it lists. */

/** An `Item` is one object of a JSON list, as it was written. */
export interface Item {
  readonly text: string
  /** This is the offset at which the item begins in the file, in UTF-16 code units. */
  readonly offset: number
}

/** Matches the signs that tell where items begin and end. */
const MARK = /["{}\n]/g

/**
 * Cuts a JSON list of objects into its items, so that a broken item costs only itself. No string of JSON goes over the
 * end of a line, so a quote that is never closed ends there. An item also begins where a line begins with a brace that
 * is indented like that of the first item, however many braces are still open.
 */
export function itemsOf(text: string): Item[] {
  const items: Item[] = []
  const margin = /\n([ \t]*)\{/.exec(text)?.[1]
  let [start, depth, isQuoted] = [-1, 0, false]
  const end = (at: number): void => {
    if (start >= 0) items.push({ text: text.slice(start, at), offset: start })
    ;[start, depth] = [-1, 0]
  }
  MARK.lastIndex = 0
  for (let mark = MARK.exec(text); mark !== null; mark = MARK.exec(text)) {
    const at = mark.index
    if (mark[0] === '\n') {
      isQuoted = false
      if (depth > 0 && margin !== undefined && text.startsWith(`${margin}{`, at + 1)) end(trimmedEnd(text, at))
    } else if (mark[0] === '"') isQuoted = isQuoted ? isEscaped(text, at) : true
    else if (isQuoted) continue
    else if (mark[0] === '{') {
      if (depth++ === 0) start = at
    } else if (depth > 0 && --depth === 0) end(at + 1)
  }
  end(text.replace(/[\s\]]+$/, '').length)
  return items
}

/** Tells whether a quote is escaped: whether an odd number of backslashes stands before it. */
function isEscaped(text: string, at: number): boolean {
  let first = at
  while (text[first - 1] === '\\') first--
  return (at - first) % 2 === 1
}

/** Gives the end of an item without the comma that separates it from the next. */
function trimmedEnd(text: string, end: number): number {
  return text.slice(0, end).replace(/[\s,]+$/, '').length
}
