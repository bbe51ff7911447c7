/** Builds the search index beside the pages, from the same entries. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { AstroIntegration } from 'astro'
import { buildPlan, getSite } from '../../site/index.ts'
import { buildStore } from '../../site/cache/build-manifest.ts'
import { codeDigest } from '../../site/cache/code-digest.ts'
import { serveSearch } from './dev.ts'
import { indexRecords, type Indexed } from './build-index.ts'
import { recordsOf } from './records.ts'
import { foldersOf, type Folders } from '../build-folders.ts'

/**
 * The index is started as soon as all references are formatted, and waited for after the pages, so that both are made at once.
 * A build that is asked for no index removes the one of an earlier build.
 */
export function search(): AstroIntegration {
  let folders: Folders
  let base = '/'
  let indexing: Promise<Indexed> | undefined
  return {
    name: 'throughline:search',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command === 'dev')
          updateConfig({
            vite: {
              plugins: [serveSearch(() => base)],
            },
          })
      },
      'astro:config:done': ({ config }) => {
        folders = foldersOf(config)
        base = config.base.replace(/\/?$/, '/')
      },
      'astro:build:start': async () => {
        const { root, outDir } = folders
        const to = join(outDir, 'pagefind')
        if (!buildPlan().options.search) {
          rmSync(to, { recursive: true, force: true })
          return
        }
        const site = await getSite()
        indexing = indexRecords({
          records: recordsOf(site),
          ready: site.formatReferences(),
          to,
          store: buildStore(site.folder, outDir),
          maker: codeDigest(root),
          inBackground: true,
        })
        // A failure is reported when the index is waited for; until then it must not end the process.
        indexing.catch(() => undefined)
      },
      'astro:build:done': async ({ logger }) => {
        if (indexing === undefined) return
        const { records, shards, made } = await indexing
        logger.info(`search: ${records} entries, ${made} of ${shards} parts indexed`)
      },
    },
  }
}
