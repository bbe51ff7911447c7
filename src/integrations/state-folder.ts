import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroConfig } from 'astro'
import { contentFolder } from '../site/read/content-folder.ts'
import { digest } from '../site/cache/digest.ts'

/**
 * Where a build keeps what the next one wants to know. Each folder of content, and each folder it is built to, has its own.
 *
 * @param cacheDir Astro's folder for such things, `node_modules/.astro`.
 */
export const stateFolder = (cacheDir: string, outDir: string, content = contentFolder()): string =>
  join(cacheDir, `throughline-${digest([content, outDir.replace(/[\\/]$/, '')]).slice(0, 12)}`)

/** The folders of a build, as paths. */
export const foldersOf = ({ root, outDir, cacheDir, publicDir }: AstroConfig) => ({
  root: fileURLToPath(root),
  outDir: fileURLToPath(outDir),
  cacheDir: fileURLToPath(cacheDir),
  publicDir: fileURLToPath(publicDir),
})

export type Folders = ReturnType<typeof foldersOf>
