import { defineConfig, z } from 'throughline/config'
import { writeOut } from './src/my/write-out.ts'

export default defineConfig({
  components: { SiteFooter: './src/my/SiteFooter.astro' },
  fields: {
    design: {
      label: 'Study design',
      schema: z.enum(['experiment', 'survey', 'review']),
      kinds: ['note'],
      searchable: true,
      filterable: true,
    },
  },
  remarkPlugins: [[writeOut, { ISI: 'interval between sessions' }]],
})
