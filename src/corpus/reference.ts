import { formatReference } from './bibliography/reference.ts'
import type { Reference } from './entry.ts'
import type { Corpus, Source } from './model.ts'
import { workHref } from './works.ts'

/** A work as a page shows it. */
export function reference(corpus: Corpus, source: Source): Reference {
  const { key, short, title, year, links } = source
  const href = workHref(corpus, key)
  return {
    ...(key !== undefined && { key }),
    short,
    title,
    ...(year !== undefined && { year }),
    html: formatReference(source, corpus.style),
    links,
    ...(href !== undefined && { href }),
  }
}
