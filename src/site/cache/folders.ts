/** The folders in which a run keeps what the next run can use. All of them can be thrown away. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { digest } from './digest.ts'

/** The folder of this project, in which its code and its packages are. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

/** Astro and Vite keep their caches in the same folder, so whoever keeps it between runs keeps everything. */
const CACHE = join(ROOT, 'node_modules/.astro')

const cacheFolder = (purpose: string, owner: unknown): string =>
  join(CACHE, `throughline-${purpose}-${digest(owner).slice(0, 12)}`)

/** What is known of a content folder, whatever is made of it. @param content Its absolute path. */
export const contentCache = (content: string): string => cacheFolder('content', content)

/** What is known of the site that a content folder was built to. @param outDir The absolute path of that site's folder. */
export const buildCache = (content: string, outDir: string): string =>
  cacheFolder('build', [content, outDir.replace(/[\\/]$/, '')])

/** The search index of the development server. */
export const devSearchCache = (content: string): string => cacheFolder('search-dev', content)
