/** This file gives the links by which machines find what has to do with a work. */
import { doiAddress } from '../doi.ts'
import { withBase, workAddress, workFileAddress } from '../address.ts'
import { REFERENCE_FORMATS } from '../bibliography/formats.ts'
import { ITEM_TYPES } from '../bibliography/item-types.ts'
import { orcidOf } from '../bibliography/names.ts'
import type { Corpus } from '../model/corpus.ts'
import type { Work } from '../model/source.ts'
import type { TypedLink } from '../model/typed-link.ts'

/**
 * Gives the typed links of the page of a work: the address by which to cite the work, its descriptions as files, its
 * texts, and its authors as far as they are known by an ORCID.
 */
export function sourceLinks({ settings }: Corpus, work: Work): TypedLink[] {
  const { source } = work
  const { csl, links } = source
  const href = withBase(settings, workAddress(work))
  return [
    ...(csl.DOI === undefined ? [] : [{ rel: 'cite-as', href: doiAddress(csl.DOI) } as const]),
    ...(settings.alternates.includes('references') ? REFERENCE_FORMATS : []).map(({ extension, type }) => ({
      rel: 'describedby' as const,
      href: workFileAddress(href, extension),
      type,
    })),
    ...links.flatMap(({ label, href: at }) =>
      label === 'PDF' ? [{ rel: 'item' as const, href: at, type: 'application/pdf' }] : [],
    ),
    ...(csl.author ?? []).flatMap((name) => {
      const orcid = orcidOf(name)
      return orcid === undefined ? [] : [{ rel: 'author' as const, href: orcid }]
    }),
    { rel: 'type', href: 'https://schema.org/AboutPage' },
    { rel: 'type', href: `https://schema.org/${ITEM_TYPES.schemaOrg(source)}` },
  ]
}
