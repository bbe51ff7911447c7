import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'

/**
 * An Astro integration that serves the pages at old addresses in dev. They may be anywhere, so they have no route. A
 * build writes them itself.
 */
export function redirects(): AstroIntegration {
  return {
    name: 'throughline:redirects',
    hooks: {
      'astro:config:setup': ({ command, addMiddleware }) => {
        if (command !== 'dev') return
        addMiddleware({ entrypoint: fileURLToPath(new URL('./redirect-middleware.ts', import.meta.url)), order: 'pre' })
      },
    },
  }
}
