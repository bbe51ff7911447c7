import type { AstroIntegration } from 'astro'
import { alternates } from './alternates/index.ts'
import { stagedBuild, type BuildFolders } from './build-folders.ts'
import { content } from './content.ts'
import { incremental } from './incremental.ts'
import { search } from './search/index.ts'

/** Returns everything that runs around the pages, in the order in which Astro has to run it. */
export function throughline(): AstroIntegration[] {
  let known: BuildFolders | undefined
  const folders = (): BuildFolders => {
    if (known === undefined) throw new Error('The folders of the build are not known yet.')
    return known
  }
  return [stagedBuild((found) => (known = found)), content(), search(folders), alternates(), incremental(folders)]
}
