/** Finds attachments that cannot be published, and those that would publish what is said of a person in them. */
import { open, readFile, stat } from 'node:fs/promises'
import { isChecked, isTooLarge, publicBytes, tooLarge } from '../../corpus/attachments/public-bytes.ts'
import type { Corpus } from '../../corpus/model/corpus.ts'
import type { Settings } from '../../corpus/site-config.ts'
import type { FilePath, Problem } from '../../corpus/vocabulary.ts'
import { toDiskPath } from './content-folder.ts'
import { reasonFromError, skippedFile } from './skip-reasons.ts'

/** What the checks need of a corpus: the attachments that public entries use, and what is published of metadata. */
interface CheckedCorpus {
  readonly used: Corpus['used']
  readonly settings: Pick<Settings, 'metadata'>
}

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

  /**
   * Returns what is wrong with the attachments of a corpus. Each is read as a build reads it when it publishes it, so
   * that a check says all that a build would say.
   */
  async problemsOf({ used, settings }: CheckedCorpus): Promise<readonly Problem[]> {
    const known = new Map<string, readonly Problem[]>()
    const problems: Problem[] = []
    for (const path of used) {
      const version = await this.#versionOf(path, settings)
      const found = this.#known.get(version ?? '') ?? (await this.#read(path, settings))
      if (version !== undefined) known.set(version, found)
      problems.push(...found)
    }
    this.#known = known
    return problems
  }

  /**
   * Returns a text that is another one once the file has other bytes or other permissions. For a file that is not there
   * it is undefined, because no such text would tell that the file is back.
   */
  async #versionOf(path: FilePath, { metadata }: CheckedCorpus['settings']): Promise<string | undefined> {
    const stats = await stat(toDiskPath(this.#folder, path)).catch(() => undefined)
    return stats && [path, stats.mtimeMs, stats.ctimeMs, stats.size, metadata].join('\0')
  }

  /** Reads a file where its bytes matter, and otherwise opens it only. */
  async #read(path: FilePath, settings: CheckedCorpus['settings']): Promise<readonly Problem[]> {
    const file = toDiskPath(this.#folder, path)
    try {
      const isLarge = isChecked(path) && isTooLarge(path, (await stat(file)).size)
      if (!isChecked(path) || isLarge) {
        await (await open(file)).close()
        return isLarge && settings.metadata !== 'keep' ? [tooLarge(path)] : []
      }
      const bytes = await readFile(file)
      return path.toLowerCase().endsWith('.svg') ? [] : publicBytes(path, bytes, settings).problems
    } catch (error) {
      return [skippedFile(path, reasonFromError(error))]
    }
  }
}
