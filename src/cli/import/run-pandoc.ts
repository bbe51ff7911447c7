/** Runs Pandoc on files of Org. */
import { join } from 'node:path'
import { withoutMarks } from '../../corpus/import/org-links.ts'
import type { Converted } from '../../corpus/import/org-roam.ts'
import type { Document } from '../../corpus/vocabulary.ts'
import { ROOT } from '../../site/cache/folders.ts'
import { runPandoc } from '../pandoc.ts'

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

async function convert(document: Document): Promise<Converted | string> {
  const { code, output, said } = await runPandoc(ARGS, {
    input: withoutMarks(document.text),
    notInstalled: NOT_INSTALLED,
  })
  if (code === 0) return { ...document, markdown: output }
  return `Pandoc cannot convert ${document.path}: ${said.split('\n')[0] || 'it took too long'}.`
}

const NOT_INSTALLED =
  'Notes of Org are converted by Pandoc, which is not installed. Install it from https://pandoc.org and run this again.'
