/** Reads notes of org-roam from the disk, and copies the files that they show. */
import { existsSync, lstatSync, readFileSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { orgPages, type OrgGraph } from '../../corpus/import/org-roam.ts'
import type { FilePath } from '../../corpus/vocabulary.ts'
import { filesIn, pathWithin } from '../../site/files-in.ts'
import { isHidden } from '../../site/read/list-files.ts'
import { UsageError } from '../../site/usage-error.ts'
import { copyFiles } from './copy-files.ts'
import { convertOrg } from './run-pandoc.ts'

/** A graph that was read, and the folder in which its files are. */
export interface OrgFolder extends OrgGraph {
  readonly folder: string
}

/** Tells whether an operand of `import` is a note of Org, or a folder, which may hold some. */
export const mayBeOrg = (operand: string): boolean =>
  /\.org$/i.test(operand) || (existsSync(operand) && statSync(operand).isDirectory())

/**
 * Reads notes, each folder with all folders in it.
 *
 * @param operands Paths of files and folders, as a user wrote them.
 * @returns Rejects with a `UsageError` where one is not there, or Pandoc is not installed.
 */
export async function readOrg(operands: readonly string[]): Promise<OrgFolder[]> {
  const missing = operands.find((operand) => !existsSync(operand))
  if (missing !== undefined) throw new UsageError(`There is no file ${missing}.`)
  const folders = Map.groupBy(
    operands.map((operand) => resolve(operand)),
    (path) => (statSync(path).isDirectory() ? path : dirname(path)),
  )
  return Promise.all([...folders].map(([folder, paths]) => readFolder(folder, paths)))
}

async function readFolder(folder: string, paths: readonly string[]): Promise<OrgFolder> {
  // Hidden folders hold what other programs keep, and links may lead anywhere.
  const all = filesIn(folder).filter(
    (file) => !pathWithin(folder, file).split('/').some(isHidden) && lstatSync(file).isFile(),
  )
  const notes = all.filter((file) => /\.org$/i.test(file) && (paths.includes(folder) || paths.includes(file)))
  if (notes.length === 0)
    throw new UsageError(
      `${folder} has no note of Org. For a vault of Obsidian, write import obsidian ${folder}, and for a graph of Logseq ` +
        `import logseq ${folder}.`,
    )
  const documents = notes.map((file) => ({ path: pathWithin(folder, file), text: readFileSync(file, 'utf8') }))
  const { converted, failed } = await convertOrg(documents)
  const others = all.filter((file) => !/\.org$/i.test(file)).map((file) => pathWithin(folder, file))
  const { left, ...graph } = orgPages(converted, new Set(others))
  return { folder, ...graph, left: [...failed, ...left] }
}

/** Copies files into the content folder, but for those that are there. Returns the paths of those that were copied. */
export function copyAttachments(graphs: readonly OrgFolder[], content: string, isDry: boolean): FilePath[] {
  return graphs.flatMap(({ folder, attachments }) => copyFiles(attachments, folder, content, isDry))
}
