import { z } from 'zod'
import { styleId } from '../../corpus/bibliography/style.ts'
import type { CitationStyle } from '../../corpus/model/citation-style.ts'
import type { FormattedTexts } from '../format-references.ts'
import type { CacheEntry } from './store.ts'

/**
 * Returns the cache entry for the references and citations in one citation style: their HTML, by the keys that
 * `referenceKey` and `citationKey` give to them. They are stored because loading a style takes most of a second, and
 * formatting a work takes milliseconds.
 */
export const referencesCacheEntry = (style: CitationStyle): CacheEntry<FormattedTexts> => ({
  name: 'references.json',
  schema: z.object({ references: z.record(z.string(), z.string()), citations: z.record(z.string(), z.string()) }),
  dependsOn: styleId(style),
})
