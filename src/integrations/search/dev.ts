/** Search in dev: an index is made in the background, by a process of its own, and again once changes have settled. */
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

/** Milliseconds without a change after which the index is made anew. Pages come first. */
const SETTLED = 1500
const NOTE = 'The search index is being made anew, and does not have your latest changes yet.'
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
}

/** @param base The path of the site, once the configuration is known. */
export function serveSearch(base: () => string): Plugin {
  return {
    name: 'throughline:serve-search',
    apply: 'serve',
    configureServer(server) {
      const folder = devSearchCache(contentFolder())
      const index = new DevIndex(folder, (message) => server.config.logger.warn(message))
      watchFolder(contentFolder(), () => index.becomeStale())
      index.becomeStale()
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
        response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream')
        createReadStream(file).pipe(response)
      })
    },
  }
}

class DevIndex {
  readonly #folder: string
  readonly #warn: (message: string) => void
  #timer: NodeJS.Timeout | undefined
  #process: ChildProcess | undefined
  #isStale = true

  constructor(folder: string, warn: (message: string) => void) {
    this.#folder = folder
    this.#warn = warn
  }

  /** What there is, and whether it is of what is on disk now. */
  manifest(): Manifest {
    const file = join(this.#folder, 'manifest.json')
    const made = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : { parts: 0 }
    return this.#isStale ? { ...made, note: NOTE } : made
  }

  becomeStale(): void {
    this.#isStale = true
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      this.#make()
    }, SETTLED)
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#process?.kill()
  }

  /** One at a time: what changed meanwhile is waited for. */
  #make(): void {
    if (this.#process !== undefined) {
      this.becomeStale()
      return
    }
    const made = spawn(process.execPath, [fileURLToPath(new URL('./dev-process.ts', import.meta.url)), this.#folder], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    this.#process = made
    if (made.pid !== undefined) setPriority(made.pid, 19)
    let complaint = ''
    made.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
    made.on('close', (code) => {
      this.#process = undefined
      this.#isStale = code !== 0 || this.#timer !== undefined
      if (code !== 0 && complaint !== '') this.#warn(`The search index was not made: ${complaint}`)
    })
  }
}
