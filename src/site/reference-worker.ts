/** What a thread of `format-references.ts` runs. */
import { formatReference } from '../corpus/bibliography.ts'
import type { Source } from '../corpus/model.ts'

export default function formatChunk({ chunk }: { readonly chunk: readonly Source[] }): string[] {
  return chunk.map(formatReference)
}
