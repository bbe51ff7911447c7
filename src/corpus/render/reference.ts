/** This file makes references of works that are ready to print. */
import type { CitedSource, Reference } from '../model/entry.ts'
import { coinsOf, highwireOf } from '../bibliography/embedded-metadata.ts'
import { withoutUndefined } from './ref.ts'
import { doiOf } from '../updates.ts'
import type { Corpus } from '../model/corpus.ts'
import { workHref } from '../address.ts'
import type { Source } from '../model/source.ts'

/** Makes a reference of a work, with what reference managers read. */
export const reference = (corpus: Corpus, source: Source): Reference => ({
  ...bareReference(corpus, source),
  meta: highwireOf(source),
  coins: coinsOf(source),
})

/** Makes a reference of a work without what reference managers read. */
export function bareReference(corpus: Corpus, source: Source): CitedSource {
  const { key, short, title, year, links } = source
  return {
    short,
    title,
    html: corpus.references.format(source),
    links,
    ...withoutUndefined({ key, year, href: workHref(corpus, key), update: corpus.updates.get(doiOf(source) ?? '') }),
  }
}
