/** Formatted references, kept from run to run: loading a style takes most of a second, and each work takes milliseconds. */
import { z } from 'zod'
import { styleId } from '../../corpus/bibliography/style.ts'
import type { CitationStyle } from '../../corpus/model/citation-style.ts'
import type { CacheEntry } from './store.ts'

/** References as HTML by the keys of their works, as `referenceKey` gives them. Another style formats the same work otherwise. */
export const referencesCacheEntry = (style: CitationStyle): CacheEntry<Readonly<Record<string, string>>> => ({
  name: 'references.json',
  schema: z.record(z.string(), z.string()),
  dependsOn: styleId(style),
})
