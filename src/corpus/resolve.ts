/** Where links lead. The one place where a name or a path becomes an entry. */
import { citeKey } from './bibliography.ts'
import { blockAnchor } from './hast/blocks.ts'
import { withoutMarks } from './hast/slots.ts'
import { basename, folderOf } from './identity.ts'
import type { Attachment, FilePath, Kind, Link, Outcome, Parsed } from './model.ts'
import { nearest } from './problem.ts'
import { topicKey } from './topics.ts'

/** Every way to name an entry, in the order in which they are tried. */
export interface Names {
  readonly public: Register
  /** Entries that stay off the site, known only so that a link to one can be told from a broken one. */
  readonly private: Register
  /** Files that could not be read, by their paths and names. */
  readonly unread: ReadonlySet<string>
  readonly headings: ReadonlyMap<FilePath, Parsed>
  readonly attachments: ReadonlyMap<FilePath, Attachment>
  readonly attachmentNames: ReadonlyMap<string, readonly FilePath[]>
  /** Keys of the bibliography, as `citeKey` gives them. */
  readonly works: ReadonlySet<string>
}

type Level = ReadonlyMap<string, readonly Parsed[]>
interface Register {
  readonly paths: Level
  readonly levels: readonly Level[]
}

/** Two spellings of a name are the same when their forms are. */
const form = (name: string): string => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
const stem = (path: FilePath): string => path.replace(/\.(md|markdown)$/i, '')

export function nameAll(
  entries: readonly Parsed[],
  drafts: readonly Parsed[],
  unread: readonly FilePath[],
  attachments: ReadonlyMap<FilePath, Attachment>,
  works: readonly string[],
): Names {
  return {
    public: register(entries),
    private: register(drafts),
    unread: new Set(unread.flatMap((path) => [form(stem(path)), form(basename(path))])),
    headings: new Map(entries.map((entry) => [entry.path, entry])),
    attachments,
    attachmentNames: group([...attachments.keys()], (path) => [path.slice(path.lastIndexOf('/') + 1)]),
    works: new Set(works.map(citeKey)),
  }
}

function register(entries: readonly Parsed[]): Register {
  return {
    paths: group(entries, ({ path }) => [stem(path)]),
    levels: [
      group(entries, ({ id }) => [id]),
      group(entries, ({ path }) => [basename(path)]),
      group(entries, ({ data }) => data.aliases),
      group(entries, ({ title }) => [title]),
    ],
  }
}

function group<T>(things: readonly T[], names: (thing: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const thing of things)
    for (const name of new Set(names(thing).map(form))) {
      const same = groups.get(name)
      if (same) same.push(thing)
      else groups.set(name, [thing])
    }
  return groups
}

/** Where a link of a body leads: an entry, a heading in it, or a file beside it. */
export function resolveLink(names: Names, from: Parsed, link: Link): Outcome {
  if (link.form === 'topic') return { type: 'topic', key: topicKey(link.target) }
  if (link.form === 'citation') return resolveCitation(names, link.target)
  if (link.target === '') return withFragment(names, { type: 'found', path: from.path }, link.fragment)
  if (link.form === 'picture') return resolveFile(names, from, link) ?? { type: 'missing' }
  const outcome = resolveName(names, from.path, link.target, link.by)
  if (outcome.type === 'found') return withFragment(names, outcome, link.fragment)
  return (outcome.type === 'missing' ? resolveOtherwise(names, from, link) : undefined) ?? outcome
}

/** What is no entry's name may be a file's, a name that holds a `#`, or the key of a work. */
function resolveOtherwise(names: Names, from: Parsed, link: Link): Outcome | undefined {
  const file = resolveFile(names, from, link)
  if (file !== undefined || link.by === 'path') return file
  if (link.fragment !== undefined) {
    const whole = resolveName(names, from.path, `${link.target}#${link.fragment}`, link.by)
    if (whole.type === 'found') return whole
  }
  return link.target.startsWith('@') && names.works.has(citeKey(link.target))
    ? resolveCitation(names, link.target)
    : undefined
}

function resolveCitation({ works }: Names, written: string): Outcome {
  const key = citeKey(written)
  if (works.has(key)) return { type: 'source', key }
  const suggestion = nearest(key, [...works])
  return suggestion === undefined ? { type: 'missing' } : { type: 'missing', suggestion }
}

/**
 * Where a name leads.
 *
 * Tried in order: the path from the file itself, the path from the content folder, the id, the file name, an alias, the title.
 * Where several entries share a name, one in the same folder wins, and otherwise the link is ambiguous.
 *
 * @param kind Only entries of this kind are meant.
 */
export function resolveName(names: Names, from: FilePath, name: string, by: Link['by'], kind?: Kind): Outcome {
  const found = search(names.public, from, name, by, kind)
  if (found.length === 1) return { type: 'found', path: found[0]!.path }
  if (found.length > 1) return { type: 'ambiguous', candidates: found.map(({ path }) => path) }
  if (search(names.private, from, name, by, kind).length > 0) return { type: 'private' }
  if (isUnread(names, from, name)) return { type: 'unread' }
  const suggestion = suggest(names, name, kind)
  return suggestion === undefined ? { type: 'missing' } : { type: 'missing', suggestion }
}

function search(
  { paths, levels }: Register,
  from: FilePath,
  name: string,
  by: Link['by'],
  kind?: Kind,
): readonly Parsed[] {
  const accept = (entry: Parsed): boolean => kind === undefined || entry.kind === kind
  for (const path of pathsMeant(from, name)) {
    const same = (paths.get(form(stem(path))) ?? []).filter(accept)
    if (same.length > 0) return nearestSpelling(same, path)
  }
  if (by === 'path') return []
  for (const level of levels) {
    const same = (level.get(form(stem(name))) ?? level.get(form(name)) ?? []).filter(accept)
    const near = same.filter(({ path }) => folderOf(path) === folderOf(from))
    if (same.length > 0) return near.length === 1 ? near : same
  }
  return []
}

/** Files may differ only in case or extension; what was written to the letter is meant before what is nearly so. */
function nearestSpelling(same: readonly Parsed[], path: FilePath): readonly Parsed[] {
  const whole = same.filter((entry) => entry.path === path)
  const bare = same.filter((entry) => stem(entry.path) === stem(path))
  return [whole, bare, same].find((found) => found.length > 0) ?? []
}

const isUnread = ({ unread }: Names, from: FilePath, name: string): boolean =>
  [...pathsMeant(from, name), name].some((each) => unread.has(form(stem(each))))

/** The paths a written path may mean: from the file's own folder, then from the content folder. None leaves the content folder. */
function pathsMeant(from: FilePath, written: string): FilePath[] {
  const fromRoot = normalise(written.replace(/^\/+/, ''))
  const fromHere = written.startsWith('/') ? undefined : normalise(`${folderOf(from)}/${written}`)
  return [fromHere, fromRoot].filter((path): path is FilePath => path !== undefined)
}

/** Resolves `.` and `..`; undefined when the path leaves the content folder. */
function normalise(path: string): FilePath | undefined {
  const segments: string[] = []
  for (const segment of path.normalize('NFC').split('/')) {
    if (segment === '' || segment === '.') continue
    if (segment !== '..') segments.push(segment)
    else if (segments.pop() === undefined) return undefined
  }
  return segments.join('/')
}

function resolveFile(names: Names, from: Parsed, { target, by }: Link): Outcome | undefined {
  const path = pathsMeant(from.path, target).find((each) => names.attachments.has(each))
  if (path !== undefined) return { type: 'file', path }
  const same = by === 'name' ? (names.attachmentNames.get(form(target)) ?? []) : []
  if (same.length > 1) return { type: 'ambiguous', candidates: same }
  return same[0] === undefined ? undefined : { type: 'file', path: same[0] }
}

/** A fragment names a heading by its words or by its id. */
function withFragment(names: Names, outcome: Outcome & { type: 'found' }, fragment?: string): Outcome {
  if (fragment === undefined || fragment === '') return outcome
  const { headings = [], blocks = [] } = names.headings.get(outcome.path) ?? {}
  const block = /\^([A-Za-z0-9-]+)$/.exec(fragment)?.[1]
  if (block !== undefined && blocks.includes(block)) return { ...outcome, fragment: blockAnchor(block) }
  // Obsidian writes a path of headings, `a#b#c`; the last one is the place.
  const wanted = form(fragment.slice(fragment.lastIndexOf('#') + 1))
  const heading = headings.find(({ id, text }) => id === wanted || form(withoutMarks(text)) === wanted)
  if (heading !== undefined) return { ...outcome, fragment: heading.id }
  const suggestion = nearest(
    fragment,
    headings.map(({ text }) => withoutMarks(text)),
  )
  return { type: 'fragment-missing', path: outcome.path, ...(suggestion !== undefined && { suggestion }) }
}

function suggest({ headings }: Names, name: string, kind?: Kind): string | undefined {
  const entries = [...headings.values()].filter((entry) => kind === undefined || entry.kind === kind)
  return nearest(
    basename(name),
    entries.map(({ path }) => basename(path)),
  )
}
