/** This file makes references of works that are ready to print. */
import type { CitedSource, Reference } from '../model/entry.ts'
import { coinsOf, highwireOf } from '../bibliography/embedded-metadata.ts'
import { requestFor, type PageWorks } from './page-citations.ts'
import { withoutUndefined } from './ref.ts'
import { doiOf } from '../updates.ts'
import type { Corpus } from '../model/corpus.ts'
import { workHref } from '../address.ts'
import type { Source } from '../model/source.ts'

/** Makes a reference of a work of a page, with what reference managers read. */
export const reference = (corpus: Corpus, page: PageWorks, source: Source): Reference => ({
  ...bareReference(corpus, page, source),
  meta: highwireOf(source),
  coins: coinsOf(source),
})

/** Makes a reference of a work of a page without what reference managers read. */
export function bareReference(corpus: Corpus, page: PageWorks, source: Source): CitedSource {
  const { key, title, year, links } = source
  const request = requestFor(page, source)
  return {
    short: corpus.references.short(request),
    title,
    html: corpus.references.format(request),
    links,
    ...withoutUndefined({
      key: source.isDescribed ? undefined : key,
      year,
      href: workHref(corpus, key),
      update: corpus.updates.get(doiOf(source) ?? ''),
    }),
  }
}
