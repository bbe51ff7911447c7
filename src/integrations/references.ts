/** Formats all references at once, before the pages ask for them one by one, and keeps them for the next build. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AstroIntegration } from 'astro'
import { z } from 'zod'
import { formatReferences, type References } from '../site/format-references.ts'
import { getSite } from '../site/index.ts'
import { codeDigest } from '../site/code-digest.ts'
import { foldersOf, stateFolder, type Folders } from './state-folder.ts'
import { writeState } from './last-build.ts'

/** Other code may format the same work otherwise. */
const keptSchema = z.object({ code: z.string(), references: z.record(z.string(), z.string()) })

export function references(): AstroIntegration {
  let folders: Folders
  return {
    name: 'throughline:references',
    hooks: {
      'astro:config:done': ({ config }) => {
        folders = foldersOf(config)
      },
      'astro:build:start': async () => {
        const { root, outDir, cacheDir } = folders
        const file = join(stateFolder(cacheDir, outDir), 'references.json')
        const code = codeDigest(root)
        const references = await formatReferences((await getSite()).corpus, readKept(file, code))
        writeState(file, { code, references } satisfies z.infer<typeof keptSchema>)
      },
    },
  }
}

function readKept(file: string, code: string): References {
  try {
    const kept = keptSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    return kept.code === code ? kept.references : {}
  } catch {
    return {}
  }
}
