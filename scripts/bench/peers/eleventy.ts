/**
 * This file makes Eleventy 3 a peer: markdown-it has a rule for wikilinks, and backlinks come from one pass over all
 * pages.
 */
import { join } from 'node:path'
import { entriesOf, folderOf, type Corpus, type File } from '../corpus/model.ts'
import { writeFiles } from '../corpus/write.ts'
import type { Contestant } from '../measure.ts'
import { BUILT_SITES, moveAside } from '../places.ts'
import { ELEVENTY_SITE } from './eleventy-site.ts'
import { frontmatter, ledeOf, servedInquiries } from './fields.ts'
import { installPackages, versionOf } from './npm.ts'
import { pagefindCommand } from './pagefind.ts'
import type { Peer } from './peer.ts'

const PACKAGES = ['@11ty/eleventy@3', 'markdown-it@14']

/** Eleventy is installed from npm. */
export const eleventy: Peer = {
  name: 'Eleventy',
  install() {
    const folder = installPackages('eleventy', PACKAGES)
    return {
      version: versionOf(folder, '@11ty/eleventy'),
      contestant: (corpus, search) => contestant(folder, corpus, search),
    }
  },
}

function contestant(folder: string, corpus: Corpus, search: boolean): Contestant {
  // The site is inside the folder of its packages, so that its configuration finds them.
  const source = join(folder, 'site')
  writeFiles(source, eleventyFiles(corpus))
  const out = join(BUILT_SITES, 'eleventy')
  const args = [join(folder, 'node_modules/@11ty/eleventy/cmd.cjs'), '--quiet', '--output', `../../../out/eleventy`]
  const build = { command: process.execPath, args, cwd: source }
  return {
    name: eleventy.name,
    clean() {
      moveAside(out)
    },
    steps: search ? [build, pagefindCommand(out)] : [build],
  }
}

function* eleventyFiles(corpus: Corpus): Generator<File> {
  yield* ELEVENTY_SITE
  for (const entry of entriesOf(corpus)) {
    const { title, topics, created } = entry
    const fields = { title, topics, date: created, lede: ledeOf(entry), serves: servedInquiries(entry) }
    yield { path: `content/${folderOf(entry)}/${entry.id}.md`, text: frontmatter(fields) + entry.body }
  }
}
