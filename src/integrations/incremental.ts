/** Keeps what one build made for the next: pages that would come out the same are taken from it. */
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { AstroIntegration } from 'astro'
import { contentFolder } from '../site/content-folder.ts'
import { openCache, type BuildCache } from './build-cache.ts'

/**
 * Comes last. The build has begun only once the content is known to be right, and is at its end only when everything is written. What
 * the others keep is kept under names that say what it was made from, which nothing can make wrong.
 */
export function incremental(): AstroIntegration {
  let cache: BuildCache | undefined
  return {
    name: 'throughline:incremental',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        if (command !== 'build') return
        cache = openCache(fileURLToPath(config.root), contentFolder())
        updateConfig({
          cacheDir: pathToFileURL(`${cache.folder}/`),
          experimental: { incrementalBuild: true },
        })
      },
      'astro:build:start': () => cache?.begin(),
      'astro:build:done': () => cache?.end(),
    },
  }
}
