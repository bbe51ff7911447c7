/** The site that an editor has open, in memory, with the texts of its files as they are in the editor. */
import { existsSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Parsed } from '../corpus/model/parsed.ts'
import { isPrivate } from '../corpus/model/parsed.ts'
import { hiddenNames } from '../corpus/rename/meanings.ts'
import type { NameIndex } from '../corpus/link/names.ts'
import type { Resolved } from '../corpus/link/resolve-entry.ts'
import type { FilePath } from '../corpus/vocabulary.ts'
import { toDiskPath, toFilePath } from '../site/read/content-folder.ts'
import { Site } from '../site/site.ts'
import { Lines } from './positions.ts'

/** An entry as it is in the editor, with what it names. */
export interface OpenEntry {
  readonly entry: Parsed
  readonly lines: Lines
  readonly resolved: Resolved
}

/** The site of an editor. Files are named by their paths under the content folder, as everywhere. */
export class Workspace {
  readonly site: Site
  #hidden: { readonly of: NameIndex; readonly names: NameIndex } | undefined

  private constructor(site: Site) {
    this.site = site
  }

  /** Reads a content folder. Rejects with a `UsageError` where there is none. */
  static async open(folder: string): Promise<Workspace> {
    return new Workspace(await Site.open(folder))
  }

  /** Returns the address of a file, as editors have it. */
  uriOf(path: FilePath): string {
    return pathToFileURL(toDiskPath(this.site.folder, path)).href
  }

  /** Returns the path of the file at an address, or undefined where it is not in the content folder. */
  pathOf(uri: string): FilePath | undefined {
    if (!uri.startsWith('file:')) return undefined
    const file = fileURLToPath(uri)
    return file.startsWith(this.site.folder + sep) ? toFilePath(this.site.folder, file) : undefined
  }

  /** Returns an entry as it is now, or undefined where the file is none. */
  entryAt(uri: string): OpenEntry | undefined {
    const path = this.pathOf(uri)
    const entry = path === undefined ? undefined : this.site.content.parsedAt(path)
    return entry && { entry, lines: new Lines(entry.text), resolved: this.site.resolveOne(entry) }
  }

  /** All entries, drafts included. */
  get entries(): readonly Parsed[] {
    return this.site.content.parsed
  }

  isDraft(entry: Parsed): boolean {
    return isPrivate(entry, this.site.settings)
  }

  /** The names of drafts, as if they were public. */
  get hiddenNames(): NameIndex {
    const { names } = this.site
    if (this.#hidden?.of !== names) {
      const drafts = this.entries.filter((entry) => this.isDraft(entry))
      this.#hidden = { of: names, names: hiddenNames({ ...names, suggestsNothing: true }, drafts) }
    }
    return this.#hidden.names
  }
}

/**
 * Returns the content folder of what an editor has open: the one that `CONTENT_DIR` names, `content` in the folder that
 * is open, or that folder itself.
 *
 * @param folders The folders that are open, as absolute paths.
 */
export function contentFolderIn(folders: readonly string[]): string {
  const named = process.env['CONTENT_DIR']
  if (named) return resolve(named)
  const [first = process.cwd()] = folders
  const own = [...folders, first].map((folder) => join(folder, 'content')).find((folder) => existsSync(folder))
  return own ?? first
}
