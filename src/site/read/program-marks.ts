/** Lists the files by which programs are known, and says how each of the programs reads line breaks. */
import type { Dialect, Program } from '../../corpus/site-config.ts'

/** A program, and the files that it leaves. */
export interface ProgramMarks {
  readonly program: Program
  /** Paths of files and folders. One of them is enough. */
  readonly marks: readonly string[]
}

/**
 * The files that programs leave. The first that is there decides: a garden that is published with Quartz or MkDocs is
 * often written in Obsidian, and the program in which it is written says how its links are meant.
 */
export const PROGRAM_MARKS: readonly ProgramMarks[] = [
  { program: 'dendron', marks: ['dendron.yml', 'dendron.code-workspace', '.dendron.ws'] },
  { program: 'logseq', marks: ['logseq/config.edn', 'logseq/metadata.edn'] },
  { program: 'obsidian', marks: ['.obsidian'] },
  { program: 'foam', marks: ['.foam', 'foam.json', '.vscode/foam.json', '.vscode/foam'] },
  { program: 'zettlr', marks: ['.ztr-directory'] },
  { program: 'quartz', marks: ['quartz.config.ts', 'quartz.config.js', 'quartz.layout.ts'] },
  { program: 'mkdocs', marks: ['mkdocs.yml', 'mkdocs.yaml'] },
  { program: 'docusaurus', marks: ['docusaurus.config.js', 'docusaurus.config.ts', 'docusaurus.config.mjs'] },
  { program: 'quarto', marks: ['_quarto.yml', '_quarto.yaml'] },
  { program: 'manubot', marks: ['manual-references.json', 'content/manual-references.json', 'citation-tags.tsv'] },
  { program: 'jekyll', marks: ['_config.yml', '_config.yaml'] },
  // What Hugo and mdBook write is plain Markdown as far as it is read here.
  { program: 'plain', marks: ['hugo.toml', 'config.toml', 'book.toml'] },
]

/** In these programs, a line break within a paragraph is shown as one. In all others, it is a space. */
const HARD_LINE_BREAKS = new Set<Program>(['obsidian', 'logseq', 'roam'])

/** Tells how a program reads line breaks, as far as no setting of it says otherwise. */
export const lineBreaksIn = (program: Program): Dialect['lineBreaks'] =>
  HARD_LINE_BREAKS.has(program) ? 'hard' : 'soft'
