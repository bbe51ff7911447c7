import { fileURLToPath } from 'node:url'
import { noPreloadHelper } from './src/integrations/no-preload-helper.ts'
import { content } from './src/integrations/content.ts'
import { alternates } from './src/integrations/alternates/index.ts'
import { fontDisplay } from './src/integrations/font-display.ts'
import { incremental } from './src/integrations/incremental.ts'
import { search } from './src/integrations/search/index.ts'

/** Of this project alone: a content folder elsewhere may be called anything. */
const everythingIn = (folder) => fileURLToPath(new URL(`./${folder}/**`, import.meta.url))

/**
 * What the site is called, where it is published and in which language is said in content/site.yaml. `defineConfig` would only say the
 * type, and loads much that no build of ours uses.
 *
 * @type {import('astro').AstroUserConfig}
 */
export default {
  output: 'static',
  trailingSlash: 'always',
  integrations: [content(), search(), alternates(), incremental()],
  build: { concurrency: 32, inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  // Everything is a file of the site's own: the pages' policy allows nothing inline.
  vite: {
    // What is made here is nothing to watch in dev.
    server: { watch: { ignored: ['.bench', 'tests/.output', 'dist'].map(everythingIn) } },
    build: { assetsInlineLimit: 0, cssCodeSplit: false },
    plugins: [noPreloadHelper(), fontDisplay()],
  },
}
