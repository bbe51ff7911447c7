/** Reads from git the headings of versions of files. */
import { z } from 'zod'
import type { Version } from '../../corpus/history/git-log.ts'
import { anchorSchema, anchorsOf, type Anchor, type Succession } from '../../corpus/history/reworded.ts'
import type { Dialect } from '../../corpus/site-config.ts'
import { CacheStore, type CacheEntry } from '../cache/store.ts'
import { readBlobs } from './git.ts'
import { parseDocument } from './read-entry.ts'
import type { Repository } from './run-git.ts'

type AnchorsByVersion = Readonly<Record<string, readonly Anchor[] | null>>

/** Returns the cache entry for headings. Those of a version never change, so they can be stored for good. */
const cacheEntry = (dialect: Dialect): CacheEntry<AnchorsByVersion> => ({
  name: 'headings.json',
  schema: z.record(z.string(), z.array(anchorSchema).nullable()),
  dependsOn: dialect,
})

/**
 * Returns the headings of versions by their keys. Those that are not stored yet are read from git and parsed. They are
 * null for a version that could not be read.
 *
 * @param successions Versions that were all public.
 */
export async function readHeadings(
  repository: Repository,
  store: CacheStore,
  successions: readonly Succession[],
  dialect: Dialect,
  keyOf: (version: Version) => string,
): Promise<AnchorsByVersion> {
  const known = store.read(cacheEntry(dialect)) ?? {}
  const versions = new Map(successions.flat().map((version) => [keyOf(version), version]))
  const missing = [...versions].filter(([key]) => known[key] === undefined)
  if (missing.length === 0 && Object.keys(known).every((key) => versions.has(key))) return known
  const ids = missing.map(([, { blob }]) => blob!)
  const blobs = ids.length === 0 ? new Map<string, string>() : await readBlobs(repository, ids)
  const entries = [...versions].map(([key, version]) => [key, known[key] ?? anchorsIn(version, blobs, dialect)])
  const anchors = Object.fromEntries(entries) as AnchorsByVersion
  store.write(cacheEntry(dialect), anchors)
  return anchors
}

function anchorsIn(
  { path, blob = '' }: Version,
  blobs: ReadonlyMap<string, string>,
  dialect: Dialect,
): Anchor[] | null {
  const text = blobs.get(blob)
  const parsed = text === undefined ? undefined : parseDocument({ path, text }, [], dialect).parsed
  return parsed === undefined ? null : anchorsOf(parsed.headings)
}
