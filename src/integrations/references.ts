/** Formats all references at once, before the pages ask for them one by one, and keeps them for the next run. */
import type { AstroIntegration } from 'astro'
import { formatReferences } from '../site/format-references.ts'
import { getSite } from '../site/index.ts'
import { keepReferences } from '../site/kept-references.ts'

export function references(): AstroIntegration {
  return {
    name: 'throughline:references',
    hooks: {
      'astro:build:start': async () => {
        const site = await getSite()
        keepReferences(site.folder, site.corpus.style, await formatReferences(site.corpus))
      },
    },
  }
}
