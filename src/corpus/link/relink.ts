/**
 * This file links a corpus again where only the words of files have changed. Linking depends on what files are called,
 * on their fields and on what their links name. While all of that is the same, a new version of a file takes the place
 * of the old one wherever the corpus has it, and everything else stays.
 */
import { citeKey } from '../cite-key.ts'
import type { Corpus } from '../model/corpus.ts'
import type { Link, Parsed } from '../model/parsed.ts'
import { topicKey } from '../topic-key.ts'
import type { FilePath } from '../vocabulary.ts'
import type { LinkInput } from './resolve-entry.ts'
import { aboutKey } from './topics.ts'

/** `Linked` is a corpus, and what it was linked from. */
export interface Linked {
  readonly input: LinkInput
  readonly corpus: Corpus
}

/** With more changed files than this, linking everything takes no longer. */
const MAX_CHANGED = 20

/**
 * Returns the corpus of an input, made from that of the last one. It is the same as `link` makes. The result is
 * undefined where linking may come out otherwise.
 */
export function relink({ input: before, corpus }: Linked, input: LinkInput): Corpus | undefined {
  // Views hold fields and links of any entry, and may be in any other one.
  if (corpus.bases !== undefined) return undefined
  const changed = changedFiles(before, input)
  if (changed === undefined || ![...changed].every(([old, file]) => isLinkedAlike(old, file))) return undefined
  // Names were taken out of what the corpus has of such a file, and may have to be taken out of the new version too.
  if ([...changed.keys()].some((old) => (corpus.entries.get(old.path) ?? old) !== old)) return undefined
  const paths = new Set([...changed.keys()].map(({ path }) => path))
  // The position of a problem may be another one now.
  if (corpus.problems.some(({ file }) => file !== undefined && paths.has(file))) return undefined
  const near = [...changed.keys()].flatMap((file) => neighbours(corpus, file))
  const topics = [...changed.keys()].flatMap((file) => [...file.topics.map(topicKey), aboutKey(file)])
  const works = [...changed.keys()].flatMap((file) => worksNamedBy(corpus, file))
  const inGroups = <V extends object>(groups: ReadonlyMap<string, V>, keys = near): ReadonlyMap<string, V> =>
    replaceIn(groups, keys, changed)
  return {
    ...corpus,
    entries: inGroups(corpus.entries),
    citations: inGroups(corpus.citations),
    evidenceByInquiry: inGroups(corpus.evidenceByInquiry),
    evidenceByNote: inGroups(corpus.evidenceByNote),
    relationsFrom: inGroups(corpus.relationsFrom),
    relationsTo: inGroups(corpus.relationsTo),
    nextFrom: inGroups(corpus.nextFrom),
    nextTo: inGroups(corpus.nextTo),
    topics: inGroups(corpus.topics, topics),
    works: inGroups(corpus.works, works),
  }
}

/** Returns the paths of a file and of all files that it names or that state something of it, more than once some. */
function neighbours(corpus: Corpus, { path }: Parsed): FilePath[] {
  const groups = [
    ...(corpus.evidenceByInquiry.get(path) ?? []).map(({ note }) => note),
    ...(corpus.evidenceByNote.get(path) ?? []).map(({ inquiry }) => inquiry),
    ...[corpus.relationsFrom, corpus.nextFrom].flatMap((group) => (group.get(path) ?? []).map(({ to }) => to)),
    ...[corpus.relationsTo, corpus.nextTo].flatMap((group) => (group.get(path) ?? []).map(({ from }) => from)),
  ]
  const named = (corpus.resolutions.get(path) ?? []).flatMap((each) => ('path' in each ? [each.path] : []))
  return [path, ...groups.map((file) => file.path), ...named]
}

/** Returns the keys of the works that a file is drawn from or cites. */
function worksNamedBy(corpus: Corpus, { path }: Parsed): string[] {
  const sources = (corpus.sourceOf.get(path) ?? []).flatMap(({ key }) => (key === undefined ? [] : [citeKey(key)]))
  const cited = (corpus.resolutions.get(path) ?? []).flatMap((each) => (each.type === 'source' ? [each.key] : []))
  return [...sources, ...cited]
}

/** `Changes` are the files that changed: each old version with the new one. */
type Changes = ReadonlyMap<object, Parsed>

/** Returns the files that changed. The result is undefined where anything else did, or too many of them. */
function changedFiles(before: LinkInput, input: LinkInput): ReadonlyMap<Parsed, Parsed> | undefined {
  // These two lists are made anew for each input.
  const { files, unread, ownPages = [], ...rest } = input
  const isSame =
    Object.entries(rest).every(([name, value]) => before[name as keyof LinkInput] === value) &&
    unread.join('\n') === before.unread.join('\n') &&
    ownPages.join('\n') === (before.ownPages ?? []).join('\n') &&
    files.length === before.files.length
  if (!isSame) return undefined
  const changed = new Map<Parsed, Parsed>()
  for (const [index, file] of files.entries()) {
    const old = before.files[index]!
    if (old === file) continue
    if (old.path !== file.path || changed.size === MAX_CHANGED) return undefined
    changed.set(old, file)
  }
  return changed
}

/** Tells whether everything that linking reads is the same in two versions of a file. */
const isLinkedAlike = (one: Parsed, other: Parsed): boolean =>
  linkedFacts(one) === linkedFacts(other) &&
  !other.links.some(({ relation, states }) => relation !== undefined || states !== undefined)

/** Gives all of a file but its words, and where in the text things are, as one text. */
function linkedFacts(file: Parsed): string {
  const { text: _, body: __, edits: ___, words: ____, hasMaths: _____, links, ...facts } = file
  return JSON.stringify([{ ...facts, paragraphs: undefined }, links.map(withoutPlace)])
}

const withoutPlace = ({ point: _, context: __, ...link }: Link): Omit<Link, 'point' | 'context'> => link

/** Replaces files in some values of a map. A value in which there is none stays the same object. */
function replaceIn<V extends object>(
  groups: ReadonlyMap<string, V>,
  keys: readonly string[],
  changed: Changes,
): ReadonlyMap<string, V> {
  const replaced = [...new Set(keys)].flatMap((key) => {
    const value = groups.get(key)
    const now = value && replace(value, changed)
    return now === value ? [] : [[key, now!] as const]
  })
  // To copy a map of ten thousand entries takes two milliseconds, and most of these maps stay as they are.
  return replaced.length === 0 ? groups : replaceAll(new Map(groups), replaced)
}

function replaceAll<V>(map: Map<string, V>, entries: readonly (readonly [string, V])[]): Map<string, V> {
  for (const [key, value] of entries) map.set(key, value)
  return map
}

/** Replaces files in a list or in the fields of a record, and in the lists and records of those. */
function replace<T>(value: T, changed: Changes, depth = 0): T {
  if (typeof value !== 'object' || value === null) return value
  const now = changed.get(value)
  if (now !== undefined) return now as T
  if (isFile(value) || depth === MAX_DEPTH) return value
  if (Array.isArray(value)) {
    const list = value.map((each: unknown) => replace(each, changed, depth + 1))
    return list.every((each, index) => each === value[index]) ? value : (list as T)
  }
  const fields = Object.entries(value).map(([name, each]) => [name, each, replace(each, changed, depth + 1)] as const)
  if (fields.every(([, each, replaced]) => each === replaced)) return value
  return Object.fromEntries(fields.map(([name, , replaced]) => [name, replaced])) as T
}

/** A work has lists of citations, and each of these has a file. */
const MAX_DEPTH = 4

const isFile = (value: object): boolean => 'body' in value && 'edits' in value
