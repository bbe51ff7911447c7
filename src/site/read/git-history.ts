/** Reads from git when the answers of inquiries changed. */
import { z } from 'zod'
import { factsIn, factsSchema, type Facts } from '../../corpus/history/facts.ts'
import type { GitLog, Version } from '../../corpus/history/git-log.ts'
import { historyOf, versionsToRead } from '../../corpus/history/history.ts'
import { isMarkdown } from '../../corpus/identity.ts'
import { problem } from '../../corpus/problem.ts'
import { readBlobs, readGitLog } from './git.ts'
import { SETTINGS_FILE } from './read-settings.ts'
import { GitError, repositoryOf, type Repository } from './run-git.ts'
import { contentCache } from '../cache/folders.ts'
import { CacheStore, type CacheEntry } from '../cache/store.ts'
import { NO_HISTORY, type History } from '../../corpus/model/history.ts'
import type { Dialect } from '../../corpus/site-config.ts'
import type { Corpus } from '../../corpus/model/corpus.ts'
import type { Problem } from '../../corpus/vocabulary.ts'

/** The facts by `versionKey`. They are null for a version that could not be read. */
type FactsByVersion = Readonly<Record<string, Facts | null>>

/** Returns the cache entry for facts. The content of a version never changes, so its facts can be stored for good. */
const factsCacheEntry = (dialect: Dialect): CacheEntry<FactsByVersion> => ({
  name: 'facts.json',
  schema: z.record(z.string(), factsSchema.nullable()),
  dependsOn: dialect,
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
 */
export async function readHistory(folder: string, corpus: Corpus, dialect: Dialect): Promise<HistoryInGit> {
  const repository = repositoryOf(folder)
  if (repository === undefined) return { history: NO_HISTORY, problems: [] }
  try {
    const log = await readGitLog(repository)
    const facts = await readFacts(repository, folder, log, dialect)
    const history = historyOf(corpus, log, (version) => facts[versionKey(version)] ?? undefined)
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

/** Returns the facts of all versions that the history needs. Versions that are not stored yet are read from git. */
async function readFacts(
  repository: Repository,
  folder: string,
  log: GitLog,
  dialect: Dialect,
): Promise<FactsByVersion> {
  const versions = versionsToRead(log).filter(({ path, blob }) => isMarkdown(path) && blob !== undefined)
  const store = new CacheStore(contentCache(folder))
  const known = store.read(factsCacheEntry(dialect)) ?? {}
  const missing = versions.flatMap((version) => (known[versionKey(version)] === undefined ? [version.blob!] : []))
  if (missing.length === 0) return known
  const blobs = await readBlobs(repository, missing)
  const facts = Object.fromEntries(
    versions.map((version) => [versionKey(version), known[versionKey(version)] ?? factsAt(version, blobs, dialect)]),
  )
  store.write(factsCacheEntry(dialect), facts)
  return facts
}

/** Returns the facts of one version, or null where its text is missing or has none. */
function factsAt({ path, blob = '' }: Version, blobs: ReadonlyMap<string, string>, dialect: Dialect): Facts | null {
  const text = blobs.get(blob)
  return (text !== undefined && factsIn({ path, text }, dialect)) || null
}

/** Identifies a version of a file. The path is included, because facts depend on it as well. */
const versionKey = ({ path, blob = '' }: Version): string => `${blob} ${path}`
