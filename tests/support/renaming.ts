/** Renames entries of folders in memory. */
import { BIBLIOGRAPHY_FILES, readBibliography } from '../../src/corpus/bibliography/bibliography.ts'
import { APA } from '../../src/corpus/bibliography/style.ts'
import { readBase } from '../../src/corpus/bases/read-base.ts'
import type { LinkInput } from '../../src/corpus/link/resolve-entry.ts'
import { isEntry } from '../../src/corpus/names/file-path.ts'
import { DEFAULT_DIALECT, parse } from '../../src/corpus/parse.ts'
import { DEFAULT_SETTINGS } from '../../src/corpus/settings.ts'
import type { Dialect, Settings } from '../../src/corpus/site-config.ts'
import type { FilePath } from '../../src/corpus/vocabulary.ts'
import { renameEntry, type RenameInput, type Renaming } from '../../src/corpus/rename/rename-entry.ts'
import { withEdits } from '../../src/corpus/rename/text-edits.ts'
import type { Files } from './corpus.ts'

/** Everything that `link` asks of a folder. */
export function inputOf(files: Files, settings: Partial<Settings> = {}, dialect: Dialect = DEFAULT_DIALECT): LinkInput {
  const paths = Object.keys(files)
  const entries = paths.filter((path) => isEntry(path, { canvas: true }))
  const bibliography = BIBLIOGRAPHY_FILES.flatMap((path) =>
    files[path] === undefined ? [] : [{ path, text: files[path] }],
  )
  const bases = paths.filter((path) => path.endsWith('.base')).map((path) => readBase({ path, text: files[path]! }))
  return {
    files: entries.flatMap((path) => parse({ path, text: files[path]! }, dialect).parsed ?? []),
    unread: [],
    settings: { ...DEFAULT_SETTINGS, ...settings },
    bibliography: readBibliography(...bibliography),
    style: APA,
    attachments: new Map(paths.filter((path) => !entries.includes(path)).map((path) => [path, { path }])),
    bases: bases.flatMap(({ definition }) => definition ?? []),
  }
}

export interface InMemory {
  readonly settings?: Partial<Settings>
  readonly dialect?: Partial<Dialect>
  readonly keepsAddress?: boolean
}

const asked = (files: Files, from: FilePath, to: FilePath, given: InMemory): RenameInput => {
  const dialect = { ...DEFAULT_DIALECT, ...given.dialect }
  const bases = Object.keys(files).flatMap((path) => (path.endsWith('.base') ? [{ path, text: files[path]! }] : []))
  const { keepsAddress } = given
  return {
    input: inputOf(files, given.settings, dialect),
    dialect,
    bases,
    from,
    to,
    ...(keepsAddress !== undefined && { keepsAddress }),
  }
}

export const renaming = (files: Files, from: FilePath, to: FilePath, given: InMemory = {}): Renaming =>
  renameEntry(asked(files, from, to, given))

/** The files as they are after a renaming that is not refused. */
export function after(files: Files, made: Renaming): Record<FilePath, string> {
  if ('refused' in made) throw new Error(made.refused.join('\n'))
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      made.moves.find(({ from }) => from === path)?.to ?? path,
      withEdits(text, made.edits.get(path) ?? []),
    ]),
  )
}

export const renamed = (files: Files, from: FilePath, to: FilePath, given: InMemory = {}): Record<FilePath, string> =>
  after(files, renaming(files, from, to, given))
