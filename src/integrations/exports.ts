/** Writes what machines read beside the pages: each entry as Markdown and JSON, the graph of all, `llms.txt`. In dev, serves the same. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { entryFiles, siteFiles } from '../site/exports.ts'
import { getSite } from '../site/index.ts'

export function exports(): AstroIntegration {
  return {
    name: 'throughline:exports',
    hooks: {
      'astro:config:setup': ({ command, injectRoute }) => {
        // In a build, a route for each file would take several times as long as writing it.
        if (command !== 'dev') return
        const entrypoint = fileURLToPath(new URL('../site/exports-route.ts', import.meta.url))
        for (const pattern of ['/[...path].md', '/[...path].json', '/[...path].atom', '/llms.txt'])
          injectRoute({ pattern, entrypoint })
      },
      'astro:build:done': async ({ dir }) => {
        const site = await getSite()
        const outDir = fileURLToPath(dir)
        for (const { path, content } of [...entryFiles(site), ...siteFiles(site)]) {
          const file = join(outDir, path)
          mkdirSync(dirname(file), { recursive: true })
          writeFileSync(file, content())
        }
      },
    },
  }
}
