/** This file finds the entries of a BibTeX file. */

/** A `BibtexEntry` is an entry as it was written. */
export interface BibtexEntry {
  /** This is the word after the `@`, in small letters. */
  readonly kind: string
  /** This is the offset of the entry's `@` in the file, in UTF-16 code units. */
  readonly offset: number
  /** This is the text from the entry's `@` to the next one. */
  readonly text: string
}

/**
 * Cuts a BibTeX file into its entries, where a line begins with `@kind{`. Comments, preambles and definitions of
 * strings are not entries. Because the file is cut before it is parsed, a broken entry costs only itself.
 */
export function bibtexEntries(text: string): BibtexEntry[] {
  const starts = [...text.matchAll(/(?<=^[ \t]*)@(\w+)\s*[{(]/gm)]
  return starts
    .map(({ 1: kind = '', index }, at) => ({
      kind: kind.toLowerCase(),
      offset: index,
      text: text.slice(index, starts[at + 1]?.index),
    }))
    .filter(({ kind }) => !/^(?:comment|preamble|string)$/i.test(kind))
}
