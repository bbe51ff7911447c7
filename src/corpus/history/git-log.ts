/** What git knows of the content, as plain data. Reading it is another's work. */
import type { FilePath } from '../vocabulary.ts'

export interface Commit {
  readonly hash: string
  /** When it was committed, in ISO 8601 with its offset. */
  readonly date: string
  readonly files: readonly CommittedFile[]
}

export interface CommittedFile {
  readonly path: FilePath
  /** What it was called before, if this commit renamed it. */
  readonly before?: FilePath
  /** The id of its content; undefined where the commit removed it. */
  readonly blob?: string
}

export interface GitLog {
  /** Newest first, along the line of the branch itself. */
  readonly commits: readonly Commit[]
  /** Is it cut off, as in a clone with a depth? */
  readonly isShallow: boolean
  /** Path of the content folder in its repository, with a slash at its end; empty where it is the repository itself. */
  readonly prefix: string
}

/** One state of a file. */
export interface Version {
  readonly commit: Commit
  /** Its path today, or its last one. */
  readonly path: FilePath
  readonly blob?: string
}

/** Every state of every file, oldest first, under the path that the file ended up with. */
export function versionsOf({ commits }: GitLog): Version[] {
  const later = new Map<FilePath, FilePath>()
  const versions: Version[] = []
  for (const commit of commits)
    for (const { path, before, blob } of commit.files) {
      const last = later.get(path) ?? path
      versions.push({ commit, path: last, ...(blob !== undefined && { blob }) })
      if (before === undefined) continue
      // Before this commit, the name meant another file, if it meant one.
      later.delete(path)
      later.set(before, last)
    }
  return versions.reverse()
}
