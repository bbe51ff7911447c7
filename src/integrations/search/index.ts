import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { AstroIntegration } from 'astro'
import { buildPlan, getSite } from '../../site/index.ts'
import { buildStore } from '../../site/cache/build-manifest.ts'
import { codeDigest } from '../../site/cache/code-digest.ts'
import { serveSearchIndex } from './dev.ts'
import { buildIndex, type IndexResult } from './build-index.ts'
import { recordsOf } from './records.ts'
import { buildFolders, type BuildFolders } from '../build-folders.ts'

/**
 * An Astro integration that builds the search index from the entries that the pages show. It starts as soon as all
 * references are formatted and is awaited after the pages, so that both are made at the same time. A build without
 * search removes the index of an earlier build. In dev, a middleware serves an index that is built in the background.
 */
export function search(): AstroIntegration {
  let folders: BuildFolders
  let base = '/'
  let indexing: Promise<IndexResult> | undefined
  return {
    name: 'throughline:search',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command === 'dev') updateConfig({ vite: { plugins: [serveSearchIndex(() => base)] } })
      },
      'astro:config:done': ({ config }) => {
        folders = buildFolders(config)
        base = config.base.replace(/\/?$/, '/')
      },
      'astro:build:start': async () => {
        const { root, outDir } = folders
        const folder = join(outDir, 'pagefind')
        if (!buildPlan().options.search) {
          rmSync(folder, { recursive: true, force: true })
          return
        }
        const site = await getSite()
        indexing = buildIndex({
          records: recordsOf(site),
          ready: site.formatReferences(),
          folder,
          store: buildStore(site.folder, outDir),
          fingerprint: codeDigest(root),
          inBackground: true,
        })
        // A failure is reported when the index is awaited. Until then it must not end the process as an unhandled
        // rejection.
        indexing.catch(() => undefined)
      },
      'astro:build:done': async ({ logger }) => {
        if (indexing === undefined) return
        const { records, shards, indexed } = await indexing
        logger.info(`search: ${records} entries, ${indexed} of ${shards} parts indexed`)
      },
    },
  }
}
