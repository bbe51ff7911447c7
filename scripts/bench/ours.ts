/** Our own build as a contestant. */
import { buildCache, contentCache } from '../../src/site/cache/folders.ts'
import { join } from 'node:path'
import type { Contestant } from './measure.ts'
import type { Command } from './measure/command.ts'
import { BUILT, putAway, ROOT } from './places.ts'

export interface OurBuild {
  readonly contentDir: string
  readonly outDir?: string
  readonly search?: boolean
}

export const OURS = 'Throughline'

export function ours({ contentDir, outDir = join(BUILT, 'ours'), search = true }: OurBuild): Contestant {
  return {
    name: OURS,
    clean() {
      putAway(buildCache(contentDir, outDir))
      putAway(contentCache(contentDir))
      putAway(outDir)
    },
    steps: [ourCommand({ contentDir, outDir, search })],
  }
}

function ourCommand({ contentDir, outDir, search }: Required<OurBuild>): Command {
  return {
    command: process.execPath,
    args: ['src/cli/build.ts', '--outDir', outDir, ...(search ? [] : ['--no-search'])],
    cwd: ROOT,
    env: { CONTENT_DIR: contentDir },
  }
}
