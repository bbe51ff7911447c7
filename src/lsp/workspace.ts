/** The site that an editor has open, in memory, with the texts of its files as they are in the editor. */
import type { TextEdit as ProtocolEdit } from 'vscode-languageserver/node'
import { existsSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Parsed } from '../corpus/model/parsed.ts'
import { isPrivate } from '../corpus/model/parsed.ts'
import { hiddenNames } from '../corpus/rename/meanings.ts'
import type { NameIndex } from '../corpus/link/names.ts'
import type { LinkResolution } from '../corpus/model/resolved.ts'
import type { TextEdit } from '../corpus/rename/text-edits.ts'
import type { FilePath } from '../corpus/vocabulary.ts'
import { readBytes, readDocument, toDiskPath, toFilePath } from '../site/read/content-folder.ts'
import { Site } from '../site/site.ts'
import { Lines } from './positions.ts'

/** An entry as it is in the editor. */
export interface OpenEntry {
  readonly entry: Parsed
  readonly lines: Lines
  /** What its links lead to, each at the index of the link. */
  readonly resolutions: readonly LinkResolution[]
}

/** The site of an editor. Files are named by their paths under the content folder, as everywhere. */
export class Workspace {
  readonly site: Site
  /** The texts of open files, with the line ends that the editor has. */
  readonly #texts = new Map<FilePath, string>()
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
    return entry && this.opened(entry)
  }

  /** Returns an entry with all that is asked of it here. */
  opened(entry: Parsed): OpenEntry {
    const { corpus } = this.site
    const isLinked = corpus.entries.get(entry.path) === entry
    const known = isLinked ? corpus.resolutions.get(entry.path) : undefined
    return { entry, lines: new Lines(entry.text), resolutions: known ?? this.site.resolveOne(entry).resolutions }
  }

  /** Takes the text of a file from the editor, as `Site.edit` does. */
  edit(path: FilePath, text: string | undefined): boolean {
    if (text === undefined) this.#texts.delete(path)
    else this.#texts.set(path, text)
    return this.site.edit(path, text)
  }

  /** Turns edits of a text into those of the editor. Lines that are added end as those of the file do. */
  textEdits(path: FilePath, edits: readonly TextEdit[]): ProtocolEdit[] {
    const text = this.site.content.parsedAt(path)?.text ?? readDocument(this.site.folder, path)?.text ?? ''
    const lines = new Lines(text)
    const ending = this.#lineEndOf(path)
    return edits.map((edit) => ({ range: lines.rangeOf(edit), newText: edit.text.replaceAll('\n', ending) }))
  }

  #lineEndOf(path: FilePath): string {
    const raw = this.#texts.get(path) ?? readBytes(this.site.folder, path).bytes?.toString('utf8') ?? ''
    return raw.includes('\r\n') ? '\r\n' : '\n'
  }

  /** All entries, drafts included. */
  get entries(): readonly Parsed[] {
    return this.site.content.parsed
  }

  /** The paths of the files that are open. */
  get open(): Iterable<FilePath> {
    return this.#texts.keys()
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
