/** This file resolves links and names. Nowhere else does a name or a path become an entry. */
import { citeKey } from '../cite-key.ts'
import { basename, bareName, folderOf, withoutExtension, writtenName } from '../identity.ts'
import type { Link, Parsed } from '../model/parsed.ts'
import { normalizeName, type NameIndex, type NameLevels } from './names.ts'
import { withFragment } from './fragments.ts'
import { nearest } from '../suggest.ts'
import type { FilePath, Kind } from '../vocabulary.ts'
import type { LinkResolution } from '../model/resolved.ts'
import { topicKey } from '../topic-key.ts'

/**
 * Resolves a link of a body. It may lead to an entry, to a heading or a block in it, to an attachment, to a topic, or
 * to a work.
 */
export function resolveLink(names: NameIndex, from: Parsed, link: Link): LinkResolution {
  if (link.form === 'topic') return { type: 'topic', key: topicKey(link.target) }
  if (link.form === 'citation') return resolveCitation(names, from.path, link)
  if (link.target === '') return inEntry(names, { type: 'found', path: from.path }, link.fragment)
  if (link.form === 'picture') return resolveOtherwise(names, from, link) ?? { type: 'missing' }
  const resolution = resolveName(names, from.path, link.target, link.by)
  if (resolution.type === 'found') return inEntry(names, resolution, link.fragment)
  return (resolution.type === 'missing' ? resolveOtherwise(names, from, link) : undefined) ?? resolution
}

/**
 * Resolves a target that no entry is called by. It may be the path or name of a file, a name that holds a `#`, or the
 * key of a work.
 */
function resolveOtherwise(names: NameIndex, from: Parsed, link: Link): LinkResolution | undefined {
  for (const reading of readings(link)) {
    const file = resolveFile(names, from, reading)
    if (file !== undefined || link.form === 'picture') return file
    const resolution = resolveName(names, from.path, reading.target, link.by)
    if (resolution.type === 'found') return inEntry(names, resolution, reading.fragment)
  }
  return link.by === 'name' && link.target.startsWith('@') && names.works.has(citeKey(link.target))
    ? { type: 'source', key: citeKey(link.target) }
    : undefined
}

/**
 * Gives every way to read a target with a fragment. `a#b#c` means `b#c` in `a`, but the names `a#b` and `a#b#c` are
 * possible too.
 */
function readings<L extends Pick<Link, 'target' | 'fragment'>>(link: L): L[] {
  const { fragment, ...named } = link
  if (fragment === undefined) return [link]
  const [first = '', ...rest] = fragment.split('#')
  const longer = { ...named, target: `${link.target}#${first}`, ...(rest.length > 0 && { fragment: rest.join('#') }) }
  return [link, ...readings(longer as L)]
}

/**
 * Resolves a citation. A key that the bibliography does not have may be that of a note about the work, called
 * `@key.md`. An `@key` without brackets may as well be the name of a person on some site, so a suggestion is only made
 * for one that is nearly a key.
 */
function resolveCitation(names: NameIndex, from: FilePath, { target, cites }: Link): LinkResolution {
  const key = citeKey(target)
  if (names.works.has(key)) return { type: 'source', key }
  const isText = cites === 'sentence' || cites === 'suppressed'
  const about = isText ? undefined : resolveName(names, from, `@${key}`, 'name')
  if (about !== undefined && about.type !== 'missing') return about
  const suggestion = isText && !/\d/.test(key) ? undefined : nearest(key, [...names.works], isText ? 2 : undefined)
  return suggestion === undefined ? { type: 'missing' } : { type: 'missing', suggestion }
}

/**
 * Resolves a name in a field of the frontmatter. It may be written as a link: `[[name#heading|words]]`.
 *
 * @param kind The kind of entry that must be meant. Any kind is meant where it is undefined.
 */
export function resolveField(names: NameIndex, from: FilePath, written: string, kind?: Kind): LinkResolution {
  const resolution = resolveName(names, from, bareName(written, names.wikilinks), 'name', kind)
  if (resolution.type !== 'missing') return resolution
  const whole = resolveName(names, from, writtenName(written, names.wikilinks), 'name', kind)
  return whole.type === 'missing' ? resolution : whole
}

/**
 * Resolves a name. These are tried in order: the path from the file itself, the path from the content folder, the id,
 * the file name, an alias, the title. Where several entries share a name, one in the same folder wins. Otherwise the
 * link is ambiguous.
 *
 * @param from The path of the file in which the name stands.
 * @param by Says whether the name may be any name, or a path only.
 * @param kind The kind of entry that must be meant. Any kind is meant where it is undefined.
 *
 * @example
 * resolveName(names, 'inquiries/how-few.md', 'A claim', 'name') // { type: 'found', path: 'notes/a.md' }
 * resolveName(names, 'inquiries/how-few.md', '../notes/a', 'path') // { type: 'found', path: 'notes/a.md' }
 * resolveName(names, 'inquiries/how-few.md', 'b', 'name') // { type: 'private' }
 * resolveName(names, 'notes/a.md', 'how-fwe', 'name') // { type: 'missing', suggestion: 'how-few' }
 */
export function resolveName(
  names: NameIndex,
  from: FilePath,
  name: string,
  by: Link['by'],
  kind?: Kind,
): LinkResolution {
  const found = search(names.public, from, name, by, kind)
  if (found.length === 1) return { type: 'found', path: found[0]!.path }
  if (found.length > 1) return { type: 'ambiguous', candidates: found.map(({ path }) => path) }
  if (search(names.private, from, name, by, kind).length > 0) return { type: 'private' }
  if (isUnread(names, from, name)) return { type: 'unread' }
  const suggestion = suggest(names, name, kind)
  return suggestion === undefined ? { type: 'missing' } : { type: 'missing', suggestion }
}

/** Finds the entries that a name may mean. Where there are several, they share the name. */
function search(
  { paths, levels }: NameLevels,
  from: FilePath,
  name: string,
  by: Link['by'],
  kind?: Kind,
): readonly Parsed[] {
  const accept = (entry: Parsed): boolean => kind === undefined || entry.kind === kind
  for (const path of pathsMeant(from, name)) {
    const same = (paths.get(normalizeName(withoutExtension(path))) ?? []).filter(accept)
    if (same.length > 0) return nearestSpelling(same, path)
  }
  if (by === 'path') return indexOf(paths, from, name).filter(accept)
  for (const level of levels) {
    const same = (level.get(normalizeName(withoutExtension(name))) ?? level.get(normalizeName(name)) ?? []).filter(
      accept,
    )
    const near = same.filter(({ path }) => folderOf(path) === folderOf(from))
    if (same.length > 0) return near.length === 1 ? near : same
  }
  return []
}

/** Finds the index of a folder: `docs/` means `docs/README.md`. */
function indexOf(paths: NameLevels['paths'], from: FilePath, name: string): readonly Parsed[] {
  const meant = pathsMeant(from, name).flatMap((path) =>
    INDEXES.map((index) => (path === '' ? index : `${path}/${index}`)),
  )
  return meant.map((path) => paths.get(normalizeName(path)) ?? []).find((same) => same.length > 0) ?? []
}

const INDEXES = ['index', '_index', 'readme']

/** Chooses among files that differ only in case or extension. The one that was written to the letter is meant. */
function nearestSpelling(same: readonly Parsed[], path: FilePath): readonly Parsed[] {
  const whole = same.filter((entry) => entry.path === path)
  const bare = same.filter((entry) => withoutExtension(entry.path) === withoutExtension(path))
  return [whole, bare, same].find((found) => found.length > 0) ?? []
}

/** Tells whether a name may mean a file that could not be read. */
const isUnread = ({ unread }: NameIndex, from: FilePath, name: string): boolean =>
  [...pathsMeant(from, name), name].some((each) => unread.has(normalizeName(withoutExtension(each))))

/**
 * Gives the paths that a written path may mean: from the file's own folder, then from the content folder. None of them
 * leaves the content folder.
 */
function pathsMeant(from: FilePath, written: string): FilePath[] {
  const fromRoot = normalise(written.replace(/^\/+/, ''))
  const fromHere = written.startsWith('/') ? undefined : normalise(`${folderOf(from)}/${written}`)
  return [fromHere, fromRoot].filter((path): path is FilePath => path !== undefined)
}

/** Resolves `.` and `..` in a path. The result is undefined where the path leaves the content folder. */
function normalise(path: string): FilePath | undefined {
  if (!NEEDS_RESOLVING.test(path)) return path.normalize('NFC')
  const segments: string[] = []
  for (const segment of path.normalize('NFC').split('/')) {
    if (segment === '' || segment === '.') continue
    if (segment !== '..') segments.push(segment)
    else if (segments.pop() === undefined) return undefined
  }
  return segments.join('/')
}

/** Matches paths with a segment that is empty, `.` or `..`, which most paths have not. */
const NEEDS_RESOLVING = /(?:^|\/)\.{0,2}(?:\/|$)/

/** Finds the attachment that a target means, by its path or by its name. */
function resolveFile(names: NameIndex, from: Parsed, { target, by, fragment }: Link): LinkResolution | undefined {
  const path = pathsMeant(from.path, target).find((each) => names.attachments.has(each))
  const same = by === 'name' ? (names.attachmentNames.get(normalizeName(target)) ?? []) : []
  const [file] = path === undefined ? same : [path]
  if (path === undefined && same.length > 1) return { type: 'ambiguous', candidates: same }
  return file === undefined ? undefined : { type: 'file', path: file, ...(fragment !== undefined && { fragment }) }
}

const inEntry = (names: NameIndex, resolution: LinkResolution & { type: 'found' }, fragment?: string): LinkResolution =>
  withFragment(names.entriesByPath.get(resolution.path), resolution, fragment)

/** Gives the name of an entry that is near to a name which was not found. */
function suggest({ entriesByPath }: NameIndex, name: string, kind?: Kind): string | undefined {
  const entries = [...entriesByPath.values()].filter((entry) => kind === undefined || entry.kind === kind)
  return nearest(
    basename(name),
    entries.map(({ path }) => basename(path)),
  )
}
