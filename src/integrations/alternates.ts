import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { ALTERNATE_FORMATS } from '../site/alternates.ts'

/**
 * An Astro integration that serves the alternates of pages in dev, which are files for other programs: Markdown, JSON,
 * CSV, feeds and references. A build writes the files itself, because rendering a route for each takes several times as
 * long.
 */
export function alternates(): AstroIntegration {
  return {
    name: 'throughline:alternates',
    hooks: {
      'astro:config:setup': ({ command, injectRoute }) => {
        if (command !== 'dev') return
        const entrypoint = fileURLToPath(new URL('./alternate-route.ts', import.meta.url))
        for (const extension of new Set(ALTERNATE_FORMATS.flatMap(({ extension = [] }) => extension)))
          injectRoute({ pattern: `/[...path].${extension}`, entrypoint })
      },
    },
  }
}
