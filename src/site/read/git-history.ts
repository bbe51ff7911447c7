/** Reads from git when the answers of inquiries changed. */
import { z } from 'zod'
import { factsIn, factsSchema, type Facts } from '../../corpus/history/facts.ts'
import type { GitLog, Version } from '../../corpus/history/git-log.ts'
import { historyOf, versionsToCompare, versionsToRead } from '../../corpus/history/history.ts'
import { problem } from '../../corpus/problem.ts'
import { readBlobs, readGitLog } from './git.ts'
import { readHeadings } from './git-headings.ts'
import { SETTINGS_FILE } from './read-settings.ts'
import { GitError, repositoryOf, type Repository } from './run-git.ts'
import { contentCache } from '../cache/folders.ts'
import { digest } from '../cache/digest.ts'
import { CacheStore, type CacheEntry } from '../cache/store.ts'
import { NO_HISTORY, type History } from '../../corpus/model/history.ts'
import { isPrivate } from '../../corpus/model/parsed.ts'
import type { Dialect, Settings } from '../../corpus/site-config.ts'
import type { Corpus } from '../../corpus/model/corpus.ts'
import type { FilePath, Problem } from '../../corpus/vocabulary.ts'

/** The facts by `versionKey`. They are null for a version that could not be read, or was private. */
type FactsByVersion = Readonly<Record<string, Facts | null>>

/** What facts depend on besides the versions: how files are written, and which of them are private. */
interface FactsOptions {
  readonly dialect: Dialect
  readonly publish: Settings['publish']
}

/** Returns the cache entry for facts. The content of a version never changes, so its facts can be stored for good. */
const factsCacheEntry = (options: FactsOptions): CacheEntry<FactsByVersion> => ({
  name: 'facts.json',
  schema: z.record(z.string(), factsSchema.nullable()),
  dependsOn: options,
})

/** The history of a site's entries, and what is to be said of it. */
export interface HistoryInGit {
  readonly history: History
  readonly problems: readonly Problem[]
}

/**
 * Returns the history of the entries of a corpus. It is empty where the folder is in no git repository, and where git
 * gives no answer, which a problem then says.
 *
 * @param folder The content folder, as an absolute path.
 * @param isPublished Tells whether a file at a path would be published, if it does not say otherwise.
 */
export async function readHistory(
  folder: string,
  corpus: Corpus,
  dialect: Dialect,
  isPublished: (path: FilePath) => boolean,
): Promise<HistoryInGit> {
  const repository = repositoryOf(folder)
  if (repository === undefined) return { history: NO_HISTORY, problems: [] }
  try {
    const log = await readGitLog(repository)
    const { publish, oldAddresses } = corpus.settings
    const store = new CacheStore(contentCache(folder))
    const facts = await readFacts(repository, store, neededVersions(corpus, log, isPublished), { dialect, publish })
    const factsOf = (version: Version): Facts | undefined => facts[versionKey(version)] ?? undefined
    const successions = oldAddresses === 'on' ? versionsToCompare(log, factsOf) : []
    const headings = await readHeadings(repository, store, successions, dialect, versionKey)
    const history = historyOf(
      corpus,
      log,
      factsOf,
      successions,
      (version) => headings[versionKey(version)] ?? undefined,
    )
    return { history, problems: log.isShallow ? [unavailable(SHALLOW)] : [] }
  } catch (error) {
    if (!(error instanceof GitError)) throw error
    return {
      history: NO_HISTORY,
      problems: [unavailable(`No answer has a history, because git ${error.message}. ${REMEDY}`)],
    }
  }
}

const SHALLOW =
  'Answers have only part of their history, because this clone was cut off. Fetch all of it: `git fetch --unshallow`, ' +
  'or `fetch-depth: 0` in a workflow.'

const REMEDY =
  'Mend that (for a repository of another user: `git config --global --add safe.directory FOLDER`), or say ' +
  '`history: off` in site.yaml.'

const unavailable = (sentence: string): Problem =>
  problem('warning', 'history-unavailable', SETTINGS_FILE, { line: 1, column: 1 }, sentence)

/**
 * Returns the versions whose facts the history needs. Those of private entries are none of them, nor are their paths.
 * Nor is a version from a time when its file was at a place that is not published.
 */
const neededVersions = ({ entries }: Corpus, log: GitLog, isPublished: (path: FilePath) => boolean): Version[] =>
  versionsToRead(log).filter(
    ({ path, formerPath = path, blob }) => entries.has(path) && blob !== undefined && isPublished(formerPath),
  )

/**
 * Returns the facts of versions. Those that are not stored yet are read from git. Facts of no other version are kept.
 */
async function readFacts(
  repository: Repository,
  store: CacheStore,
  versions: readonly Version[],
  options: FactsOptions,
): Promise<FactsByVersion> {
  const known = store.read(factsCacheEntry(options)) ?? {}
  const missing = versions.flatMap((version) => (known[versionKey(version)] === undefined ? [version.blob!] : []))
  const keys = new Set(versions.map(versionKey))
  if (missing.length === 0 && Object.keys(known).every((key) => keys.has(key))) return known
  const blobs = missing.length === 0 ? new Map<string, string>() : await readBlobs(repository, missing)
  const facts = Object.fromEntries(
    versions.map((version) => [versionKey(version), known[versionKey(version)] ?? factsAt(version, blobs, options)]),
  )
  store.write(factsCacheEntry(options), facts)
  return facts
}

/**
 * Returns the facts of one version, or null where its text is missing or has none. A version that was private has none
 * either, because the history says nothing of it and the cache must not hold its words.
 */
function factsAt(
  { path, formerPath, blob = '' }: Version,
  blobs: ReadonlyMap<string, string>,
  options: FactsOptions,
): Facts | null {
  const text = blobs.get(blob)
  const facts = text === undefined ? undefined : factsIn({ path, text }, options.dialect, formerPath)
  return facts === undefined || isPrivate({ data: facts }, options) ? null : facts
}

/**
 * Identifies a version of a file. The path is included, because facts depend on it as well. A path that the file had
 * before is included as a digest, because the file may have been private then.
 */
const versionKey = ({ path, formerPath, blob = '' }: Version): string =>
  `${blob} ${path}${formerPath === undefined ? '' : ` ${digest(formerPath)}`}`
