/**
 * Compares references and citations in many languages with what Pandoc makes of the same works, in Chicago's style of
 * author and date, and prints the table of `docs/bibliography.md`. With `--differences` it prints what is not the same.
 *
 * node scripts/compare-languages.ts [--differences]
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withoutLinkMarks } from '../src/corpus/bibliography/citation-marks.ts'
import { KnownReferences } from '../src/corpus/bibliography/reference-formatter.ts'
import { toSource } from '../src/corpus/bibliography/source.ts'
import type { CitationStyle } from '../src/corpus/model/citation-style.ts'
import type { Csl } from '../src/corpus/model/csl.ts'
import { textOf } from '../tests/support/citation-lines.ts'
import { LANGUAGES, worksIn } from '../tests/support/citation-languages.ts'

const folder = mkdtempSync(join(tmpdir(), 'languages-'))
const style: CitationStyle = {
  name: 'chicago-author-date.csl',
  isNumeric: false,
  xml: pandoc(['--print-default-data-file=default.csl']),
}
const styleFile = join(folder, style.name)
writeFileSync(styleFile, style.xml!)
const references = new KnownReferences(style)
const differences: string[] = []
console.log('| language | the same as Pandoc |\n| --- | --- |')
for (const language of LANGUAGES) {
  const works = worksIn(language)
  const pairs = works.flatMap((work) => zipped(byPandoc(work, language), byUs(work, language)))
  const other = pairs.filter(([theirs, ours]) => theirs !== ours)
  differences.push(...other.map(([theirs, ours]) => `${language}\n  Pandoc: ${theirs}\n  here:   ${ours}`))
  console.log(`| ${language} | ${pairs.length - other.length} of ${pairs.length} |`)
}
rmSync(folder, { recursive: true })
if (process.argv.includes('--differences')) console.log(differences.join('\n'))

/** Gives a citation of a work and its reference. */
function byUs(work: Csl, language: string): [string, string] {
  const source = toSource(String(work['id']), work)
  const cited = references.cite({ language, isNarrative: false, cites: [{ source, prefix: '', suffix: '' }] })
  return [textOf(withoutLinkMarks(cited ?? '')), textOf(references.format({ source, language }))]
}

function byPandoc(work: Csl, language: string): [string, string] {
  const file = join(folder, 'works.json')
  writeFileSync(file, JSON.stringify([work]))
  const options = ['--citeproc', `--csl=${styleFile}`, `--bibliography=${file}`, '-M', `lang=${language}`]
  const html = pandoc([...options, '-f', 'markdown', '-t', 'html'], `[@${String(work['id'])}]\n`)
  const [cited = '', reference = ''] = html.split('<div id="refs"')
  return [textOf(cited), textOf(`<div ${reference}`)]
}

/** Runs Pandoc, and returns what it prints. */
function pandoc(options: readonly string[], input = ''): string {
  const { stdout, error } = spawnSync('pandoc', [...options], { input, encoding: 'utf8' })
  if (error !== undefined) throw new Error('Pandoc is not installed.', { cause: error })
  return stdout
}

function zipped(theirs: readonly string[], ours: readonly string[]): [string, string][] {
  return theirs.map((text, index) => [text, ours[index] ?? ''])
}
