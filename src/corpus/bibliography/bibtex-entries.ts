/** This file finds the entries and the definitions of strings in a BibTeX file. */

/** A `BibtexEntry` is an entry as it was written. */
export interface BibtexEntry {
  /** This is the word after the `@`, in small letters. */
  readonly kind: string
  /** This is the offset of the entry's `@` in the file, in UTF-16 code units. */
  readonly offset: number
  /** This is the text from the entry's `@` to the next one. */
  readonly text: string
}

/** Matches where an entry begins: at the beginning of a line, or after the end of another one. */
const START = /@(?<=^[ \t]*@)(\w+)\s*[{(]|@(?<=[})][ \t]*@)(\w+)\s*[{(](?=\s*[^\s{}(),"#%]+\s*,)/gm

/**
 * Cuts a BibTeX file into its entries and its definitions of strings, which are of the kind `string`. What a `%` or
 * `@comment` takes out stays out, and so do preambles. Because the file is cut before it is parsed, a broken entry costs
 * only itself.
 */
export function bibtexEntries(text: string): BibtexEntry[] {
  const isCommented = commentedPartsOf(text)
  const starts = [...text.matchAll(START)].filter(({ index }) => !isCommented(index))
  return starts
    .map(({ 1: first, 2: second = '', index }, at) => ({
      kind: (first ?? second).toLowerCase(),
      offset: index,
      text: text.slice(index, starts[at + 1]?.index),
    }))
    .filter(({ kind }) => !/^(?:comment|preamble)$/.test(kind))
}

/** Makes the function that tells whether an offset is within the braces of an `@comment`. */
function commentedPartsOf(text: string): (offset: number) => boolean {
  const parts = [...text.matchAll(/^[ \t]*@comment\s*(?=\{)/gim)].flatMap(({ 0: start, index }) => {
    const end = endOfBraces(text, index + start.length)
    return end === undefined ? [] : [[index + start.length, end] as const]
  })
  return (offset) => parts.some(([start, end]) => offset > start && offset < end)
}

/**
 * Gives the offset after the brace that closes the first one from an offset on. It is undefined where none does. A brace
 * after a backslash is a sign of the text.
 */
export function endOfBraces(text: string, from = 0): number | undefined {
  const brace = /\\[^]|[{}]/g
  brace.lastIndex = from
  let depth = 0
  for (let found = brace.exec(text); found !== null; found = brace.exec(text)) {
    if (found[0] === '{') depth++
    else if (found[0] === '}' && --depth <= 0) return found.index + 1
  }
  return undefined
}
