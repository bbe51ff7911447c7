import { z } from 'zod'
import { styleId } from '../../corpus/bibliography/style.ts'
import type { CitationStyle } from '../../corpus/model/citation-style.ts'
import type { CacheEntry } from './store.ts'

/**
 * Returns the cache entry for the references in one citation style: their HTML, by the keys that `referenceKey` gives
 * to the works. They are stored because loading a style takes most of a second, and formatting a work takes
 * milliseconds.
 */
export const referencesCacheEntry = (style: CitationStyle): CacheEntry<Readonly<Record<string, string>>> => ({
  name: 'references.json',
  schema: z.record(z.string(), z.string()),
  dependsOn: styleId(style),
})
