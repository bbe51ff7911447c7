/**
 * `npm run import -- FILE` makes a draft of a note of each annotation in an export of Zotero: JSON of Better BibTeX or of
 * its API, or a note as Markdown, for which `--bib` says the work. `--zotero` asks the Zotero that runs on this computer
 * instead. Importing again adds what is new and loses nothing that a writer changed. `--dry-run` only says what would
 * be written.
 */
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { ReadAnnotations } from '../corpus/import/annotation.ts'
import { planImport, type Imported, type ImportPlan } from '../corpus/import/annotation-notes.ts'
import { readZoteroJson } from '../corpus/import/zotero-json.ts'
import { readZoteroMarkdown } from '../corpus/import/zotero-markdown.ts'
import { Content } from '../site/content.ts'
import { clearProgress } from '../site/progress.ts'
import { contentFolder, readDocument, toDiskPath } from '../site/read/content-folder.ts'
import { UsageError } from '../site/usage-error.ts'
import { writeAtomically } from '../site/write-atomically.ts'
import { COMMANDS } from './commands.ts'
import { askZotero } from './import/ask-zotero.ts'

/** The file in the content folder that says how each note was when it was last imported. */
export const IMPORTED_FILE = 'zotero.lock.json'

export default async function importAnnotations(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args, options: COMMANDS.import.options, allowPositionals: true })
  if (positionals.length === 0 && !values.zotero)
    throw new UsageError('Name a file that Zotero exported, or write --zotero to ask the Zotero that runs here.')
  const folder = contentFolder()
  mkdirSync(folder, { recursive: true })
  const read = [
    ...positionals.map((file) => readExport(file, values.bib)),
    ...(values.zotero ? [readZoteroJson(await askZotero())] : []),
  ]
  const content = await Content.read(folder)
  clearProgress()
  const plan = planImport({
    annotations: read.flatMap(({ annotations }) => annotations),
    files: content.parsed,
    bibliography: content.bibliography,
    dialect: content.dialect,
    imported: readImported(folder),
  })
  if (!values['dry-run']) writePlan(folder, plan)
  report(plan, read, values['dry-run'])
}

function readExport(file: string, bib: string | undefined): ReadAnnotations {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new UsageError(`There is no file ${file}.`)
  }
  return /\.json$/i.test(file) ? readZoteroJson(text) : readZoteroMarkdown(text, bib)
}

function readImported(folder: string): Imported {
  const text = readDocument(folder, IMPORTED_FILE)?.text
  if (text === undefined) return {}
  try {
    return (JSON.parse(text) as { readonly annotations?: Imported }).annotations ?? {}
  } catch {
    throw new UsageError(`${IMPORTED_FILE} is not JSON, so nobody can say what was imported. Mend it, or delete it.`)
  }
}

function writePlan(folder: string, { written, imported }: ImportPlan): void {
  if (written.length === 0) return
  for (const { path, text } of written) writeAtomically(toDiskPath(folder, path), text)
  writeAtomically(join(folder, IMPORTED_FILE), `${JSON.stringify({ annotations: imported }, null, 2)}\n`)
}

/** Prints what was written, and what could not be carried. */
function report(plan: ImportPlan, read: readonly ReadAnnotations[], isDry: boolean): void {
  const { written, kept, removed, unknownWorks } = plan
  for (const { path } of written) console.log(`${isDry ? 'would write' : 'written'}  ${path}`)
  for (const path of kept) console.error(`kept     ${path}: it was changed here and in Zotero.`)
  if (removed > 0) console.error(`Annotations whose notes were deleted here, which stay deleted: ${removed}.`)
  for (const sentence of read.flatMap(({ left }) => left)) console.error(sentence)
  for (const work of unknownWorks)
    console.error(`The bibliography lacks ${work}, so its notes have no source. Export it to references.bib.`)
  const found = read.reduce((sum, { annotations }) => sum + annotations.length, 0)
  console.error(`${found} annotations, ${written.length} ${isDry ? 'to write' : 'written'}.`)
}
