/** Formatted references, kept from run to run: loading a style takes most of a second, and each work milliseconds. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { rememberReference } from '../corpus/bibliography.ts'
import { codeDigest } from './code-digest.ts'
import { keptFolder, ROOT, writeWhole } from './kept.ts'

/** Other code may format the same work otherwise. */
const keptSchema = z.object({ code: z.string(), references: z.record(z.string(), z.string()) })
type Kept = z.infer<typeof keptSchema>

const fileOf = (content: string): string => join(keptFolder(content), 'references.json')

/** From now on no page waits for what was formatted before. */
export function recallReferences(content: string): void {
  const { code, references } = readKept(fileOf(content))
  if (code === codeDigest(ROOT)) for (const [key, html] of Object.entries(references)) rememberReference(key, html)
}

export function keepReferences(content: string, references: Kept['references']): void {
  writeWhole(fileOf(content), JSON.stringify({ code: codeDigest(ROOT), references } satisfies Kept))
}

function readKept(file: string): Kept {
  try {
    return keptSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return { code: '', references: {} }
  }
}
