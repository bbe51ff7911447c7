import { formatReference } from '../bibliography/reference.ts'
import type { CitedSource, Reference } from '../entry.ts'
import { coinsOf, highwireOf } from '../exports/work-metadata.ts'
import type { Corpus, Source } from '../model.ts'
import { defined } from './ref.ts'
import { doiOf } from '../updates.ts'
import { workHref } from '../link/works.ts'

/** A work as a page shows it. */
export const reference = (corpus: Corpus, source: Source): Reference => ({
  ...bareReference(corpus, source),
  meta: highwireOf(source),
  coins: coinsOf(source),
})

/** The same without what reference managers read. */
export function bareReference(corpus: Corpus, source: Source): CitedSource {
  const { key, short, title, year, links } = source
  return {
    short,
    title,
    html: formatReference(source, corpus.style),
    links,
    ...defined({ key, year, href: workHref(corpus, key), update: corpus.updates.get(doiOf(source) ?? '') }),
  }
}
