/** Names the folders that the integrations of a build use. */
import { fileURLToPath } from 'node:url'
import type { AstroConfig } from 'astro'

/**
 * Returns the folders of a build as absolute paths: the project's root, the folder that the site is written to, and the
 * folder of static files. The last two end in a slash, so that cutting them off a path leaves the path within.
 */
export const buildFolders = ({ root, outDir, publicDir }: AstroConfig) => ({
  root: fileURLToPath(root),
  outDir: fileURLToPath(outDir),
  publicDir: fileURLToPath(publicDir),
})

/** The folders of a build as absolute paths. */
export type BuildFolders = ReturnType<typeof buildFolders>
