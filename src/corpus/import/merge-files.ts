/**
 * This file merges what is imported into a folder. What a writer changed since the last import stays: a file is only
 * written anew while it is as the last import wrote it.
 */
import { fnv1a } from '../names/fnv1a.ts'
import type { Document, FilePath } from '../vocabulary.ts'

/** `Imported` says of each thing, by its key, how its file was written when it was last imported. */
export type Imported = Readonly<Record<string, string>>

/** A `MadeFile` is the file that an import makes of one thing. */
export interface MadeFile {
  /** This is the key by which the other program knows the thing. It stays the same whatever changes in it. */
  readonly key: string
  readonly document: Document
  /** This is the file that an earlier import made of it, wherever it is now. */
  readonly there: Document | undefined
}

/** `Merged` is what an import changes. */
export interface Merged {
  /** These files are written. Those of them that are there are as the last import wrote them. */
  readonly written: readonly Document[]
  /** These files stay, though they would be written in another way now, because a writer has written or changed them. */
  readonly kept: readonly FilePath[]
  /** This is the number of things whose file a writer has taken out. They do not come again. */
  readonly removed: number
  readonly imported: Imported
}

/** Merges files into those of a folder. A second import of the same things changes nothing. */
export function mergeFiles(made: readonly MadeFile[], files: readonly Document[], imported: Imported): Merged {
  const [written, kept]: [Document[], FilePath[]] = [[], []]
  const next: Record<string, string> = { ...imported }
  const taken = new Set(files.map(({ path }) => path.toLowerCase()))
  let removed = 0
  for (const { key, document, there } of made) {
    const [before, mark] = [imported[key], hashOf(document.text)]
    if (there === undefined && before !== undefined) removed++
    else if (there === undefined && taken.has(document.path.toLowerCase())) kept.push(document.path)
    else if (there === undefined || (before !== undefined && before !== mark && hashOf(there.text) === before)) {
      written.push({ path: there?.path ?? document.path, text: document.text })
      taken.add(document.path.toLowerCase())
      next[key] = mark
    } else if (before !== undefined && before !== mark) kept.push(there.path)
  }
  return { written, kept, removed, imported: next }
}

/** Gives a text that differs where texts do: the 32-bit FNV-1a hashes of it and of its reverse. */
const hashOf = (text: string): string =>
  [text, Array.from(text).reverse().join('')].map((each) => fnv1a(each).toString(16).padStart(8, '0')).join('')
