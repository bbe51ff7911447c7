import { defineConfig } from 'throughline/config'

export default defineConfig({
  components: { SiteFooter: './src/my/SiteFooter.astro' },
})
