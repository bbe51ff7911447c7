/** This file describes what git knows of the content, as plain data. Running git is left to the site. */
import type { FilePath } from '../vocabulary.ts'

/** A `Commit` is one commit of the log, with the files of the content folder that it changed. */
export interface Commit {
  readonly hash: string
  /** This is the date of the commit, in ISO 8601 with its offset from UTC. */
  readonly date: string
  readonly files: readonly CommittedFile[]
}

/** A `CommittedFile` is a file that a commit changed. */
export interface CommittedFile {
  readonly path: FilePath
  /** This is the file's path before the commit, where the commit renamed it. */
  readonly before?: FilePath
  /** This is the id of the file's content. It is undefined where the commit removed the file. */
  readonly blob?: string
}

/** A `GitLog` is the log of the content folder. */
export interface GitLog {
  /** The commits are newest first. Only the branch itself is followed, not what was merged into it. */
  readonly commits: readonly Commit[]
  /** This is true where the log is cut off, as in a clone with a depth. */
  readonly isShallow: boolean
  /**
   * This is the path of the content folder in its repository, with a slash at its end. It is empty where the content
   * folder is the whole repository.
   */
  readonly prefix: string
}

/** A `Version` is one state of a file. */
export interface Version {
  readonly commit: Commit
  /** This is the path of the file today, or its last path where it is gone. */
  readonly path: FilePath
  /** This is the path that the file had then, where that is another one. */
  readonly formerPath?: FilePath
  /** This is the id of the file's content. It is undefined where the commit removed the file. */
  readonly blob?: string
}

/** Gives every version of every file, oldest first. Each is under the path that the file ended up with. */
export function versionsOf({ commits }: GitLog): Version[] {
  const later = new Map<FilePath, FilePath>()
  const versions: Version[] = []
  for (const commit of commits)
    for (const { path, before, blob } of commit.files) {
      const last = later.get(path) ?? path
      const formerPath = path === last ? {} : { formerPath: path }
      versions.push({ commit, path: last, ...formerPath, ...(blob !== undefined && { blob }) })
      if (before === undefined) continue
      // Before this commit, the path may have belonged to another file.
      later.delete(path)
      later.set(before, last)
    }
  return versions.reverse()
}
