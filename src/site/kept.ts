/** What is kept of a content folder from run to run, whatever is made of it. All of it can be thrown away. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { digest } from './digest.ts'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** @param content The content folder's absolute path: each has its own. */
export const keptFolder = (content: string): string =>
  join(ROOT, 'node_modules/.astro', `throughline-kept-${digest(content).slice(0, 12)}`)

/** Whole or not at all, whenever the process is ended. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.${process.pid}.new`, content)
  renameSync(`${file}.${process.pid}.new`, file)
}
