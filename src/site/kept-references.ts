/** Formatted references, kept from run to run: loading a style takes most of a second, and each work milliseconds. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { rememberReference } from '../corpus/bibliography/reference.ts'
import { styleId, type CitationStyle } from '../corpus/bibliography/style.ts'
import { codeDigest } from './code-digest.ts'
import { digest } from './digest.ts'
import { keptFolder, ROOT, writeWhole } from './kept.ts'

/** Other code, or another style, may format the same work otherwise. */
const keptSchema = z.object({ maker: z.string(), references: z.record(z.string(), z.string()) })
type Kept = z.infer<typeof keptSchema>

const fileOf = (content: string): string => join(keptFolder(content), 'references.json')
const makerOf = (style: CitationStyle): string => digest([codeDigest(ROOT), styleId(style)])

/** From now on no page waits for what was formatted before. */
export function recallReferences(content: string, style: CitationStyle): void {
  const { maker, references } = readKept(fileOf(content))
  if (maker !== makerOf(style)) return
  for (const [key, html] of Object.entries(references)) rememberReference(key, html, style)
}

export function keepReferences(content: string, style: CitationStyle, references: Kept['references']): void {
  writeWhole(fileOf(content), JSON.stringify({ maker: makerOf(style), references } satisfies Kept))
}

function readKept(file: string): Kept {
  try {
    return keptSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return { maker: '', references: {} }
  }
}
