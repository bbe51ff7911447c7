/** Search records → folders of index files, one for each part. What is there already from an earlier build is not made again. */
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { close, createIndex } from 'pagefind'
import { inParts } from '../corpus/search-parts.ts'
import type { SearchRecord } from '../corpus/search-record.ts'
import { digest } from '../site/digest.ts'

export interface SearchIndex {
  /** Folders of the parts, the first of which holds the engine too. */
  readonly parts: readonly string[]
  readonly records: number
  /** Parts that had to be made. */
  readonly made: number
}

/**
 * Postings to a file of the index. With several parts a query fetches a file from each, so they are smaller than the usual 20 000;
 * the engine reads the number from its environment only.
 */
process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] ??= '6000'

/** @param folder Where parts are kept from build to build. Those that are no longer needed leave it. */
export async function indexRecords(records: readonly SearchRecord[], folder: string): Promise<SearchIndex> {
  const parts = inParts(records).map((part) => ({ part, to: join(folder, digest([VERSION, part]).slice(0, 16)) }))
  const missing = parts.filter(({ to }) => !existsSync(to))
  mkdirSync(folder, { recursive: true })
  for (const { part, to } of missing) await indexPart(part, to)
  await close()
  const kept = new Set(parts.map(({ to }) => basename(to)))
  for (const name of readdirSync(folder)) if (!kept.has(name)) rmSync(join(folder, name), { recursive: true })
  return { parts: parts.map(({ to }) => to), records: records.length, made: missing.length }
}

/** What a part is made with. A new version of the engine is a new lockfile, which empties the cache by itself. */
const VERSION = process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE']

/** Records on their way to the indexer at a time, so that it never waits for the pages that are rendered meanwhile. */
const AHEAD = 64

async function indexPart(records: readonly SearchRecord[], to: string): Promise<void> {
  const { index, errors } = await createIndex()
  if (index === undefined) throw new Error(`The search index was not made: ${errors.join('; ')}`)
  for (let at = 0; at < records.length; at += AHEAD)
    await Promise.all(
      records.slice(at, at + AHEAD).map(async ({ url, html }) => {
        const added = await index.addHTMLFile({ url, content: html })
        if (added.errors.length > 0) throw new Error(`${url} was not indexed: ${added.errors.join('; ')}`)
      }),
    )
  const written = await index.writeFiles({ outputPath: `${to}.new` })
  if (written.errors.length > 0) throw new Error(`The search index was not written: ${written.errors.join('; ')}`)
  // Only a part that is whole has its name.
  renameSync(`${to}.new`, to)
  await index.deleteIndex()
}

/** Of what the engine brings, the pages use these; its own interfaces are left behind. */
const UNUSED = /^pagefind-(ui|modular-ui|component-ui|highlight)\./
/** What the first part has for all. */
const ENGINE = /^(pagefind(-worker)?\.js|wasm\..*)$/

export function publishIndex({ parts }: SearchIndex, to: string): void {
  for (const [number, from] of parts.entries())
    for (const name of readdirSync(from)) {
      if (UNUSED.test(name) || (number > 0 && ENGINE.test(name))) continue
      cpSync(join(from, name), join(to, number === 0 ? '' : `part-${number}`, name), { recursive: true })
    }
}
