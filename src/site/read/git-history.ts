/** Reads from git when answers changed. What a version of a file says never changes, so it is kept under the version's id. */
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

/** By version; null where nothing can be told of it. */
type FactsByVersion = Readonly<Record<string, Facts | null>>

const factsCacheEntry = (dialect: Dialect): CacheEntry<FactsByVersion> => ({
  name: 'facts.json',
  schema: z.record(z.string(), factsSchema.nullable()),
  dependsOn: dialect,
})

/** Nothing is known where there is no repository. */
export async function readHistory(folder: string, corpus: Corpus, dialect: Dialect): Promise<History> {
  const log = await readGitLog(folder)
  if (log === undefined) return NO_HISTORY
  const facts = await readFacts(folder, log, dialect)
  return historyOf(corpus, log, (version) => facts[versionKey(version)] ?? undefined)
}

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

function factsAt({ path, blob = '' }: Version, blobs: ReadonlyMap<string, string>, dialect: Dialect): Facts | null {
  const text = blobs.get(blob)
  return (text !== undefined && factsIn({ path, text }, dialect)) || null
}

const versionKey = ({ path, blob = '' }: Version): string => `${blob} ${path}`
