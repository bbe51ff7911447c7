import { join } from 'node:path'
import type { AstroIntegration } from 'astro'
import { buildPlan, getSite } from '../../site/index.ts'
import { buildStore, WRITTEN_SHARDS } from '../../site/cache/build-manifest.ts'
import { filesIn, pathWithin } from '../../site/files-in.ts'
import { codeDigest } from '../../site/cache/code-digest.ts'
import { serveSearchIndex } from './dev.ts'
import { buildIndex, storeShards, type IndexResult } from './build-index.ts'
import { recordsOf } from './records.ts'
import type { BuildFolders } from '../build-folders.ts'

/** The folder of the index in the site. */
const FOLDER = 'pagefind'

/**
 * An Astro integration that builds the search index from the entries that the pages show. It starts as soon as all
 * references are formatted and is awaited after the pages, so that both are made at the same time. A build without
 * search leaves the index out. In dev, a middleware serves an index that is built in the background.
 *
 * @param folders Returns the folders of the build, once they are known.
 */
export function search(folders: () => BuildFolders): AstroIntegration {
  let base = '/'
  let indexing: Promise<IndexResult> | undefined
  return {
    name: 'throughline:search',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command === 'dev') updateConfig({ vite: { plugins: [serveSearchIndex(() => base)] } })
      },
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/')
      },
      'astro:build:start': async () => {
        if (!buildPlan().options.search) return
        const { root, outDir, staging } = folders()
        const site = await getSite()
        const store = buildStore(site.folder, outDir)
        indexing = buildIndex({
          records: recordsOf(site),
          ready: site.formatReferences(),
          folder: join(staging, FOLDER),
          lastFolder: join(outDir, FOLDER),
          lastShards: buildPlan().options.fresh ? [] : (store.read(WRITTEN_SHARDS) ?? []),
          workFolder: store.folder,
          fingerprint: codeDigest(root),
          inBackground: true,
        })
        // A failure is reported when the index is awaited. Until then it must not end the process as an unhandled
        // rejection.
        indexing.catch(() => undefined)
      },
      'astro:build:done': async ({ logger }) => {
        if (indexing === undefined) return
        const { records, shards, indexed, digests, unchanged } = await indexing
        const { outDir } = folders()
        const index = join(outDir, FOLDER)
        for (const shard of unchanged)
          buildPlan().keepFiles(filesIn(join(index, String(shard))).map((file) => pathWithin(outDir, file)))
        const { folder } = await getSite()
        buildPlan().whenPublished(() => storeShards(buildStore(folder, outDir), index, digests))
        logger.info(`search: ${records} entries, ${indexed} of ${shards} parts indexed`)
      },
    },
  }
}
