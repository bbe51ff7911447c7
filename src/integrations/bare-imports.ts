import type { Plugin } from 'vite'

/**
 * Vite wraps every `import()` in code that fetches style sheets and modules first. There is one style sheet for all pages, and what is
 * imported late is small, so that code would only be a third of what a page loads. What is left of it each module has for itself: as a
 * file that they share, every page would have to wait for it.
 */
export function bareImports(): Plugin {
  return {
    name: 'throughline:bare-imports',
    apply: 'build',
    enforce: 'pre',
    configEnvironment: () => ({ build: { modulePreload: false } }),
    resolveId: {
      filter: { id: /^\0vite\/preload-helper\.js$/ },
      handler: (id, importer) => `${id}?for=${importer}`,
    },
    load: {
      filter: { id: /^\0vite\/preload-helper\.js\?for=/ },
      handler: () => 'export const __vitePreload = (load) => load()',
    },
  }
}
