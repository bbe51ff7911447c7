/** Finds out for which program a content folder was written, by the files that the program leaves in it. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Program } from '../../corpus/site-config.ts'

/** The program for which a folder was written, and the file that shows it. */
export interface SeenProgram {
  readonly program: Program
  /** The path of the file or folder that the program left, or the setting that names the program. */
  readonly mark: string
}

/**
 * The files that programs leave. The first that is there decides: a garden that is published with Quartz or MkDocs is
 * often written in Obsidian, and the program in which it is written says how its links are meant.
 */
const MARKS: readonly (readonly [Program, readonly string[]])[] = [
  ['dendron', ['dendron.yml', 'dendron.code-workspace', '.dendron.ws']],
  ['logseq', ['logseq/config.edn', 'logseq/metadata.edn']],
  ['obsidian', ['.obsidian']],
  ['foam', ['.foam', '.vscode/foam.json', '.vscode/foam']],
  ['zettlr', ['.ztr-directory']],
  ['quartz', ['quartz.config.ts', 'quartz.config.js', 'quartz.layout.ts']],
  ['mkdocs', ['mkdocs.yml', 'mkdocs.yaml']],
  ['docusaurus', ['docusaurus.config.js', 'docusaurus.config.ts', 'docusaurus.config.mjs']],
  ['quarto', ['_quarto.yml', '_quarto.yaml']],
  ['manubot', ['manual-references.json', 'content/manual-references.json', 'citation-tags.tsv']],
  ['jekyll', ['_config.yml', '_config.yaml']],
]

/**
 * Returns the program for which a folder was written. Returns undefined where no program has left a mark.
 *
 * @param folder The content folder, as an absolute path.
 */
export function detectProgram(folder: string): SeenProgram | undefined {
  for (const [program, marks] of MARKS) {
    const mark = marks.find((path) => existsSync(join(folder, path)))
    if (mark !== undefined) return { program, mark }
  }
  return undefined
}
