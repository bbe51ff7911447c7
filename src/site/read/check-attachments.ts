/** Finds attachments that would publish what is said of a person in them. */
import { readFile, stat } from 'node:fs/promises'
import { isChecked, publicBytes } from '../../corpus/attachments/public-bytes.ts'
import type { Corpus } from '../../corpus/model/corpus.ts'
import type { FilePath, Problem } from '../../corpus/vocabulary.ts'
import { toDiskPath } from './content-folder.ts'

/**
 * Checks the attachments of a site. Only those that public entries use are read, and each only once until it changes.
 */
export class AttachmentChecks {
  readonly #folder: string
  #known = new Map<string, readonly Problem[]>()

  /** @param folder The content folder, as an absolute path. */
  constructor(folder: string) {
    this.#folder = folder
  }

  /** Returns what is wrong with the attachments of a corpus. A file that cannot be read has no problems here. */
  async problemsOf({ used, settings }: Corpus): Promise<readonly Problem[]> {
    const checked = [...used].filter((path) => isChecked(path) && !path.toLowerCase().endsWith('.svg'))
    if (settings.metadata === 'keep') return []
    const known = new Map<string, readonly Problem[]>()
    for (const path of checked) {
      const version = await this.#versionOf(path).catch(() => undefined)
      if (version === undefined) continue
      const read = () =>
        readFile(toDiskPath(this.#folder, path)).then((bytes) => publicBytes(path, bytes, settings).problems)
      known.set(version, this.#known.get(version) ?? (await read().catch(() => [])))
    }
    this.#known = known
    return [...known.values()].flat()
  }

  async #versionOf(path: FilePath): Promise<string> {
    const { mtimeMs, size } = await stat(toDiskPath(this.#folder, path))
    return `${path}\0${mtimeMs}\0${size}`
  }
}
