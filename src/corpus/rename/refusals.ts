/** This file says why a file cannot be moved to a path. */
import { normalizeName } from '../link/names.ts'
import { basename, isCanvas, isMarkdown, withoutExtension } from '../names/file-path.ts'
import { nameInLinks } from '../names/title-from-name.ts'
import type { Parsed } from '../model/parsed.ts'
import type { FilePath } from '../vocabulary.ts'

/** These are the files among which one is moved. */
export interface Neighbours {
  readonly files: readonly Parsed[]
  /** These are the paths of all other files: attachments, and files that could not be read. */
  readonly others: readonly FilePath[]
}

/**
 * Says why an entry cannot be moved, as a whole sentence with a remedy. It is undefined where nothing prevents it.
 *
 * @param entry The entry as it is.
 * @param moved The same entry as it would be read at its new path.
 */
export function refusalOf(entry: Parsed, moved: Parsed, { files, others }: Neighbours): string | undefined {
  const { path: from } = entry
  const { path: to } = moved
  if (from === to) return `${from} is called so already.`
  const impossible = impossibleIn(to, [...files.map(({ path }) => path), ...others])
  if (impossible !== undefined) return impossible
  if (!(isCanvas(from) ? isCanvas(to) : isMarkdown(to))) return `${to} has another extension than ${from}. Keep it.`
  const rest = files.filter((file) => file !== entry)
  const taken = [...rest.map(({ path }) => path), ...others].find((path) => path !== from && isSamePath(path, to))
  if (taken !== undefined) return `There is a file ${taken} already. Choose another name.`
  if (moved.kind !== entry.kind)
    return (
      `${from} is of the kind ${entry.kind}, and would be of the kind ${moved.kind} at ${to}. ` +
      `Write "type: ${entry.kind}" into it first, or keep it in its folder.`
    )
  const namesake = namesakeOf(entry, moved, rest)
  return namesake === undefined
    ? undefined
    : `Links to "${basename(to)}" would be ambiguous, because ${namesake.path} answers to that name too. Choose another name.`
}

/** Matches signs that no link, or no disk of some system, can have in the name of a file. */
const IMPOSSIBLE = /[\p{Cc}\\:*?"<>|#^[\]]/u

/** Says what is wrong with the new part of a path. A folder that is there already may be called as it likes. */
function impossibleIn(path: FilePath, others: readonly FilePath[]): string | undefined {
  const names = withoutExtension(path).split('/')
  const folders = names.slice(0, -1).map((_, index) => `${names.slice(0, index + 1).join('/')}/`)
  const known = folders.findLastIndex((folder) => others.some((other) => other.startsWith(folder))) + 1
  const fresh = names.slice(known)
  const sign = IMPOSSIBLE.exec(fresh.join('/'))?.[0]
  if (sign !== undefined) return `A name cannot have the sign ${JSON.stringify(sign)} in it. Choose another name.`
  return fresh.some((name) => name === '' || name.trim() !== name || /^\.|\.$/.test(name))
    ? `No part of the path "${path}" may be empty, begin or end with a full stop, or begin or end with a blank.`
    : undefined
}

const isSamePath = (one: FilePath, other: FilePath): boolean =>
  withoutExtension(one).toLowerCase() === withoutExtension(other).toLowerCase()

/** Finds another entry that answers to the new name. One whose file always had the same name makes nothing worse. */
function namesakeOf(entry: Parsed, moved: Parsed, rest: readonly Parsed[]): Parsed | undefined {
  const name = normalizeName(basename(moved.path))
  if (name === normalizeName(basename(entry.path))) return undefined
  return rest.find(({ path, id, writtenTitle, data: { aliases } }) =>
    [basename(path), nameInLinks(path), id, writtenTitle, ...aliases].some((each) => normalizeName(each) === name),
  )
}
