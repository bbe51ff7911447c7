/** Builds the search index beside the pages, from the same entries. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { close, createIndex } from 'pagefind'
import { KINDS } from '../corpus/model.ts'
import { searchRecord } from '../corpus/search-record.ts'
import { getSite, type Site } from '../site/index.ts'

/** The index is started before the pages are rendered and written after them, so that both happen at once. */
export function search(): AstroIntegration {
  let indexing: Promise<Index> | undefined
  return {
    name: 'throughline:search',
    hooks: {
      'astro:build:start': async () => {
        const site = await getSite()
        indexing = indexAll(site)
        // A failure is reported when the index is written; until then it must not end the process.
        indexing.catch(() => undefined)
      },
      'astro:build:done': async ({ dir, logger }) => {
        const { index, records } = await indexing!
        const { errors } = await index.writeFiles({ outputPath: join(fileURLToPath(dir), 'pagefind') })
        await close()
        if (errors.length > 0) throw new Error(`The search index was not written: ${errors.join('; ')}`)
        logger.info(`search: ${records} entries indexed`)
      },
    },
  }
}

interface Index {
  readonly index: NonNullable<Awaited<ReturnType<typeof createIndex>>['index']>
  readonly records: number
}

async function indexAll(site: Site): Promise<Index> {
  const { index, errors } = await createIndex()
  if (index === undefined) throw new Error(`The search index was not made: ${errors.join('; ')}`)
  let records = 0
  for (const entry of KINDS.flatMap((kind) => site.shelf(kind))) {
    const { url, html } = searchRecord(entry.open(), site.settings.language)
    const added = await index.addHTMLFile({ url, content: html })
    if (added.errors.length > 0) throw new Error(`${url} was not indexed: ${added.errors.join('; ')}`)
    records++
  }
  return { index, records }
}
