/** This file makes the build of this project a contestant. */
import { buildCache, contentCache } from '../../src/site/cache/folders.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Contestant } from './measure.ts'
import type { Command } from './measure/command.ts'
import { BUILT_SITES, moveAside, ROOT } from './places.ts'

/** This says what is built and where to. */
export interface OurBuild {
  readonly contentDir: string
  readonly outDir?: string
  readonly search?: boolean
  /** Says whether the page code of an earlier build is used, as it is unless the code of the project changed. */
  readonly keepsCode?: boolean
  /** The share of the site that is built, such as `2/4`. Undefined builds all of it. */
  readonly shard?: string | undefined
}

/** This is the name of this project in reports. */
export const OUR_NAME = 'Throughline'

/** Returns the build of a content folder as a contestant. Without `search` no search index is made. */
export function ourContestant({
  contentDir,
  outDir = join(BUILT_SITES, 'ours'),
  search = true,
  keepsCode = true,
  shard,
}: OurBuild): Contestant {
  return {
    name: shard === undefined ? OUR_NAME : `share ${shard}`,
    clean() {
      moveAside(buildCache(contentDir, outDir))
      moveAside(contentCache(contentDir))
      moveAside(outDir)
    },
    steps: [buildCommand({ contentDir, outDir, search, keepsCode, shard }, ROOT)],
  }
}

/** Returns the command that builds a content folder with the code in `root`. */
export function buildCommand({ contentDir, outDir, search, keepsCode = true, shard }: OurBuild, root: string): Command {
  const options = [
    ...(search === false ? ['--no-search'] : []),
    ...(keepsCode ? [] : ['--fresh']),
    ...(shard === undefined ? [] : ['--shard', shard]),
  ]
  return {
    command: process.execPath,
    args: [...buildScript(root), ...(outDir === undefined ? [] : ['--outDir', outDir]), ...options],
    cwd: root,
    env: { CONTENT_DIR: contentDir },
  }
}

/** Returns the command that joins the shares of a site in these folders. */
export const joinCommand = (folders: readonly string[], outDir: string): Command => ({
  command: process.execPath,
  args: ['src/cli/run.mjs', 'join', ...folders, '--outDir', outDir],
  cwd: ROOT,
})

/** Returns the arguments with which the project in a folder starts Node for a build. Revisions differ in them. */
function buildScript(root: string): string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { build: string } }
  const [program, ...args] = scripts.build.split(' ')
  if (program !== 'node') throw new Error(`The build of ${root} is not started with node: ${scripts.build}.`)
  return args
}
