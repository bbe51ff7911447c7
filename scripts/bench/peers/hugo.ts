/** This file makes Hugo a peer: a render hook checks links, and backlinks come from one pass over all pages. */
import { join } from 'node:path'
import { writeCorpus } from '../corpora.ts'
import { entriesOf, folderOf, type Corpus, type File } from '../corpus/model.ts'
import type { Contestant } from '../measure.ts'
import { BUILT_SITES, moveAside } from '../places.ts'
import { frontmatter, ledeOf, servedInquiries } from './fields.ts'
import { findHugo, type HugoBinary } from './hugo-install.ts'
import { HUGO_SITE } from './hugo-site.ts'
import { wikilinkReplacer } from './links.ts'
import { pagefindCommand } from './pagefind.ts'
import type { Peer } from './peer.ts'

/** Hugo is taken from the system, or from its Debian package. */
export const hugo: Peer = {
  name: 'Hugo',
  install() {
    const binary = findHugo()
    return { version: binary.version, contestant: (corpus, search) => contestant(binary, corpus, search) }
  },
}

function contestant({ command, env }: HugoBinary, corpus: Corpus, search: boolean): Contestant {
  const source = writeCorpus(corpus, 'hugo', hugoFiles)
  const out = join(BUILT_SITES, 'hugo')
  const build = {
    command,
    args: ['--source', source, '--destination', out, '--noBuildLock', '--quiet'],
    cwd: source,
    env,
  }
  return {
    name: hugo.name,
    clean() {
      moveAside(out)
    },
    steps: search ? [build, pagefindCommand(out)] : [build],
  }
}

function* hugoFiles(corpus: Corpus): Generator<File> {
  yield* HUGO_SITE
  const withLinks = wikilinkReplacer(corpus, (path) => `/${path}.md`)
  for (const entry of entriesOf(corpus)) {
    const { title, topics, created } = entry
    const fields = { title, topics, date: created, lede: ledeOf(entry), serves: servedInquiries(entry) }
    yield { path: `content/${folderOf(entry)}/${entry.id}.md`, text: frontmatter(fields) + withLinks(entry.body) }
  }
}
