/** Reads the bases of Obsidian: the `.base` files of the content folder. */
import type { BaseDefinition } from '../../corpus/bases/definition.ts'
import { emptyBase, readBase } from '../../corpus/bases/read-base.ts'
import type { FilePath, Problem } from '../../corpus/vocabulary.ts'
import { readFile } from './content-folder.ts'

/** The bases of a folder in the order of their paths, and what is wrong in them. */
export interface BasesInFiles {
  readonly definitions: readonly BaseDefinition[]
  readonly problems: readonly Problem[]
}

/** The bases of a folder without any. */
export const NO_BASES: BasesInFiles = { definitions: [], problems: [] }

/**
 * Reads all bases.
 *
 * @param paths The files of the folder that are no Markdown files.
 */
export function readBases(folder: string, paths: readonly FilePath[]): BasesInFiles {
  const bases = paths.filter((path) => /\.base$/i.test(path)).sort()
  if (bases.length === 0) return NO_BASES
  const read = bases.map((path) => {
    const { document, problems } = readFile(folder, path)
    const base = document && readBase(document)
    return {
      definition: base?.definition ?? emptyBase(path, document?.text),
      problems: [...problems, ...(base?.problems ?? [])],
    }
  })
  return {
    definitions: read.map(({ definition }) => definition),
    problems: read.flatMap(({ problems }) => problems),
  }
}
