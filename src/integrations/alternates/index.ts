import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { ALTERNATE_FORMATS, type Alternate } from '../../site/alternates.ts'
import { buildPlan, getSite } from '../../site/index.ts'
import { outputPath } from '../../site/output-path.ts'
import { singleWorker } from '../../site/worker-pool.ts'
import writeFiles from './write-worker.ts'

/**
 * An Astro integration for the alternates of pages, which are files for other programs: Markdown, JSON, CSV, feeds and
 * references. A build writes them into the folder of the site; in dev, a route serves them.
 */
export function alternates(): AstroIntegration {
  return {
    name: 'throughline:alternates',
    hooks: {
      'astro:config:setup': ({ command, injectRoute }) => {
        // A build writes the files itself, because rendering a route for each takes several times as long.
        if (command !== 'dev') return
        const entrypoint = fileURLToPath(new URL('./route.ts', import.meta.url))
        for (const extension of new Set(ALTERNATE_FORMATS.map((format) => format.extension)))
          injectRoute({ pattern: `/[...path].${extension}`, entrypoint })
      },
      'astro:build:done': async ({ dir, logger }) => {
        const site = await getSite()
        const due = buildPlan().due(site.alternates)
        await writeAll(due, fileURLToPath(dir))
        logger.info(`files for machines: ${due.length} written, ${site.alternates.length - due.length} kept`)
      },
    },
  }
}

/** The number of files that the worker thread writes while this thread makes the content of the next ones. */
const BATCH = 100

/** Writes the files into the folder of the site. Rejects when one cannot be written. */
async function writeAll(files: readonly Pick<Alternate, 'address' | 'content'>[], outDir: string): Promise<void> {
  const writer = singleWorker(files, new URL('./write-worker.ts', import.meta.url), writeFiles)
  try {
    let writing: Promise<void> = Promise.resolve()
    for (let at = 0; at < files.length; at += BATCH) {
      const batch = files.slice(at, at + BATCH)
      const contents = batch.map(({ address, content }) => [join(outDir, outputPath(address)), content()] as const)
      await writing
      writing = writer.run(contents)
      // The event loop runs once, so that the task reaches the worker thread; a failure that is known by then is thrown
      // here.
      await Promise.race([writing, setImmediate()])
    }
    await writing
  } finally {
    await writer.end()
  }
}
