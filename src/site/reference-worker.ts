import { citePageSafely, citeSafely } from '../corpus/bibliography/reference-formatter.ts'
import { formatAllSafely, type FormattedReference } from '../corpus/bibliography/reference.ts'
import type { Citation } from '../corpus/model/citations.ts'
import type { CitationStyle } from '../corpus/model/citation-style.ts'
import type { ReferenceRequest } from '../corpus/model/references.ts'

/** A work, a citation or all citations of a page to be written, and the key under which it is known then. */
export type FormatItem = { readonly key: string } & (
  { readonly request: ReferenceRequest } | { readonly citation: Citation } | { readonly page: readonly Citation[] }
)

/** What is written. Neither is there for a citation that the style cannot write. */
export interface Formatted {
  readonly reference?: FormattedReference
  readonly citation?: string
}

/**
 * Writes works and citations.
 *
 * @returns What is written, in the order of the items.
 */
export function formatItems(items: readonly FormatItem[], style: CitationStyle): Formatted[] {
  const requests = items.flatMap((item) => ('request' in item ? [item.request] : []))
  const references = formatAllSafely(requests, style).values()
  return items.map((item): Formatted => {
    if ('request' in item) return { reference: references.next().value! }
    const citation = 'page' in item ? citePageSafely(item.page, style) : citeSafely(item.citation, style)
    return citation === undefined ? {} : { citation }
  })
}

/**
 * Formats a chunk of works and citations, in a worker thread that `format-references.ts` starts.
 *
 * @param task The items, and the citation style that all chunks share.
 * @returns What is written, in the order of the items.
 */
export default function formatChunk({
  chunk,
  shared,
}: {
  readonly chunk: readonly FormatItem[]
  readonly shared: CitationStyle
}): Formatted[] {
  return formatItems(chunk, shared)
}
