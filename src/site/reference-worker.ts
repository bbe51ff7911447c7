/** What a thread of `format-references.ts` runs. */
import { formatReference } from '../corpus/bibliography/reference.ts'
import type { CitationStyle } from '../corpus/model/citation-style.ts'
import type { Source } from '../corpus/model/source.ts'

export default function formatChunk({
  chunk,
  shared,
}: {
  readonly chunk: readonly Source[]
  readonly shared: CitationStyle
}): string[] {
  return chunk.map((source) => formatReference(source, shared))
}
