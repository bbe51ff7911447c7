/** Runs Pandoc on files of Org. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { withoutMarks } from '../../corpus/import/org-links.ts'
import type { Converted } from '../../corpus/import/org-roam.ts'
import type { Document } from '../../corpus/vocabulary.ts'
import { ROOT } from '../../site/cache/folders.ts'
import { UsageError } from '../../site/usage-error.ts'

/** The commands may run from bundled code, which is in another folder. */
const FILTER = join(ROOT, 'src/cli/import/org-roam.lua')

/** What every program that reads Markdown knows, and no forms of Pandoc's own. */
const MARKDOWN = [
  'markdown',
  ...['smart', 'raw_attribute', 'fenced_divs', 'bracketed_spans', 'native_divs', 'native_spans'],
  ...['header_attributes', 'fenced_code_attributes', 'inline_code_attributes', 'link_attributes'],
  ...['simple_tables', 'multiline_tables', 'grid_tables', 'superscript', 'subscript'],
].join('-')

/** A sandbox keeps files from including others of the disk. */
const ARGS = ['-f', 'org', '-t', MARKDOWN, '--sandbox', '--wrap=none', '--markdown-headings=atx', '-L', FILTER]

/** The milliseconds after which a file is given up. */
const PATIENCE = 60_000
const AT_ONCE = 4

/** What came of files: those that Pandoc converted, and sentences about the others. */
interface Conversion {
  readonly converted: readonly Converted[]
  readonly failed: readonly string[]
}

/**
 * Converts files of Org to Markdown with marked links.
 *
 * @returns Rejects with a `UsageError` where Pandoc is not installed.
 */
export async function convertOrg(files: readonly Document[]): Promise<Conversion> {
  const converted: (Converted | string)[] = []
  const rest = [...files.entries()]
  const work = async (): Promise<void> => {
    for (let next = rest.shift(); next !== undefined; next = rest.shift()) converted[next[0]] = await convert(next[1])
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return {
    converted: converted.filter((each) => typeof each !== 'string'),
    failed: converted.filter((each) => typeof each === 'string'),
  }
}

function convert(document: Document): Promise<Converted | string> {
  return new Promise((resolve, reject) => {
    const pandoc = spawn('pandoc', ARGS, { stdio: ['pipe', 'pipe', 'pipe'] })
    // With Node's own option, a program that is not there keeps the timer.
    const timer = setTimeout(() => pandoc.kill(), PATIENCE)
    const parts: Buffer[] = []
    let said = ''
    pandoc.stdout.on('data', (part: Buffer) => parts.push(part))
    pandoc.stderr.on('data', (part: Buffer) => (said += part.toString()))
    pandoc.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer)
      reject(error.code === 'ENOENT' ? new UsageError(NOT_INSTALLED) : error)
    })
    pandoc.on('close', (code) => {
      clearTimeout(timer)
      if (code === 0) resolve({ ...document, markdown: Buffer.concat(parts).toString('utf8') })
      else resolve(`Pandoc cannot convert ${document.path}: ${said.trim().split('\n')[0] || 'it took too long'}.`)
    })
    // A process that ended early reads no more.
    pandoc.stdin.on('error', () => undefined)
    pandoc.stdin.end(withoutMarks(document.text))
  })
}

const NOT_INSTALLED =
  'Notes of Org are converted by Pandoc, which is not installed. Install it from https://pandoc.org and run this again.'
