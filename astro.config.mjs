import { defineConfig } from 'astro/config'
import { content } from './src/integrations/content.ts'
import { incremental } from './src/integrations/incremental.ts'
import { references } from './src/integrations/references.ts'
import { search } from './src/integrations/search.ts'

// What the site is called, where it is published and in which language is said in content/site.yaml.
export default defineConfig({
  output: 'static',
  trailingSlash: 'always',
  integrations: [content(), references(), search(), incremental()],
  build: { concurrency: 32, inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  // Everything is a file of the site's own: the pages' policy allows nothing inline.
  vite: {
    // What is made here is nothing to watch in dev.
    server: { watch: { ignored: ['**/.bench/{out,peers}/**', '**/tests/.output/**', '**/dist/**'] } },
    build: { assetsInlineLimit: 0, cssCodeSplit: false },
  },
})
