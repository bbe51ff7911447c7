import type { Plugin } from 'vite'

/**
 * Vite wraps every `import()` in code that fetches style sheets and modules first. There is one style sheet for all pages, and what is
 * imported late is small, so that code would only be a third of what a page loads.
 */
export function bareImports(): Plugin {
  return {
    name: 'throughline:bare-imports',
    apply: 'build',
    enforce: 'pre',
    configEnvironment: () => ({ build: { modulePreload: false } }),
    load: {
      filter: { id: /^\0vite\/preload-helper\.js$/ },
      handler: () => 'export const __vitePreload = (load) => load()',
    },
  }
}
