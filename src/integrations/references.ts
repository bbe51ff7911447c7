/** Formats all references at once, while the code of the pages is bundled, and keeps them for the next run. */
import type { AstroIntegration } from 'astro'
import { formatReferences } from '../site/format-references.ts'
import { getSite } from '../site/index.ts'
import { keepReferences } from '../site/cache/references.ts'

export function references(): AstroIntegration {
  let formatting: Promise<void> | undefined
  return {
    name: 'throughline:references',
    hooks: {
      'astro:build:start': async () => {
        const { folder, corpus } = await getSite()
        formatting = formatReferences(corpus).then((references) => keepReferences(folder, corpus.style, references))
        // A failure is reported when it is waited for; until then it must not end the process.
        formatting.catch(() => undefined)
      },
      'astro:build:done': async () => {
        await formatting
      },
    },
  }
}
