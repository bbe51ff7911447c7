/**
 * Serves search in dev. A process of its own builds the index in the background, and builds it again after the content
 * changed, once no further change has come for a moment.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import { setPriority } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import type { Manifest } from '../../corpus/search/shards.ts'
import { devSearchCache } from '../../site/cache/folders.ts'
import { contentFolder } from '../../site/read/content-folder.ts'
import { watchFolder } from '../watch-folder.ts'

/** The milliseconds without a change after which the index is built again. Until then, the pages have the processor. */
const DEBOUNCE = 1500
/** The manifest has this note while the index is stale, and the search page shows it. */
const STALE_NOTE = 'The search index is being made anew, and does not have your latest changes yet.'
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
}

/**
 * A Vite plugin that serves the files of the search index, and a manifest that says whether they are up to date.
 *
 * @param base Returns the base path of the site, with a slash at the end. It is called once Astro's configuration is
 *   known.
 */
export function serveSearchIndex(base: () => string): Plugin {
  return {
    name: 'throughline:serve-search',
    apply: 'serve',
    configureServer(server) {
      const folder = devSearchCache(contentFolder())
      const index = new DevIndex(folder, (message) => server.config.logger.warn(message))
      watchFolder(contentFolder(), () => index.scheduleRebuild())
      index.scheduleRebuild()
      server.httpServer?.once('close', () => index.stop())
      server.middlewares.use(`${base()}pagefind`, (request, response, next) => {
        const path = normalize(decodeURIComponent((request.url ?? '/').replace(/[?#].*$/, '')))
        if (path === '/manifest.json') {
          response.setHeader('Content-Type', 'application/json')
          response.setHeader('Cache-Control', 'no-store')
          response.end(JSON.stringify(index.manifest()))
          return
        }
        const file = join(folder, path)
        if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) {
          next()
          return
        }
        response.setHeader('Content-Type', MEDIA_TYPES[extname(file)] ?? 'application/octet-stream')
        createReadStream(file).pipe(response)
      })
    },
  }
}

/** The search index of the development server, and the process that builds it. */
class DevIndex {
  readonly #folder: string
  readonly #warn: (message: string) => void
  #timer: NodeJS.Timeout | undefined
  #process: ChildProcess | undefined
  #isStale = true

  /**
   * @param folder The folder of the index, as an absolute path.
   * @param warn Is called with what the process printed when it failed.
   */
  constructor(folder: string, warn: (message: string) => void) {
    this.#folder = folder
    this.#warn = warn
  }

  /** Returns the manifest of the index that is there, with a note while that index is older than the content. */
  manifest(): Manifest {
    const file = join(this.#folder, 'manifest.json')
    const manifest = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : { parts: 0 }
    return this.#isStale ? { ...manifest, note: STALE_NOTE } : manifest
  }

  /** Marks the index as stale, and builds it again once no further change has come for a moment. */
  scheduleRebuild(): void {
    this.#isStale = true
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      this.#rebuild()
    }, DEBOUNCE)
  }

  /** Ends the process that builds the index, if one is running. */
  stop(): void {
    clearTimeout(this.#timer)
    this.#process?.kill()
  }

  /**
   * Starts the process that builds the index. Only one runs at a time, so a change that comes meanwhile is scheduled
   * again.
   */
  #rebuild(): void {
    if (this.#process !== undefined) {
      this.scheduleRebuild()
      return
    }
    const child = spawn(process.execPath, [fileURLToPath(new URL('./dev-process.ts', import.meta.url)), this.#folder], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    this.#process = child
    if (child.pid !== undefined) setPriority(child.pid, 19)
    let errors = ''
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
    child.on('close', (code) => {
      this.#process = undefined
      this.#isStale = code !== 0 || this.#timer !== undefined
      if (code !== 0 && errors !== '') this.#warn(`The search index was not made: ${errors}`)
    })
  }
}
