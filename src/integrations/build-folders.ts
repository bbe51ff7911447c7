import { fileURLToPath } from 'node:url'
import type { AstroConfig } from 'astro'

/** The folders of a build, as absolute paths. That of the site, and that of its static files, end in a slash. */
export const foldersOf = ({ root, outDir, publicDir }: AstroConfig) => ({
  root: fileURLToPath(root),
  outDir: fileURLToPath(outDir),
  publicDir: fileURLToPath(publicDir),
})

export type Folders = ReturnType<typeof foldersOf>
