/** Reads the bibliography of a content folder. */
import { BIBLIOGRAPHY_FILES, readBibliographyAs, type Bibliography } from '../../corpus/bibliography/bibliography.ts'
import type { Settings } from '../../corpus/site-config.ts'
import type { Document } from '../../corpus/vocabulary.ts'
import { readFile } from './content-folder.ts'

/** The bibliography of a content folder, and the files that it comes from. */
export interface BibliographyInFiles {
  readonly bibliography: Bibliography
  readonly files: readonly Document[]
}

/**
 * Reads the bibliography files that the folder has. The problems of the bibliography include those of files that cannot
 * be read.
 */
export function readBibliographyFiles(folder: string, { language, titleCase }: Settings): BibliographyInFiles {
  const read = BIBLIOGRAPHY_FILES.map((path) => readFile(folder, path))
  const files = read.flatMap(({ document }) => document ?? [])
  const bibliography = readBibliographyAs({ language, titles: titleCase }, ...files)
  const unread = read.flatMap(({ problems }) => problems)
  return { bibliography: { ...bibliography, problems: [...unread, ...bibliography.problems] }, files }
}
