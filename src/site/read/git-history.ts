/** Reads from git when the answers of inquiries changed. */
import { z } from 'zod'
import { factsIn, factsSchema, type Facts } from '../../corpus/history/facts.ts'
import type { GitLog, Version } from '../../corpus/history/git-log.ts'
import { historyOf, versionsToRead } from '../../corpus/history/history.ts'
import { isMarkdown } from '../../corpus/identity.ts'
import { readBlobs, readGitLog } from './git.ts'
import { contentCache } from '../cache/folders.ts'
import { CacheStore, type CacheEntry } from '../cache/store.ts'
import { NO_HISTORY, type History } from '../../corpus/model/history.ts'
import type { Dialect } from '../../corpus/site-config.ts'
import type { Corpus } from '../../corpus/model/corpus.ts'

/** The facts by `versionKey`. They are null for a version that could not be read. */
type FactsByVersion = Readonly<Record<string, Facts | null>>

/** Returns the cache entry for facts. The content of a version never changes, so its facts can be stored for good. */
const factsCacheEntry = (dialect: Dialect): CacheEntry<FactsByVersion> => ({
  name: 'facts.json',
  schema: z.record(z.string(), factsSchema.nullable()),
  dependsOn: dialect,
})

/**
 * Returns the history of the entries of a corpus. It is empty where the folder is in no git repository, or the machine
 * has no git.
 *
 * @param folder The content folder, as an absolute path.
 */
export async function readHistory(folder: string, corpus: Corpus, dialect: Dialect): Promise<History> {
  const log = await readGitLog(folder)
  if (log === undefined) return NO_HISTORY
  const facts = await readFacts(folder, log, dialect)
  return historyOf(corpus, log, (version) => facts[versionKey(version)] ?? undefined)
}

/** Returns the facts of all versions that the history needs. Versions that are not stored yet are read from git. */
async function readFacts(folder: string, log: GitLog, dialect: Dialect): Promise<FactsByVersion> {
  const versions = versionsToRead(log).filter(({ path, blob }) => isMarkdown(path) && blob !== undefined)
  const store = new CacheStore(contentCache(folder))
  const known = store.read(factsCacheEntry(dialect)) ?? {}
  const missing = versions.flatMap((version) => (known[versionKey(version)] === undefined ? [version.blob!] : []))
  if (missing.length === 0) return known
  const blobs = await readBlobs(folder, missing)
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
