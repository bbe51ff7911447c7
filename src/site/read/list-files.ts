/** Lists the files of the content folder. Symbolic links are not followed, wherever they lead. */
import { existsSync, readdirSync, type Dirent } from 'node:fs'
import { join } from 'node:path'
import { isCanvas, isEntry, isMarkdown } from '../../corpus/names/file-path.ts'
import { isMarked } from '../output/marker.ts'
import { toFilePath } from './content-folder.ts'
import {
  SYMBOLIC_LINK,
  NOT_A_FILE,
  NAME_NOT_UTF8,
  reasonFromError,
  DUPLICATE_NAME,
  skippedFile,
} from './skip-reasons.ts'
import { compareText } from '../../corpus/compare.ts'
import type { FilePath, Problem } from '../../corpus/vocabulary.ts'

/** Matches the names of files that people mostly show or link to. It is worth a problem that such a file is skipped. */
const ATTACHMENT =
  /\.(apng|avif|bmp|flac|gif|jpe?g|m4a|mp3|mp4|ogg|opus|pdf|png|svg|wav|webm|webp|csv|json|txt|bib|zip)$/i

/** Tells whether a file or folder is ignored because its name begins with a dot or is `node_modules`. */
export const isHidden = (name: string): boolean => name.startsWith('.') || name === 'node_modules'

/** The files of a content folder by their use. The paths are sorted. */
export interface FolderListing {
  readonly markdown: readonly FilePath[]
  readonly canvases: readonly FilePath[]
  /** The pictures and other files that entries may show or link to, whatever their type. */
  readonly attachments: readonly FilePath[]
  /** The files and folders that would be read if nothing prevented it, each with the problem that says what does. */
  readonly skipped: readonly { readonly path: FilePath; readonly problem: Problem }[]
}

/**
 * Lists the files of a content folder, at any depth. Hidden folders such as `.obsidian` and `.git` are ignored, and so
 * is a site that was built there. Where there is no such folder, there are none.
 *
 * @param folder The content folder, as an absolute path.
 */
export function listFiles(folder: string): FolderListing {
  if (!existsSync(folder)) return { markdown: [], canvases: [], attachments: [], skipped: [] }
  const files = new Set<FilePath>()
  const problems = new Map<FilePath, Problem>()
  const folders = [folder]
  for (let at = folders.pop(); at !== undefined; at = folders.pop()) {
    const entries = readEntriesOf(at)
    if (!Array.isArray(entries))
      problems.set(toFilePath(folder, at), skippedFile(toFilePath(folder, at), entries.reason))
    else
      for (const entry of entries) {
        const path = toFilePath(folder, join(at, entry.name))
        if (entry.isDirectory()) {
          // A site that was built into the folder of its notes is made of them, and none of them.
          if (!isMarked(join(at, entry.name))) folders.push(join(at, entry.name))
        } else {
          const reason = files.has(path) ? DUPLICATE_NAME : skipReason(at, entry)
          if (reason === undefined) files.add(path)
          else if (isWanted(entry)) problems.set(path, skippedFile(path, reason))
        }
      }
  }
  const sorted = [...files].sort(compareText)
  return {
    markdown: sorted.filter(isMarkdown),
    canvases: sorted.filter(isCanvas),
    attachments: sorted.filter((path) => !isEntry(path, { canvas: true })),
    skipped: [...problems].map(([path, problem]) => ({ path, problem })).sort((a, b) => compareText(a.path, b.path)),
  }
}

/** Returns what is in a folder, sorted by name, or the reason why it cannot be read. */
function readEntriesOf(folder: string): Dirent[] | { readonly reason: string } {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => !isHidden(name))
      .sort((a, b) => compareText(a.name, b.name))
  } catch (error) {
    return { reason: reasonFromError(error) }
  }
}

/** Returns the reason why something in a folder is not read, or undefined where it is read. */
function skipReason(folder: string, entry: Dirent): string | undefined {
  if (entry.isSymbolicLink()) return SYMBOLIC_LINK
  if (!entry.isFile()) return NOT_A_FILE
  return entry.name.includes('\uFFFD') && !existsSync(join(folder, entry.name)) ? NAME_NOT_UTF8 : undefined
}

/**
 * Tells whether it is worth a problem that something is skipped. Every link is, because it may lead to a folder of
 * notes.
 */
const isWanted = (entry: Dirent): boolean =>
  entry.isSymbolicLink() || isEntry(entry.name, { canvas: true }) || ATTACHMENT.test(entry.name)
