import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import './src/cli/offline.ts'
import { bundlePackages } from './src/integrations/bundle-packages.ts'
import { noPreloadHelper } from './src/integrations/no-preload-helper.ts'
import { throughline } from './src/integrations/index.ts'
import { fontDisplay } from './src/integrations/font-display.ts'
import { CACHE } from './src/site/cache/folders.ts'

/**
 * Returns a glob of everything in a folder of this project. It is absolute, because a content folder elsewhere may
 * have the same name.
 */
const everythingIn = (folder) => fileURLToPath(new URL(`./${folder}/**`, import.meta.url))

/**
 * This is the configuration of Astro. The title, the address and the language of the site are in content/site.yaml.
 * `defineConfig` would only add the type, and it loads much that no build of this project uses.
 *
 * @type {import('astro').AstroUserConfig}
 */
export default {
  output: 'static',
  cacheDir: CACHE,
  trailingSlash: 'always',
  integrations: throughline(),
  build: { concurrency: 32, inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  // The policy of the pages allows nothing inline, so everything is a file of the site.
  vite: {
    cacheDir: join(CACHE, 'vite'),
    // In dev, files that the project itself writes are not watched.
    server: { watch: { ignored: ['.bench', 'tests/.output', 'dist'].map(everythingIn) } },
    build: { assetsInlineLimit: 0, cssCodeSplit: false },
    plugins: [noPreloadHelper(), fontDisplay(), bundlePackages()],
  },
}
