/** Reads the bibliography of a content folder. */
import { BIBLIOGRAPHY_FILES, readBibliographyAs, type Bibliography } from '../../corpus/bibliography/bibliography.ts'
import type { Settings } from '../../corpus/site-config.ts'
import type { Document, FilePath } from '../../corpus/vocabulary.ts'
import { readFile } from './content-folder.ts'

/** The bibliography of a content folder, and the files that it comes from. */
export interface BibliographyInFiles {
  readonly bibliography: Bibliography
  readonly files: readonly Document[]
}

/**
 * Lists the files of the bibliography. Other programs let writers give the file any name, so in a lenient folder every
 * `.bib` file is one of them.
 *
 * @param attachments The paths of the files of the folder that are no entries, sorted.
 */
export const bibliographyFiles = (
  attachments: readonly FilePath[],
  { mode }: Pick<Settings, 'mode'>,
): readonly FilePath[] => [
  ...BIBLIOGRAPHY_FILES,
  ...attachments.filter((path) => mode === 'lenient' && /\.bib$/i.test(path) && !BIBLIOGRAPHY_FILES.includes(path)),
]

/**
 * Reads those of the bibliography files that are there. The problems of the bibliography include those of files that
 * cannot be read.
 */
export function readBibliographyFiles(
  folder: string,
  paths: readonly FilePath[],
  { language, titleCase }: Settings,
): BibliographyInFiles {
  const read = paths.map((path) => readFile(folder, path))
  const files = read.flatMap(({ document }) => document ?? [])
  const bibliography = readBibliographyAs({ language, titles: titleCase }, ...files)
  const unread = read.flatMap(({ problems }) => problems)
  return { bibliography: { ...bibliography, problems: [...unread, ...bibliography.problems] }, files }
}
