/** Names the folders in which a run stores what the next run can use. All of them can be deleted at any time. */
import { existsSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { digest } from './digest.ts'

/** The folder of the code: this project, or the package that was made of it. It is an absolute path. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

/** How the names of modules end: the package has them as JavaScript. */
export const EXTENSION = extname(fileURLToPath(import.meta.url))

/**
 * The folder of the site, which has the content and what its owner changes in the engine. It is the one in which a
 * command runs, and in a clone of this project that is the project itself.
 */
export const PROJECT = process.cwd()

/**
 * Astro keeps its cache in the same folder, so a CI that stores it between runs stores everything. A folder of notes
 * in which nothing is installed keeps it in a hidden folder of its own.
 */
export const CACHE = existsSync(join(PROJECT, 'node_modules'))
  ? join(PROJECT, 'node_modules/.astro')
  : join(PROJECT, '.throughline')

/** The folder of the file system in memory that Linux has. Other systems have none, and there it is not used. */
export const SHARED_MEMORY = '/dev/shm'

/** The length of what names the owner of a cache, at the end of the name of its folder. It may hold hyphens. */
export const OWNER_LENGTH = 12

/** Returns the folder for a purpose. Each owner, such as a content folder, has a folder of its own. */
const cacheFolder = (purpose: string, owner: unknown): string =>
  join(CACHE, `throughline-${purpose}-${digest(owner).slice(0, OWNER_LENGTH)}`)

/**
 * Returns the cache of a content folder, which holds what does not depend on the site that is built from it.
 *
 * @param content The content folder, as an absolute path.
 */
export const contentCache = (content: string): string => cacheFolder('content', content)

/**
 * Returns the cache of a site that is built from a content folder.
 *
 * @param content The content folder, as an absolute path.
 * @param outDir The folder of the site, as an absolute path. A slash at its end makes no difference.
 */
export const buildCache = (content: string, outDir: string): string =>
  cacheFolder('build', [content, outDir.replace(/[\\/]$/, '')])

/**
 * Returns the cache of the page code, which sites of other content may share. It names files of the project by their
 * paths, so a project that was moved or copied has another folder.
 *
 * @param owner What the page code depends on besides the code of the project, as plain data.
 */
export const pageCodeCache = (owner: unknown): string => cacheFolder('page-code', [ROOT, owner])

/**
 * Returns the folder of the bundled commands. They name files of the project by their paths, so a project that was
 * moved has another folder.
 *
 * @param code The digest of the code that is bundled.
 */
export const commandCodeCache = (code: string): string => cacheFolder('command-code', [ROOT, code])

/** The cache of the search engine's scripts, which are the same in all sites. */
export const SEARCH_ENGINE_CACHE = cacheFolder('search-engine', '')

/**
 * Returns the folder in which a build makes its files, before it publishes them in the folder of the site.
 *
 * @param content The content folder, as an absolute path.
 * @param outDir The folder of the site, as an absolute path.
 */
export const stagingFolder = (content: string, outDir: string): string => join(buildCache(content, outDir), 'site')

/**
 * Returns the file by which a build keeps others from writing into the folder of a site at the same time.
 *
 * @param outDir The folder of the site, as an absolute path, whatever content it is built from.
 */
export const buildLock = (outDir: string): string => `${cacheFolder('lock', outDir.replace(/[\\/]$/, ''))}.pid`

/**
 * Returns the folder of the search index that the development server builds.
 *
 * @param content The content folder, as an absolute path.
 */
export const devSearchCache = (content: string): string => cacheFolder('search-dev', content)
