/** Hugo: links checked by a render hook, backlinks from one pass over all pages. */
import { join } from 'node:path'
import { inForm } from '../corpora.ts'
import { entriesOf, folderOf, type Corpus, type File } from '../corpus/model.ts'
import type { Contestant } from '../measure.ts'
import { BUILT, putAway } from '../places.ts'
import { frontmatter, ledeOf, serves } from './fields.ts'
import { hugoBinary, type HugoBinary } from './hugo-install.ts'
import { HUGO_SITE } from './hugo-site.ts'
import { linkWriter } from './links.ts'
import { pagefind } from './pagefind.ts'
import type { Peer } from './peer.ts'

export const hugo: Peer = {
  name: 'Hugo',
  install() {
    const binary = hugoBinary()
    return { version: binary.version, contestant: (corpus, search) => contestant(binary, corpus, search) }
  },
}

function contestant({ command, env }: HugoBinary, corpus: Corpus, search: boolean): Contestant {
  const source = inForm(corpus, 'hugo', hugoFiles)
  const out = join(BUILT, 'hugo')
  const build = {
    command,
    args: ['--source', source, '--destination', out, '--noBuildLock', '--quiet'],
    cwd: source,
    env,
  }
  return {
    name: hugo.name,
    clean() {
      putAway(out)
    },
    steps: search ? [build, pagefind(out)] : [build],
  }
}

function* hugoFiles(corpus: Corpus): Generator<File> {
  yield* HUGO_SITE
  const withLinks = linkWriter(corpus, (path) => `/${path}.md`)
  for (const entry of entriesOf(corpus)) {
    const { title, topics, created } = entry
    const fields = { title, topics, date: created, lede: ledeOf(entry), serves: serves(entry) }
    yield { path: `content/${folderOf(entry)}/${entry.id}.md`, text: frontmatter(fields) + withLinks(entry.body) }
  }
}
