/**
 * Compares citations in the text with what Pandoc makes of the same lines, with the same works and styles. Prints the
 * table of `docs/bibliography.md`, and with `--record` writes what Pandoc gives as the right values of the tests.
 *
 * node scripts/compare-citations.ts [--record]
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { citedByUs, LINES, RECORDED, textOf, WORKS_FILE } from '../tests/support/citation-lines.ts'
import { APA } from '../src/corpus/bibliography/style.ts'
import type { CitationStyle } from '../src/corpus/model/citation-style.ts'
import { styleText } from '../src/corpus/bibliography/processor.ts'

/** The style that Pandoc uses where none is named: Chicago, author and date. */
const CHICAGO: CitationStyle = {
  name: 'chicago-author-date.csl',
  isNumeric: false,
  xml: pandoc(['--print-default-data-file=default.csl']),
}
const folder = mkdtempSync(join(tmpdir(), 'citations-'))
const recorded: Record<string, string[]> = {}
const rows: string[] = []
for (const [name, style] of Object.entries({ APA, Chicago: CHICAGO })) {
  const file = join(folder, `${name}.csl`)
  writeFileSync(file, styleText(style))
  const theirs = LINES.map((line) => citedByPandoc(line, file))
  if (style === APA) recorded[name] = theirs
  const ours = LINES.map((line) => citedByUs(line, style))
  const same = ours.filter((text, index) => text === theirs[index]).length
  rows.push('', `${name}: ${same} of ${LINES.length} lines are the same.`, '')
  rows.push('| line | Pandoc | here |', '| --- | --- | --- |')
  LINES.forEach((line, index) => {
    if (ours[index] !== theirs[index])
      rows.push(`| ${[`\`${line}\``, theirs[index], ours[index]].map(cell).join(' | ')} |`)
  })
}
rmSync(folder, { recursive: true })
if (process.argv.includes('--record')) writeFileSync(RECORDED, `${JSON.stringify(recorded, undefined, 2)}\n`)
console.log(rows.join('\n').trim())

function cell(text = ''): string {
  return text.replaceAll('|', '\\|')
}

/** Gives what Pandoc makes of a line, as text. */
function citedByPandoc(line: string, style: string): string {
  const options = ['--citeproc', `--csl=${style}`, `--bibliography=${WORKS_FILE}`, '-f', 'markdown', '-t', 'html']
  return textOf(pandoc([...options, '-M', 'suppress-bibliography=true'], `${line}\n`))
}

/** Runs Pandoc, and returns what it prints. */
function pandoc(options: readonly string[], input = ''): string {
  const { stdout, error } = spawnSync('pandoc', [...options], { input, encoding: 'utf8' })
  if (error !== undefined) throw new Error('Pandoc is not installed.', { cause: error })
  return stdout
}
