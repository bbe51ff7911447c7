/** Formatted references, kept from run to run: loading a style takes most of a second, and each work milliseconds. */
import { z } from 'zod'
import { rememberReference } from '../../corpus/bibliography/reference.ts'
import { styleId } from '../../corpus/bibliography/style.ts'
import type { References } from '../format-references.ts'
import { keep, recall, type Keeping } from './store.ts'
import type { CitationStyle } from '../../corpus/model/citation-style.ts'

/** Another style formats the same work otherwise. */
const keeping = (style: CitationStyle): Keeping<References> => ({
  name: 'references.json',
  schema: z.record(z.string(), z.string()),
  dependsOn: styleId(style),
})

/** From now on no page waits for what was formatted before. */
export function recallReferences(content: string, style: CitationStyle): void {
  const references = recall(content, keeping(style)) ?? {}
  for (const [key, html] of Object.entries(references)) rememberReference(key, html, style)
}

export const keepReferences = (content: string, style: CitationStyle, references: References): void =>
  keep(content, keeping(style), references)
