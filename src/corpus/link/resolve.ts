/** This file resolves links and names. Nowhere else does a name or a path become an entry. */
import { citeKey } from '../cite-key.ts'
import { blockOfReference } from '../block-reference.ts'
import { blockAnchor } from '../hast/blocks.ts'
import { doiKey } from '../doi.ts'
import { basename, folderOf, withoutExtension } from '../names/file-path.ts'
import { bareName, writtenName } from '../names/wikilink.ts'
import type { Link, Parsed } from '../model/parsed.ts'
import { normalizeName, type NameIndex, type NameLevels } from './names.ts'
import { withFragment } from './fragments.ts'
import { nearest } from '../suggest.ts'
import type { FilePath, Kind } from '../vocabulary.ts'
import type { LinkResolution } from '../model/resolved.ts'
import { resolveDots } from './resolve-dots.ts'
import { topicKey } from '../topic-key.ts'
import { addressOfWork } from '../work-identifier.ts'

/**
 * Resolves a link of a body. It may lead to an entry, to a heading or a block in it, to an attachment, to a topic, or
 * to a work.
 */
export function resolveLink(names: NameIndex, from: Pick<Parsed, 'path'>, written: Link): LinkResolution {
  const link = written.target.startsWith('dendron://') ? withoutVault(written) : written
  // A canvas names files by their whole paths.
  const exact =
    link.form === 'card' && !link.target.startsWith('/') ? { ...link, target: `/${link.target}` } : undefined
  const whole = exact && resolveLink(names, from, exact)
  if (whole !== undefined && whole.type !== 'missing') return whole
  if (link.base !== undefined) return { type: 'view' }
  if (link.form === 'topic') return { type: 'topic', key: topicKey(link.target) }
  if (link.form === 'citation') return resolveCitation(names, from.path, link)
  if (link.target === '') return inEntry(names, { type: 'found', path: from.path }, link.fragment)
  const block = blockOfReference(link.target)
  if (block !== undefined) return resolveBlock(names, block)
  if (link.form === 'picture')
    return resolveOtherwise(names, from, link) ?? resolveDrawing(names, from, link) ?? { type: 'missing' }
  const resolution = resolveName(names, from.path, link.target, link.by)
  if (resolution.type === 'found') return inEntry(names, resolution, link.fragment)
  const otherwise = resolution.type === 'missing' ? resolveOtherwise(names, from, link) : undefined
  if (otherwise === undefined && resolution.type === 'missing' && isTopic(names, link))
    return { type: 'topic', key: topicKey(link.target) }
  return otherwise ?? resolution
}

/** Tells whether a link names a page without a file, where such pages are topics. */
const isTopic = ({ missingAreTopics }: NameIndex, { by, form, target, relation }: Link): boolean =>
  missingAreTopics && by === 'name' && form === 'link' && relation === undefined && topicKey(target) !== ''

/** Takes the vault off a target of Dendron's: `dendron://vault/name` means `name`. */
const withoutVault = (link: Link): Link => ({ ...link, target: link.target.replace(/^dendron:\/\/[^/]*\//, '') })

/** Matches the name under which the Excalidraw plugin exports the picture of a drawing. */
const DRAWING = /\.excalidraw\.svg$/i
/**
 * These are the other endings of such names: there are two formats and two themes, and the plugin may leave a part out.
 */
const ENDINGS = ['.excalidraw.png', '.excalidraw.light.svg', '.excalidraw.light.png', '.svg', '.png', '.light.svg']

/** Finds the picture of a drawing under another name than the usual one. */
function resolveDrawing(names: NameIndex, from: Pick<Parsed, 'path'>, link: Link): LinkResolution | undefined {
  if (!DRAWING.test(link.target)) return undefined
  return ENDINGS.map((ending) => link.target.replace(DRAWING, ending))
    .map((target) => resolveFile(names, from, { ...link, target }))
    .find((found) => found?.type === 'file')
}

/** Resolves a reference to a block by its id. */
function resolveBlock({ blocks }: NameIndex, block: string): LinkResolution {
  const entry = blocks.public.get(block)
  if (entry !== undefined) return { type: 'found', path: entry.path, fragment: blockAnchor(block) }
  return blocks.private.has(block) ? { type: 'private' } : { type: 'missing' }
}

/**
 * Resolves a target that no entry is called by. It may be the path or name of a file, a name that holds a `#`, or the
 * key of a work.
 */
function resolveOtherwise(names: NameIndex, from: Pick<Parsed, 'path'>, link: Link): LinkResolution | undefined {
  for (const reading of readings(link)) {
    const file = resolveFile(names, from, reading)
    if (file !== undefined || link.form === 'picture') return file && asBase(names, file)
    const resolution = resolveName(names, from.path, reading.target, link.by)
    if (resolution.type === 'found') return inEntry(names, resolution, reading.fragment)
  }
  const key = workKeyOf(names, link.target)
  return link.by === 'name' && link.target.startsWith('@') && names.works.has(key) ? { type: 'source', key } : undefined
}

/** Gives the key of the work that a key names. It may be another one by which the work goes. */
const workKeyOf = ({ workAliases }: NameIndex, written: string): string =>
  workAliases?.get(citeKey(written)) ?? citeKey(written)

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
  const key = workKeyOf(names, target)
  if (names.works.has(key)) return { type: 'source', key }
  const address = addressOfWork(target)
  if (address !== undefined) return resolveIdentifier(names, key, address)
  const isText = cites === 'sentence' || cites === 'suppressed'
  const about = isText ? undefined : resolveName(names, from, `@${key}`, 'name')
  if (about !== undefined && about.type !== 'missing') return about
  const suggestion = isText && !/\d/.test(key) ? undefined : nearest(key, [...names.works], isText ? 2 : undefined)
  return suggestion === undefined ? { type: 'missing' } : { type: 'missing', suggestion }
}

/** Resolves a citation by an identifier. A work of the bibliography with the same DOI is meant where there is one. */
function resolveIdentifier({ workByDoi }: NameIndex, key: string, href: string): LinkResolution {
  const known = key.startsWith('doi:') ? workByDoi?.(doiKey(key)) : undefined
  return known === undefined ? { type: 'identifier', href } : { type: 'source', key: citeKey(known) }
}

/**
 * Resolves a name in a field of the frontmatter. It may be written as a link: `[[name#heading|words]]`.
 *
 * @param kind The kind of entry that must be meant. Any kind is meant where it is undefined.
 */
export function resolveField(names: NameIndex, from: FilePath, written: string, kind?: Kind): LinkResolution {
  const resolution = resolveName(names, from, bareName(written, names.wikilinks), 'name', kind)
  if (resolution.type !== 'missing') return onlyOne(resolution)
  const whole = resolveName(names, from, writtenName(written, names.wikilinks), 'name', kind)
  return whole.type === 'missing' ? resolution : onlyOne(whole)
}

/** Takes a choice among several files back, because what a field states must not rest on a guess. */
const onlyOne = (resolution: LinkResolution): LinkResolution =>
  resolution.type === 'found' && resolution.among !== undefined
    ? { type: 'ambiguous', candidates: resolution.among }
    : resolution

/**
 * Resolves a name. These are tried in order: the path from the file itself, the path from the content folder, the id,
 * the file name with as much of the path before it as was written, an alias, the title. Where several entries share a
 * name, one in the same folder wins. Of several files with the name, the one is chosen that Obsidian chooses. Where
 * entries share an alias or a title, the link is ambiguous.
 *
 * @param from The path of the file in which the name stands.
 * @param by Says whether the name may be any name, or the path of a file or the end of one.
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
  const { found: all, byFile, astray } = searchLeniently(names, 'public', from, name, by, kind)
  const found = by === 'name' && !name.includes('/') ? inSameLanguage(names, from, all) : all
  if (found.length === 1) return { type: 'found', path: found[0]!.path, ...astray }
  const among = found.map(({ path }) => path)
  if (byFile && among.length > 1) return { type: 'found', path: nearestPath(from, among), among, ...astray }
  if (among.length > 1) return { type: 'ambiguous', candidates: among }
  if (searchLeniently(names, 'private', from, name, by, kind).found.length > 0) return { type: 'private' }
  if (isUnread(names, from, name)) return { type: 'unread' }
  const suggestion = suggest(names, name, kind)
  return suggestion === undefined ? { type: 'missing' } : { type: 'missing', suggestion }
}

/** Takes the entry in the language of the file in which the name stands: one of several, or the translation of one. */
function inSameLanguage({ languages }: NameIndex, from: FilePath, found: readonly Parsed[]): readonly Parsed[] {
  if (languages === undefined || found.length === 0) return found
  const language = languages.of(from)
  const versions = new Set(found.map((entry) => languages.version(entry.path, language) ?? entry))
  const same = [...versions].filter(({ path }) => languages.of(path) === language)
  return same.length === 1 ? same : found
}

/**
 * A `Search` holds the entries that a name may mean, which share it, and says whether it is the name of their files.
 */
interface Search {
  readonly found: readonly Parsed[]
  readonly byFile: boolean
}

/**
 * Finds the entries that a name may mean. Where links are read as Obsidian reads them, a relative path that leads to
 * nothing may still be a path from the content folder once its dots are resolved, or the end of one.
 */
function searchLeniently(
  names: NameIndex,
  level: 'public' | 'private',
  from: FilePath,
  name: string,
  by: Link['by'],
  kind?: Kind,
): Search & { readonly astray?: { readonly astray: true } } {
  const strictly = search(names[level], from, name, by, kind)
  const end = names.acceptsEnds && strictly.found.length === 0 ? withoutDots(from, name) : undefined
  if (end === undefined) return strictly
  const fromRoot = search(names[level], from, `/${end}`, by, kind)
  return { ...(fromRoot.found.length > 0 ? fromRoot : search(names[level], from, end, by, kind)), astray: ASTRAY }
}

const ASTRAY = { astray: true } as const

/**
 * Gives a relative path as a path from the content folder. One that climbs out of that goes on from there, as in
 * Obsidian and in addresses of the web. The result is undefined for any other path.
 */
const withoutDots = (from: FilePath, written: string): FilePath | undefined =>
  /^\.{1,2}\//.test(written) ? resolveDots(`${folderOf(from)}/${written}`).path : undefined

/** Finds the entries that a name may mean. Where there are several, they share the name. */
function search({ paths, levels }: NameLevels, from: FilePath, name: string, by: Link['by'], kind?: Kind): Search {
  const accept = (entry: Parsed): boolean => kind === undefined || entry.kind === kind
  for (const path of pathsMeant(from, name)) {
    const same = (paths.get(normalizeName(withoutExtension(path))) ?? []).filter(accept)
    if (same.length > 0) return { found: nearestSpelling(same, path), byFile: false }
  }
  const index = by === 'path' ? indexOf(paths, from, name).filter(accept) : []
  if (index.length > 0 || (by === 'path' && !isEndOfPath(name))) return { found: index, byFile: false }
  for (const [depth, level] of levels.entries()) {
    if (by === 'path' && depth !== FILE_NAMES) continue
    const same = (namedIn(level, name) ?? (depth === FILE_NAMES ? pathsThatEnd(level, name) : [])).filter(accept)
    const near = same.filter(({ path }) => folderOf(path) === folderOf(from))
    if (same.length > 0) return { found: near.length === 1 ? near : same, byFile: depth <= FILE_NAMES }
  }
  return { found: [], byFile: false }
}

/** This is the index of the level with the names of files. The level before it has the ids. */
const FILE_NAMES = 1

const namedIn = (level: ReadonlyMap<string, readonly Parsed[]>, name: string): readonly Parsed[] | undefined =>
  level.get(normalizeName(withoutExtension(name))) ?? level.get(normalizeName(name))

/** Finds the entries whose paths end with what was written: `b/c` means `a/b/c.md`. */
function pathsThatEnd(level: ReadonlyMap<string, readonly Parsed[]>, name: string): readonly Parsed[] {
  if (!name.includes('/') || !isEndOfPath(name)) return []
  const end = `/${normalizeName(withoutExtension(name))}`
  const same = namedIn(level, name.slice(name.lastIndexOf('/') + 1)) ?? []
  return same.filter(({ path }) => normalizeName(withoutExtension(path)).endsWith(end))
}

/** Tells whether a written path may be the end of a path. One that says where it begins is a whole path. */
const isEndOfPath = (name: string): boolean => !/^(?:\/|\.{1,2}(?:\/|$))/.test(name)

/**
 * Chooses among files as Obsidian does: those in the folder of the file with the link, or below it, come first, and of
 * these the one with the shortest path.
 */
function nearestPath(from: FilePath, paths: readonly FilePath[]): FilePath {
  const folder = `${folderOf(from)}/`
  const isNear = (path: FilePath): boolean => folder === '/' || path.startsWith(folder)
  const near = paths.filter(isNear)
  return (near.length > 0 ? near : paths).reduce((best, path) => (path.length < best.length ? path : best))
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
  const { path: resolved, leaves } = resolveDots(path)
  return leaves ? undefined : resolved
}

/**
 * Finds the attachment that a target means, by its path or by its name, with as much of the path before it as was
 * written, whatever the case.
 */
function resolveFile(
  names: NameIndex,
  from: Pick<Parsed, 'path'>,
  { target, fragment }: Link,
): LinkResolution | undefined {
  const at = fragment === undefined ? {} : { fragment }
  const meant = pathsMeant(from.path, target)
  const exact = meant.find((each) => names.attachments.has(each))
  if (exact !== undefined) return { type: 'file', path: exact, ...at }
  const same = names.attachmentNames.get(normalizeName(target.slice(target.lastIndexOf('/') + 1))) ?? []
  if (same.length === 0) return undefined
  const oneOf = (paths: readonly FilePath[], end: FilePath | undefined): readonly FilePath[] => {
    const whole = new Set(paths.map(normalizeName))
    const ofPath = same.filter((path) => whole.has(normalizeName(path)))
    return ofPath.length > 0 || end === undefined ? ofPath : same.filter((path) => endsWithPath(path, end))
  }
  const strictly = oneOf(meant, isEndOfPath(target) ? target : undefined)
  const end = names.acceptsEnds && strictly.length === 0 ? withoutDots(from.path, target) : undefined
  const among = end === undefined ? strictly : oneOf([end], end)
  if (among.length === 0) return undefined
  return {
    type: 'file',
    path: nearestPath(from.path, among),
    ...at,
    ...(among.length > 1 && { among }),
    ...(end !== undefined && ASTRAY),
  }
}

const endsWithPath = (path: FilePath, end: FilePath): boolean =>
  `/${normalizeName(path)}`.endsWith(`/${normalizeName(end)}`)

/** Resolves the view of a base that a link to its file means. */
function asBase({ bases }: NameIndex, resolution: LinkResolution): LinkResolution {
  const base = resolution.type === 'file' ? bases.get(resolution.path) : undefined
  if (resolution.type !== 'file' || base === undefined) return resolution
  if (!base.isPublic) return { type: 'private' }
  const { path, fragment } = resolution
  if (fragment === undefined || fragment === '') return { type: 'base', path, view: 0 }
  const name = normalizeName(fragment)
  const view = base.views.findIndex((each) => normalizeName(each.name) === name || each.anchor === fragment)
  if (view >= 0) return { type: 'base', path, view, anchor: base.views[view]!.anchor }
  const suggestion = nearest(
    fragment,
    base.views.map((each) => each.name),
  )
  return { type: 'base', path, view: 0, missing: fragment, ...(suggestion !== undefined && { suggestion }) }
}

const inEntry = (names: NameIndex, resolution: LinkResolution & { type: 'found' }, fragment?: string): LinkResolution =>
  withFragment(names.entriesByPath.get(resolution.path), resolution, fragment)

/** Gives the name of an entry that is near to a name which was not found. */
function suggest({ entriesByPath, suggestsNothing }: NameIndex, name: string, kind?: Kind): string | undefined {
  if (suggestsNothing) return undefined
  const entries = [...entriesByPath.values()].filter((entry) => kind === undefined || entry.kind === kind)
  return nearest(
    basename(name),
    entries.map(({ path }) => basename(path)),
  )
}
