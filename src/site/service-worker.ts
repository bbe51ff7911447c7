/** Makes the files by which browsers keep a site for reading without a connection. */
import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { escapeHtml } from '../corpus/escape-html.ts'
import type { Settings } from '../corpus/site-config.ts'
import { wordsFor } from '../corpus/words/words.ts'
import type { AlternateFile } from './alternate.ts'
import { ROOT } from './cache/folders.ts'

/** The script that runs beside the pages, as a path in the site. */
export const SERVICE_WORKER = 'service-worker.js'
/** The script that says which build this is, and which files the search needs. */
export const OFFLINE_FILES = 'offline-files.js'

/** Returns the service worker, where the site has one. */
export function serviceWorkerFiles({ offline, language }: Settings): AlternateFile[] {
  if (!offline) return []
  const { heading, text } = wordsFor(language).offline
  const words = JSON.stringify({ heading: escapeHtml(heading), text: escapeHtml(text) })
  const script = (): string => readFileSync(join(ROOT, 'src/client', SERVICE_WORKER), 'utf8')
  return [{ address: `/${SERVICE_WORKER}`, content: () => `self.words = ${words}\n${script()}` }]
}

/**
 * Writes what the service worker has to know of a build. Where any byte of the site changes, so does its version.
 *
 * @param files All other files of the site, each with the path at which it can be read now.
 */
export function offlineFiles(files: ReadonlyMap<string, string>): string {
  const sorted = [...files].filter(([file]) => file !== OFFLINE_FILES).sort(([one], [other]) => (one < other ? -1 : 1))
  const digests = sorted.map(([file, path]) => `${file} ${hash('sha256', readFileSync(path))}\n`)
  const version = hash('sha256', digests.join('')).slice(0, 16)
  const index = sorted.flatMap(([file]) => (file.startsWith('pagefind/') ? [file] : []))
  return `self.files = ${JSON.stringify({ version, index })}\n`
}
