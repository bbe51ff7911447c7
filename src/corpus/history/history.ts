/**
 * This file finds in the git log when each answer changed, and which commit each entry is at. It is pure: it is given
 * the log and runs nothing.
 */
import type { History } from '../model/history.ts'
import { isPrivate, type Parsed } from '../model/parsed.ts'
import { indexNames } from '../link/names.ts'
import { resolveField } from '../link/resolve.ts'
import { factsOf, type Facts } from './facts.ts'
import { versionsOf, type GitLog, type Version } from './git-log.ts'
import { formerAnchors, successionsIn, type Anchor, type Succession } from './reworded.ts'
import type { Corpus } from '../model/corpus.ts'
import type { Change, FormerAddress, Revision } from '../model/history.ts'
import type { Certainty, FilePath, SitePath, Stance, StatusName } from '../vocabulary.ts'

/**
 * Gives the versions of all files that changed since they were added. Their earlier words have to be looked up in git.
 * A file with only one version says today what it said then.
 */
export function versionsToRead(log: GitLog): Version[] {
  const byPath = Map.groupBy(versionsOf(log), ({ path }) => path)
  return [...byPath.values()].flatMap((versions) => (versions.length > 1 ? versions : []))
}

/**
 * Finds the versions whose headings may differ from those of the version before. They have to be parsed.
 *
 * @param read Gives the facts of a version that was looked up, or undefined where it was private.
 */
export const versionsToCompare = (log: GitLog, read: (version: Version) => Facts | undefined): Succession[] =>
  successionsIn(versionsToRead(log), read)

/**
 * Finds when each answer changed. Only entries that are public today are told of, and only what was public at the time,
 * so the history of an answer holds no word of a draft.
 *
 * @param read Gives the facts of a version that was looked up. It is not called for a file with only one version,
 * because the corpus has its facts.
 * @param successions The versions whose headings may differ.
 * @param anchors Gives the headings of a version of these, or undefined where it could not be read.
 */
export function historyOf(
  corpus: Corpus,
  log: GitLog,
  read: (version: Version) => Facts | undefined,
  successions: readonly Succession[] = [],
  anchors: (version: Version) => readonly Anchor[] | undefined = () => undefined,
): History {
  const versions = versionsOf(log)
  const byPath = Map.groupBy(versions, ({ path }) => path)
  const factsAt = (version: Version, entry: Parsed): Facts | undefined =>
    byPath.get(version.path)!.length === 1 ? factsOf(entry) : read(version)
  const tracker = new AnswerTracker(corpus)
  for (const [commit, group] of Map.groupBy(versions, ({ commit }) => commit)) {
    for (const version of group) {
      const entry = corpus.entries.get(version.path)
      if (entry === undefined) continue
      tracker.take(entry, version.blob === undefined ? undefined : factsAt(version, entry))
    }
    tracker.record(commit)
  }
  const revisions = new Map<FilePath, Revision>()
  for (const { path, commit, blob } of versions)
    if (blob !== undefined && corpus.entries.has(path)) revisions.set(path, { commit: commit.hash, date: commit.date })
  const oldest = log.commits.at(-1)?.date
  return {
    changes: tracker.changes,
    revisions,
    formerAddresses: formerAddresses(corpus, versions, factsAt),
    formerAnchors: formerAnchors(successions, anchors),
    prefix: log.prefix,
    ...(log.isShallow && oldest !== undefined && { since: oldest.slice(0, 10) }),
  }
}

/**
 * Finds the addresses that entries had before they were renamed or became entries of another kind. A version that was
 * private tells of none, because nobody could read it at its address.
 */
function formerAddresses(
  corpus: Corpus,
  versions: readonly Version[],
  factsAt: (version: Version, entry: Parsed) => Facts | undefined,
): FormerAddress[] {
  const found = new Map<SitePath, FilePath>()
  for (const version of versions.toReversed()) {
    const entry = corpus.entries.get(version.path)
    if (entry === undefined || version.blob === undefined) continue
    const { address } = factsAt(version, entry) ?? {}
    if (address === undefined || address === corpus.addresses.get(version.path) || found.has(address)) continue
    found.set(address, version.path)
  }
  return [...found].map(([address, to]) => ({ address, to }))
}

/** A `State` is the state of an answer after a commit. */
interface State {
  readonly answer?: string | undefined
  readonly status?: StatusName | undefined
  readonly certainty?: Certainty | undefined
  readonly evidence: ReadonlyMap<FilePath, Stance>
}

/** An `AnswerTracker` goes through the commits, and notes after each of them which answers have changed. */
class AnswerTracker {
  readonly #corpus: Corpus
  readonly #inquiryNamed: (from: FilePath, name: string) => FilePath | undefined
  readonly #facts = new Map<FilePath, Facts>()
  readonly #evidence = new Map<FilePath, Map<FilePath, Stance>>()
  readonly #served = new Map<FilePath, ReadonlySet<FilePath>>()
  readonly #states = new Map<FilePath, State>()
  #touched = new Set<FilePath>()
  readonly changes = new Map<FilePath, Change[]>()

  /** Names in old versions are resolved among today's entries. A name that no entry has today is left out. */
  constructor(corpus: Corpus) {
    this.#corpus = corpus
    const names = indexNames([...corpus.entries.values()], [], [], new Map(), [], corpus.settings.wikilinks)
    this.#inquiryNamed = (from, name) => {
      const resolution = resolveField(names, from, name, 'inquiry')
      return resolution.type === 'found' ? resolution.path : undefined
    }
  }

  /**
   * Takes in one version of an entry.
   *
   * @param facts The facts of the version, or undefined where the file was removed.
   */
  take({ kind, path }: Parsed, facts: Facts | undefined): void {
    const isPublic = facts !== undefined && !isPrivate({ data: facts }, this.#corpus.settings)
    if (kind === 'inquiry') {
      if (isPublic) this.#facts.set(path, facts)
      else this.#facts.delete(path)
      this.#touched.add(path)
    } else if (kind === 'note') this.#takeNote(path, isPublic ? facts : undefined)
  }

  /** Replaces what a note says of inquiries. */
  #takeNote(path: FilePath, facts: Facts | undefined): void {
    for (const inquiry of this.#served.get(path) ?? []) {
      this.#evidence.get(inquiry)?.delete(path)
      this.#touched.add(inquiry)
    }
    const served = new Set<FilePath>()
    this.#served.set(path, served)
    for (const { inquiry: name, role } of facts?.serves ?? []) {
      const inquiry = this.#inquiryNamed(path, name)
      if (inquiry === undefined) continue
      const evidence = this.#evidence.get(inquiry) ?? new Map<FilePath, Stance>()
      this.#evidence.set(inquiry, evidence)
      if (!evidence.has(path)) evidence.set(path, role)
      served.add(inquiry)
      this.#touched.add(inquiry)
    }
  }

  /** Notes the changes of the answers that the versions since the last call touched. */
  record({ hash, date }: { readonly hash: string; readonly date: string }): void {
    for (const path of this.#touched) {
      const facts = this.#facts.get(path)
      if (facts === undefined) continue
      const before = this.#states.get(path)
      const { answer, status, certainty } = facts
      const now = { answer, status, certainty, evidence: new Map(this.#evidence.get(path)) }
      this.#states.set(path, now)
      const change = changeBetween(before, now)
      if (change === undefined) continue
      this.changes.set(path, [{ commit: hash, date, ...change }, ...(this.changes.get(path) ?? [])])
    }
    this.#touched = new Set()
  }
}

/** Compares two states of an answer. The result is undefined where nothing changed. */
function changeBetween(before: State | undefined, now: State): Omit<Change, 'commit' | 'date'> | undefined {
  const notes = new Set([...(before?.evidence.keys() ?? []), ...now.evidence.keys()])
  const evidence = [...notes].sort().flatMap((note) => {
    const [from, to] = [before?.evidence.get(note), now.evidence.get(note)]
    return from === to ? [] : [{ note, ...(from && { from }), ...(to && { to }) }]
  })
  const answer = between(before?.answer, now.answer)
  const status = between(before?.status, now.status)
  // To say for the first time how certain an answer is does not change it.
  const certainty = before?.certainty === undefined ? undefined : between(before.certainty, now.certainty)
  const stated = { ...(answer && { answer }), ...(status && { status }), ...(certainty && { certainty }) }
  if (before !== undefined && Object.keys(stated).length === 0 && evidence.length === 0) return undefined
  return { isFirst: before === undefined, evidence, ...stated }
}

/** Gives a value before and after. It is undefined where both are the same. */
function between<T>(from: T | undefined, to: T | undefined): { from?: T; to?: T } | undefined {
  return from === to ? undefined : { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
}
