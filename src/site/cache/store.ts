/** What is kept of a content folder from run to run, whatever is made of it. All of it can be thrown away. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { z } from 'zod'
import { codeDigest } from './code-digest.ts'
import { digest } from './digest.ts'

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

/** @param content The content folder's absolute path: each has its own. */
export const keptFolder = (content: string): string =>
  join(ROOT, 'node_modules/.astro', `throughline-kept-${digest(content).slice(0, 12)}`)

/** Whole or not at all, whenever the process is ended. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.${process.pid}.new`, content)
  renameSync(`${file}.${process.pid}.new`, file)
}

/** What is worth keeping, by its name: how it is read again, and what it depends on besides the code. */
export interface Keeping<T> {
  readonly name: string
  readonly schema: z.ZodType<T>
  readonly dependsOn: unknown
}

/** Undefined where nothing was kept, or other code or something else would make it otherwise. */
export function recall<T>(content: string, { name, schema, dependsOn }: Keeping<T>): T | undefined {
  try {
    const kept = JSON.parse(readFileSync(join(keptFolder(content), name), 'utf8')) as { maker: string; value: unknown }
    return kept.maker === makerOf(dependsOn) ? schema.parse(kept.value) : undefined
  } catch {
    return undefined
  }
}

export function keep<T>(content: string, { name, dependsOn }: Keeping<T>, value: T): void {
  writeWhole(join(keptFolder(content), name), JSON.stringify({ maker: makerOf(dependsOn), value }))
}

const makerOf = (dependsOn: unknown): string => digest([codeDigest(ROOT), dependsOn])
