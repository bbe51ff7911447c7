/**
 * This file makes Starlight a peer, which is Astro with content collections. It has no wikilinks and no backlinks, so
 * links are written as relative ones.
 */
import { join } from 'node:path'
import { entriesOf, folderOf, type Corpus, type File } from '../corpus/model.ts'
import { writeFiles } from '../corpus/write.ts'
import type { Contestant } from '../measure.ts'
import { moveAside } from '../places.ts'
import { frontmatter, ledeOf } from './fields.ts'
import { wikilinkReplacer } from './links.ts'
import { installPackages, versionOf } from './npm.ts'
import { pagefindCommand } from './pagefind.ts'
import type { Peer } from './peer.ts'

const PACKAGES = ['@astrojs/starlight@0.42', 'astro@7']

/** Starlight is installed from npm. */
export const starlight: Peer = {
  name: 'Starlight',
  install() {
    const folder = installPackages('starlight', PACKAGES)
    return {
      version: versionOf(folder, '@astrojs/starlight'),
      contestant: (corpus, search) => contestant(folder, corpus, search),
    }
  },
}

function contestant(folder: string, corpus: Corpus, search: boolean): Contestant {
  // The site is inside the folder of its packages, so that Astro finds them.
  const source = join(folder, 'site')
  writeFiles(source, starlightFiles(corpus))
  const out = join(source, 'dist')
  const build = {
    command: process.execPath,
    args: [join(folder, 'node_modules/astro/bin/astro.mjs'), 'build'],
    cwd: source,
    // What Astro sends would be measured too.
    env: { ASTRO_TELEMETRY_DISABLED: '1' },
  }
  return {
    name: starlight.name,
    clean() {
      for (const made of ['dist', '.astro', 'node_modules']) moveAside(join(source, made))
    },
    steps: search ? [build, pagefindCommand(out)] : [build],
  }
}

/**
 * The sidebar of this configuration holds sections only. With every entry in it, every page would list all of them,
 * and the time would grow as the square of their number.
 */
const CONFIG = `import starlight from '@astrojs/starlight'
import { defineConfig } from 'astro/config'

export default defineConfig({
  site: 'https://example.org',
  integrations: [starlight({ title: 'Benchmark', pagefind: false, sidebar: [{ label: 'Home', link: '/' }] })],
})
`

/**
 * Astro bundles what a site depends on by name. Without the names in this manifest it fails on Starlight's virtual
 * modules.
 */
const MANIFEST = '{ "private": true, "type": "module", "dependencies": { "@astrojs/starlight": "*", "astro": "*" } }'

const COLLECTIONS = `import { docsLoader } from '@astrojs/starlight/loaders'
import { docsSchema } from '@astrojs/starlight/schema'
import { defineCollection } from 'astro:content'

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) }
`

function* starlightFiles(corpus: Corpus): Generator<File> {
  yield { path: 'package.json', text: MANIFEST }
  yield { path: 'astro.config.mjs', text: CONFIG }
  yield { path: 'src/content.config.ts', text: COLLECTIONS }
  yield { path: 'src/content/docs/index.md', text: frontmatter({ title: 'Home' }) }
  const withLinks = wikilinkReplacer(corpus, (path) => `../../${path}/`)
  for (const entry of entriesOf(corpus)) {
    const { title, topics } = entry
    const body = `${withLinks(entry.body)}\nTopics: ${topics.join(', ')}\n`
    yield {
      path: `src/content/docs/${folderOf(entry)}/${entry.id}.md`,
      text: frontmatter({ title, description: ledeOf(entry) }) + body,
    }
  }
}
