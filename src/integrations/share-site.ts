/**
 * Vite plugins that have the pages use the module `site/index.ts` that this process has loaded already, with the site
 * that it read. So the content is read once, and in dev Vite transforms only the modules that pages are made of.
 */
import { dirname, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Plugin, ViteDevServer } from 'vite'

/** The path of the shared module. */
const SITE = fileURLToPath(new URL('../site/index.ts', import.meta.url))

/** The folders whose modules the shared module imports. */
const SHARED = ['corpus', 'site'].map((name) => `${fileURLToPath(new URL(`../${name}`, import.meta.url))}${sep}`)

/** Tells whether an import may be that of the shared module, before it is resolved. */
const mayBeSite = (source: string): boolean => source.endsWith('/site/index.ts')

/** Returns the plugin for builds. It keeps the shared module out of the bundle. */
export function shareSite(): Plugin {
  return {
    name: 'throughline:share-site',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!mayBeSite(source) || importer === undefined) return null
      const resolved = await this.resolve(source, importer, { skipSelf: true })
      return resolved?.id === SITE ? { id: pathToFileURL(SITE).href, external: true } : null
    },
  }
}

/** The module that stands in for the shared one in dev, and connects it with Vite. */
const STAND_IN = '\0throughline:site'

/**
 * Returns the plugin for dev. A change in the code of the site cannot reach a module that is loaded, so from the first
 * one on the pages use a module of their own, which Vite loads anew with each change.
 */
export function shareSiteInDev(): Plugin {
  let isShared = true
  return {
    name: 'throughline:share-site-in-dev',
    apply: 'serve',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!isShared || !mayBeSite(source) || importer === undefined) return null
      const resolved = await this.resolve(source, importer, { skipSelf: true })
      return resolved?.id === SITE ? STAND_IN : null
    },
    load(id) {
      if (id !== STAND_IN) return null
      // Vite leaves the address of this small module to Node, which imports the module that the process has.
      const shared = `export * from ${JSON.stringify(pathToFileURL(SITE).href)}`
      const url = JSON.stringify(`data:text/javascript,${encodeURIComponent(shared)}`)
      return `import { connect } from ${url}\nexport * from ${url}\nif (import.meta.hot) connect(import.meta.hot)\n`
    },
    configureServer(server) {
      server.watcher.on('change', (file) => {
        if (!isShared || !SHARED.some((folder) => file.startsWith(folder))) return
        isShared = false
        loadAnew(server)
      })
    },
  }
}

/** Has every page be made of modules that are loaded anew. */
function loadAnew({ environments, config }: ViteDevServer): void {
  config.logger.info(`The code in ${dirname(dirname(SITE))} changed, so the content is read anew.`)
  for (const { moduleGraph, hot } of Object.values(environments)) {
    moduleGraph.invalidateAll()
    hot.send({ type: 'full-reload' })
  }
}
