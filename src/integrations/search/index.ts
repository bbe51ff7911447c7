import type { AstroIntegration } from 'astro'
import { serveSearchIndex } from './dev.ts'

/** An Astro integration that serves the search index in dev, where a process of its own builds it in the background. */
export function search(): AstroIntegration {
  let base = '/'
  return {
    name: 'throughline:search',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command === 'dev') updateConfig({ vite: { plugins: [serveSearchIndex(() => base)] } })
      },
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/')
      },
    },
  }
}
