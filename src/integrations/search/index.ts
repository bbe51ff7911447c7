/** Builds the search index beside the pages, from the same entries. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { AstroIntegration } from 'astro'
import { formatReferences } from '../../site/format-references.ts'
import { getSite } from '../../site/index.ts'
import { codeDigest } from '../../site/cache/code-digest.ts'
import { serveSearch } from './dev.ts'
import { indexRecords, type Indexed } from './build-index.ts'
import { recordsOf } from './records.ts'
import { foldersOf, stateFolder, type Folders } from '../state-folder.ts'

/**
 * The index is started as soon as all references are formatted, and waited for after the pages, so that both are made at once.
 * `THROUGHLINE_SEARCH=off` leaves it out.
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
              plugins: [
                serveSearch(
                  () => folders,
                  () => base,
                ),
              ],
            },
          })
      },
      'astro:config:done': ({ config }) => {
        folders = foldersOf(config)
        base = config.base.replace(/\/?$/, '/')
      },
      'astro:build:start': async () => {
        const { root, outDir, cacheDir } = folders
        const to = join(outDir, 'pagefind')
        if (process.env['THROUGHLINE_SEARCH'] === 'off') {
          rmSync(to, { recursive: true, force: true })
          return
        }
        const stateFile = join(stateFolder(cacheDir, outDir), 'search.json')
        const site = await getSite()
        indexing = indexRecords({
          records: recordsOf(site),
          ready: formatReferences(site.corpus),
          to,
          stateFile,
          maker: codeDigest(root),
          beside: true,
        })
        // A failure is reported when the index is waited for; until then it must not end the process.
        indexing.catch(() => undefined)
      },
      'astro:build:done': async ({ logger }) => {
        if (indexing === undefined) return
        const { records, parts, made } = await indexing
        logger.info(`search: ${records} entries, ${made} of ${parts} parts indexed`)
      },
    },
  }
}
