/** One item of a list, as it was written. */
export interface Item {
  readonly text: string
  /** Where it begins in the file. */
  readonly offset: number
}

const MARK = /["{}\n]/g

/**
 * Cuts a JSON list of objects into its items, so that one that is broken costs only itself: no text of JSON goes over the end of a line,
 * and an item begins where a line begins with a brace as far to the left as that of the first item, however many braces are open.
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

/** Has the quote an odd number of backslashes before it? */
function isEscaped(text: string, at: number): boolean {
  let first = at
  while (text[first - 1] === '\\') first--
  return (at - first) % 2 === 1
}

/** Without the comma that parts an item from the next. */
function trimmedEnd(text: string, end: number): number {
  return text.slice(0, end).replace(/[\s,]+$/, '').length
}
