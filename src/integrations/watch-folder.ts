import { lstatSync, readdirSync, watch, type FSWatcher, type WatchEventType } from 'node:fs'
import { join, sep } from 'node:path'
import { isMarked } from '../site/output/marker.ts'
import { isHidden } from '../site/read/list-files.ts'

/**
 * Watches a folder and all folders in it. Hidden files and folders are ignored.
 *
 * It keeps one watcher for each folder. The usual libraries keep one for each file as well, and look at every file of a
 * folder when one of them changes. With 9,000 notes in a folder, that takes a quarter of a second for each save.
 *
 * @param folder The folder, as an absolute path.
 * @param onChange Is called with the absolute path of every file that is added, changed or removed.
 * @returns Ends the watching.
 */
export function watchFolder(folder: string, onChange: (file: string) => void): () => void {
  const folders = new WatchedFolders(onChange)
  folders.add(folder)
  return () => folders.close()
}

/** These errors are about one folder. Others, such as a limit of the system, are about all of them. */
const OF_ONE_FOLDER = new Set(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'ELOOP'])

/** The watchers of a folder and of the folders in it, and the names in each. */
class WatchedFolders {
  readonly #onChange: (file: string) => void
  readonly #folders = new Map<string, { watcher: FSWatcher; names: Set<string> }>()

  constructor(onChange: (file: string) => void) {
    this.#onChange = onChange
  }

  /**
   * Watches a folder and the folders in it, unless it is watched already.
   *
   * @param reportsFiles Whether the files in it are reported as changed, because the folder itself is new.
   */
  add(folder: string, reportsFiles = false): void {
    // A site that is built into the folder of its notes is none of them.
    if (this.#folders.has(folder) || isMarked(folder)) return
    const names = new Set<string>()
    const watcher = watch(folder, (event, name) => {
      if (name !== null) this.#handleEvent(folder, name, event)
    })
    // A watcher fails when its folder is removed. The watcher of the parent folder reports that.
    watcher.on('error', () => watcher.close())
    this.#folders.set(folder, { watcher, names })
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (isHidden(entry.name)) continue
      names.add(entry.name)
      if (entry.isDirectory()) this.#addSubfolder(join(folder, entry.name), reportsFiles)
      else if (reportsFiles) this.#onChange(join(folder, entry.name))
    }
  }

  /**
   * Watches a folder in a watched folder. Nothing follows from a folder that may not be read, or is gone again by now:
   * the watcher of its parent reports when that changes.
   */
  #addSubfolder(folder: string, reportsFiles: boolean): void {
    try {
      this.add(folder, reportsFiles)
    } catch (error) {
      if (!OF_ONE_FOLDER.has((error as NodeJS.ErrnoException).code ?? '')) throw error
      this.#remove(folder)
    }
  }

  /** Handles an event of a watcher: something of this name in the folder was added, changed or removed. */
  #handleEvent(folder: string, name: string, event: WatchEventType): void {
    if (isHidden(name)) return
    const path = join(folder, name)
    const stats = lstatSync(path, { throwIfNoEntry: false })
    const { names } = this.#folders.get(folder) ?? {}
    if (stats === undefined) names?.delete(name)
    else names?.add(name)
    const isFolder = stats?.isDirectory() === true
    // A folder that is renamed or new may be another one than the one that was watched under this path, as when git
    // changes the branch. The watcher of the old one would not see what happens in it.
    if (!isFolder || event === 'rename') this.#remove(path)
    if (isFolder) this.#addSubfolder(path, true)
    else this.#onChange(path)
  }

  /** Ends the watching of all folders. */
  close(): void {
    for (const { watcher } of this.#folders.values()) watcher.close()
  }

  /**
   * Stops watching a folder that is gone, and reports its files as changed. When a folder is moved, there is no event
   * for its files.
   */
  #remove(path: string): void {
    for (const [folder, { watcher, names }] of this.#folders) {
      if (folder !== path && !folder.startsWith(path + sep)) continue
      watcher.close()
      this.#folders.delete(folder)
      for (const name of names) this.#onChange(join(folder, name))
    }
  }
}
