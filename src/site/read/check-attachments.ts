/** Finds attachments that would publish what is said of a person in them. */
import { readFile, stat } from 'node:fs/promises'
import { isChecked, isTooLarge, publicBytes, tooLarge } from '../../corpus/attachments/public-bytes.ts'
import type { Corpus } from '../../corpus/model/corpus.ts'
import type { Problem } from '../../corpus/vocabulary.ts'
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
      const stats = await stat(toDiskPath(this.#folder, path)).catch(() => undefined)
      if (stats === undefined) continue
      const version = `${path}\0${stats.mtimeMs}\0${stats.size}`
      const read = () =>
        readFile(toDiskPath(this.#folder, path)).then((bytes) => publicBytes(path, bytes, settings).problems)
      const problems = isTooLarge(path, stats.size) ? [tooLarge(path)] : this.#known.get(version)
      known.set(version, problems ?? (await read().catch(() => [])))
    }
    this.#known = known
    return [...known.values()].flat()
  }
}
