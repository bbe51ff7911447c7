/** Serves search in dev. */
import { createReadStream, statSync } from 'node:fs'
import { extname, join, normalize } from 'node:path'
import type { Plugin } from 'vite'
import { devSearchCache } from '../../site/cache/folders.ts'
import { contentFolder } from '../../site/read/content-folder.ts'
import { watchFolder } from '../watch-folder.ts'
import { DevIndex } from './dev-index.ts'

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
