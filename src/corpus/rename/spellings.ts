/** This file writes the path of a file as links name it, in the form in which one was written before. */
import { resolveDots } from '../link/resolve-dots.ts'
import { basename, folderOf, withoutExtension } from '../names/file-path.ts'
import { nameInLinks } from '../names/title-from-name.ts'
import type { FilePath } from '../vocabulary.ts'

/** `Move` is what a name was written for, and what it has to be written for now. */
export interface Move {
  /** This is the name as it was written, without a heading after `#`. */
  readonly written: string
  /** Says whether it is a path from its file, or a name to look up. */
  readonly by: 'name' | 'path'
  /** This is the file that it named, and the file in which it stood. */
  readonly meant: FilePath
  readonly from: FilePath
  /** These are the same two files as they are called now. */
  readonly means: FilePath
  readonly stands: FilePath
}

/**
 * Gives the ways to write a name anew, with the one first that is most like the old one. A short name stays short where
 * it can, and gets as much of its path as it needs.
 *
 * @example
 * spellingsOf({ written: 'old', by: 'name', meant: 'a/old.md', from: 'x.md', means: 'a/new.md', stands: 'x.md' })
 * // ['new', 'a/new', '/a/new']
 */
export function spellingsOf(move: Move): string[] {
  const [vault = ''] = /^dendron:\/\/[^/]*\//.exec(move.written) ?? []
  const written = move.written.slice(vault.length)
  const end = /\.(?:md|markdown|mdx|qmd|rmd)$/i.test(written) ? '' : 'bare'
  const whole = end === 'bare' ? withoutExtension(move.means) : move.means
  const ways = [
    ...inForm({ ...move, written }, whole),
    ...endsOf(whole),
    whole,
    relativeTo(move.stands, whole),
    `/${whole}`,
  ]
  return [...new Set(ways)].map((way) => vault + way)
}

/** Gives the name in the form of the one that was written. */
function inForm({ written, by, meant, from, means, stands }: Move, whole: string): string[] {
  const isBeside = folderOf(meant) === folderOf(from)
  const isInPlace = folderOf(meant) === folderOf(means) && folderOf(from) === folderOf(stands)
  const isNamespaced = nameInLinks(meant) !== basename(meant) && isSamePath(written, nameInLinks(meant))
  if (isNamespaced) return [nameInLinks(means)]
  if (isInPlace && written.includes('/'))
    return [written.slice(0, written.lastIndexOf('/') + 1) + whole.slice(whole.lastIndexOf('/') + 1)]
  if (written.startsWith('/')) return [`/${whole}`]
  if (/^\.{1,2}\//.test(written)) return [withDot(relativeTo(stands, whole), written)]
  if (!written.includes('/')) return by === 'path' && isBeside ? [relativeTo(stands, whole)] : []
  if (isSamePath(written, meant)) return [whole]
  if (isFrom(from, written, meant)) return [relativeTo(stands, whole)]
  const depth = written.split('/').length
  return [whole.split('/').slice(-depth).join('/')]
}

/** Tells whether a written path leads to a file, counted from the folder of the file in which it stands. */
export function isFrom(stands: FilePath, written: string, means: FilePath): boolean {
  const { path, leaves } = resolveDots(`${folderOf(stands)}/${written}`)
  return !leaves && !written.startsWith('/') && isSamePath(path, means)
}

const isSamePath = (one: string, other: string): boolean => bare(one) === bare(other)

/** Gives the form of a path in which two spellings of it are equal. */
const bare = (path: string): string => withoutExtension(path).normalize('NFC').toLowerCase()

/** Keeps the `./` before a path that goes down. */
const withDot = (path: string, written: string): string =>
  written.startsWith('./') && !path.startsWith('../') ? `./${path}` : path

/** Gives the ends of a path, with the shortest first. */
const endsOf = (path: string): string[] => {
  const names = path.split('/')
  return names.map((_, index) => names.slice(names.length - 1 - index).join('/'))
}

/** Gives a path as it is written in a file: from the folder of that file. */
function relativeTo(stands: FilePath, path: string): string {
  const [here, there] = [folderOf(stands).split('/').filter(Boolean), path.split('/')]
  let shared = 0
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++
  return [...here.slice(shared).map(() => '..'), ...there.slice(shared)].join('/')
}
