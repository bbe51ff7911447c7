/** Where the entries of a BibTeX file are. */

export interface BibtexEntry {
  /** Offset of its `@` in the file. */
  readonly offset: number
  /** From its `@` to the next. */
  readonly text: string
}

/** Cuts a BibTeX file where a line begins with `@kind{`; comments, preambles and string definitions are no entries. */
export function bibtexEntries(text: string): BibtexEntry[] {
  const starts = [...text.matchAll(/(?<=^[ \t]*)@(\w+)\s*[{(]/gm)]
  return starts
    .map(({ 1: kind = '', index }, at) => ({ kind, offset: index, text: text.slice(index, starts[at + 1]?.index) }))
    .filter(({ kind }) => !/^(?:comment|preamble|string)$/i.test(kind))
}
