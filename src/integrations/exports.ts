/** Writes the files beside the pages, which machines read. In dev, serves the same. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { filePath, siteFiles } from '../site/exports.ts'
import { getSite } from '../site/index.ts'

const EXTENSIONS = ['md', 'json', 'atom', 'csv', 'bib', 'ris', 'txt']

export function exports(): AstroIntegration {
  return {
    name: 'throughline:exports',
    hooks: {
      'astro:config:setup': ({ command, injectRoute }) => {
        // In a build, a route for each file would take several times as long as writing it.
        if (command !== 'dev') return
        const entrypoint = fileURLToPath(new URL('../site/exports-route.ts', import.meta.url))
        for (const extension of EXTENSIONS) injectRoute({ pattern: `/[...path].${extension}`, entrypoint })
      },
      'astro:build:done': async ({ dir, logger }) => {
        const site = await getSite()
        const due = site.dueFiles()
        const files = [...due, ...siteFiles(site)]
        const outDir = fileURLToPath(dir)
        const folders = new Set<string>()
        for (const { address, content } of files) {
          const file = join(outDir, filePath(address))
          const folder = dirname(file)
          if (!folders.has(folder)) mkdirSync(folder, { recursive: true })
          folders.add(folder)
          writeFileSync(file, content())
        }
        logger.info(`files for machines: ${files.length} written, ${site.files.length - due.length} kept`)
      },
    },
  }
}
