/** Formats all references at once, before the pages ask for them one by one, and keeps them for the next build. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { formatReferences, type References } from '../site/format-references.ts'
import { getSite } from '../site/index.ts'

export function references(): AstroIntegration {
  let folder: string
  return {
    name: 'throughline:references',
    hooks: {
      'astro:config:done': ({ config }) => {
        folder = fileURLToPath(config.cacheDir)
      },
      'astro:build:start': async () => {
        const file = join(folder, 'references.json')
        const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as References) : {}
        const all = await formatReferences((await getSite()).corpus, known)
        mkdirSync(folder, { recursive: true })
        // Never half a file under this name, whenever the build is interrupted.
        writeFileSync(`${file}.new`, JSON.stringify(all))
        renameSync(`${file}.new`, file)
      },
    },
  }
}
