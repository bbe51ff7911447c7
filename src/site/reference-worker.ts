import { formatAllSafely, type FormattedReference } from '../corpus/bibliography/reference.ts'
import type { CitationStyle } from '../corpus/model/citation-style.ts'
import type { Source } from '../corpus/model/source.ts'

/**
 * Formats a chunk of works, in a worker thread that `format-references.ts` starts.
 *
 * @param task The works, and the citation style that all chunks share.
 * @returns The references, in the order of the works.
 */
export default function formatChunk({
  chunk,
  shared,
}: {
  readonly chunk: readonly Source[]
  readonly shared: CitationStyle
}): FormattedReference[] {
  return formatAllSafely(chunk, shared)
}
