/** Writes the files beside the pages, which machines read. In dev, serves the same. */
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { ALTERNATE_FORMATS, type Alternate } from '../../site/alternates.ts'
import { buildPlan, getSite } from '../../site/index.ts'
import { outputPath } from '../../site/output-path.ts'
import { singleWorker } from '../../site/worker-pool.ts'
import writeFiles from './write-worker.ts'

export function alternates(): AstroIntegration {
  return {
    name: 'throughline:alternates',
    hooks: {
      'astro:config:setup': ({ command, injectRoute }) => {
        // In a build, a route for each file would take several times as long as writing it.
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

/** Files that are written at a time, while others are made. */
const BATCH = 100

async function writeAll(files: readonly Pick<Alternate, 'address' | 'content'>[], outDir: string): Promise<void> {
  const writer = singleWorker(files, new URL('./write-worker.ts', import.meta.url), writeFiles)
  try {
    let writing: Promise<void> = Promise.resolve()
    for (let at = 0; at < files.length; at += BATCH) {
      const batch = files.slice(at, at + BATCH)
      const made = batch.map(({ address, content }) => [join(outDir, outputPath(address)), content()] as const)
      await writing
      writing = writer.run(made)
      // The other thread hears of it, and a failure is waited for before anything else is.
      await Promise.race([writing, setImmediate()])
    }
    await writing
  } finally {
    await writer.end()
  }
}
