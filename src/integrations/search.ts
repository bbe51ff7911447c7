/** Builds the search index beside the pages, from the same entries. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { KINDS } from '../corpus/model.ts'
import { searchRecord } from '../corpus/search-record.ts'
import { getSite, type Site } from '../site/index.ts'
import { indexRecords, publishIndex, type SearchIndex } from './search-index.ts'

/**
 * The index is started before the pages are rendered and published after them, so that both happen at once.
 * `THROUGHLINE_SEARCH=off` leaves it out.
 */
export function search(): AstroIntegration {
  let folder: string
  let indexing: Promise<SearchIndex> | undefined
  return {
    name: 'throughline:search',
    hooks: {
      'astro:config:done': ({ config }) => {
        folder = join(fileURLToPath(config.cacheDir), 'search')
      },
      'astro:build:start': async () => {
        if (process.env['THROUGHLINE_SEARCH'] === 'off') return
        indexing = indexRecords(recordsOf(await getSite()), folder)
        // A failure is reported when the index is published; until then it must not end the process.
        indexing.catch(() => undefined)
      },
      'astro:build:done': async ({ dir, logger }) => {
        if (indexing === undefined) return
        const index = await indexing
        publishIndex(index, join(fileURLToPath(dir), 'pagefind'))
        logger.info(`search: ${index.records} entries, ${index.made} of ${index.parts.length} parts indexed`)
      },
    },
  }
}

const recordsOf = (site: Site) =>
  KINDS.flatMap((kind) => site.shelf(kind)).map((shelved) => searchRecord(shelved.open(), site.settings.language))
