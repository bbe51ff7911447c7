import type { Plugin } from 'vite'

/**
 * A Vite plugin that replaces the preload helper with a function that only runs the `import()`.
 *
 * Vite wraps every `import()` in this helper, which loads the style sheets and modules that the imported module needs.
 * Here all pages share one style sheet and the imported modules are small, so the helper would only be a third of what
 * a page loads. Each importing module gets a copy of its own, because every page would have to wait for a file that
 * they share.
 */
export function noPreloadHelper(): Plugin {
  return {
    name: 'throughline:no-preload-helper',
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
