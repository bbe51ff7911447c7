/** Makes files of other formats of a paper in Markdown, with Pandoc. */
import { runPandoc } from '../pandoc.ts'
import { UsageError } from '../../site/usage-error.ts'
import type { BibliographyFormat } from '../../corpus/paper/bibliography.ts'
import type { PaperFormat } from './formats.ts'

/** What is converted. */
interface Conversion {
  readonly format: Exclude<PaperFormat, 'md'>
  readonly bibliography: BibliographyFormat
  /** The folder in which the paper and all that it names are. */
  readonly folder: string
  /** The name of the paper in that folder. */
  readonly paper: string
  /** The path of the file that is written, as an absolute path. */
  readonly out: string
}

/**
 * Converts a paper.
 *
 * @returns What Pandoc has to say, line by line. Rejects with a `UsageError` where it is not installed or fails.
 */
export async function convert({ format, bibliography, folder, paper, out }: Conversion): Promise<string[]> {
  // With a BibTeX file, LaTeX makes the references itself, in the style of a journal.
  const citations = format === 'latex' && bibliography === 'bib' ? '--biblatex' : '--citeproc'
  const args = ['-f', 'markdown', '-t', format, '--standalone', citations, '-o', out, paper]
  const { code, said } = await runPandoc(args, { cwd: folder, notInstalled: NOT_INSTALLED })
  if (code !== 0) throw new UsageError(`Pandoc cannot write ${out}: ${said || 'it took too long'}.`)
  return said === '' ? [] : said.split('\n')
}

const NOT_INSTALLED =
  'Pandoc makes files of Word, LaTeX and JATS, and it is not installed. Install it from https://pandoc.org, or write ' +
  'Markdown with --to md, which Pandoc converts elsewhere.'
