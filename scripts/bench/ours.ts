/** This file makes the build of this project a contestant. */
import { buildCache, contentCache } from '../../src/site/cache/folders.ts'
import { join } from 'node:path'
import type { Contestant } from './measure.ts'
import type { Command } from './measure/command.ts'
import { BUILT_SITES, moveAside, ROOT } from './places.ts'

/** This says what is built and where to. */
export interface OurBuild {
  readonly contentDir: string
  readonly outDir?: string
  readonly search?: boolean
}

/** This is the name of this project in reports. */
export const OUR_NAME = 'Throughline'

/** Returns the build of a content folder as a contestant. Without `search` no search index is made. */
export function ourContestant({ contentDir, outDir = join(BUILT_SITES, 'ours'), search = true }: OurBuild): Contestant {
  return {
    name: OUR_NAME,
    clean() {
      moveAside(buildCache(contentDir, outDir))
      moveAside(contentCache(contentDir))
      moveAside(outDir)
    },
    steps: [buildCommand({ contentDir, outDir, search })],
  }
}

function buildCommand({ contentDir, outDir, search }: Required<OurBuild>): Command {
  return {
    command: process.execPath,
    args: ['src/cli/build.ts', '--outDir', outDir, ...(search ? [] : ['--no-search'])],
    cwd: ROOT,
    env: { CONTENT_DIR: contentDir },
  }
}
