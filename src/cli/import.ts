/**
 * `npm run import -- FILE` makes a file of each page of a graph that Roam exports as JSON and of each note of org-roam
 * (`.org`, or a folder of them), and a draft of a note of each annotation in an export of Zotero: JSON of Better BibTeX or of
 * its API, or a note as Markdown, for which `--bib` says the work. `--zotero` asks the Zotero that runs on this computer
 * instead. Works in BibTeX or CSL-JSON are added to the bibliography. Importing again adds what is new and loses nothing
 * that a writer changed. `--dry-run` only says what would be written. `import obsidian FOLDER` and `import logseq FOLDER` copy
 * a vault into the site.
 */
import { mkdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { planImport, type ImportPlan } from '../corpus/import/annotation-notes.ts'
import { mergeFiles, type Merged } from '../corpus/import/merge-files.ts'
import type { RoamGraph } from '../corpus/import/roam-json.ts'
import { readZoteroJson } from '../corpus/import/zotero-json.ts'
import { Content } from '../site/content.ts'
import { clearProgress } from '../site/progress.ts'
import { contentFolder } from '../site/read/content-folder.ts'
import { UsageError } from '../site/usage-error.ts'
import { count } from '../site/report.ts'
import { COMMANDS } from './commands.ts'
import { askZotero } from './import/ask-zotero.ts'
import { importVault, PROGRAMS } from './import/import-vault.ts'
import { importWorks } from './import/import-works.ts'
import { readImported, reportKept, writeMerged } from './import/imported-file.ts'
import { readExports } from './import/read-exports.ts'
import { copyAttachments, mayBeOrg, readOrg } from './import/read-org.ts'

export default async function importFiles(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args, options: COMMANDS.import.options, allowPositionals: true })
  if (positionals.length === 0 && !values.zotero)
    throw new UsageError('Name a file that Zotero exported, or write --zotero to ask the Zotero that runs here.')
  const folder = contentFolder()
  mkdirSync(folder, { recursive: true })
  const program = PROGRAMS.find((each) => each === positionals[0])
  if (program !== undefined) {
    await importVault(program, positionals.slice(1), folder, values)
    return
  }
  const org = await readOrg(positionals.filter(mayBeOrg))
  const exported = readExports(
    positionals.filter((each) => !mayBeOrg(each)),
    values.bib,
  )
  const graphs = [...exported.graphs, ...org]
  const read = [...exported.annotations, ...(values.zotero ? [readZoteroJson(await askZotero())] : [])]
  let content = await Content.read(folder)
  const works = importWorks(content, exported.works, values['dry-run'])
  // Annotations may be of works that were added now.
  if (works.some(({ added }) => added.length > 0)) content = await Content.read(folder)
  clearProgress()
  const annotations = planImport({
    annotations: read.flatMap((each) => each.annotations),
    files: content.parsed,
    bibliography: content.bibliography,
    dialect: content.dialect,
    imported: readImported(folder),
  })
  const plan = withGraphs(annotations, graphs, content)
  if (!values['dry-run']) writeMerged(folder, plan)
  report(plan, [...works, ...graphs, ...read], values['dry-run'])
  for (const path of copyAttachments(org, folder, values['dry-run']))
    console.log(`${values['dry-run'] ? 'would copy' : 'copied'}  ${path}`)
  const found = read.flatMap((each) => each.annotations).length
  const pages = graphs.flatMap((each) => each.pages).length
  const counted = [
    ...(works.length > 0 ? [count(works.flatMap(({ added }) => added).length, 'new work')] : []),
    ...(pages > 0 ? [count(pages, 'page')] : []),
    ...(found > 0 || read.length > 0 ? [count(found, 'annotation')] : []),
  ]
  console.error(`${counted.join(', ')}, ${plan.written.length} ${values['dry-run'] ? 'to write' : 'written'}.`)
}

/** Adds the pages of graphs to what is imported. */
function withGraphs(plan: ImportPlan, graphs: readonly Pick<RoamGraph, 'pages'>[], { parsed }: Content): ImportPlan {
  const byPath = new Map(parsed.map((file) => [file.path, file]))
  const made = graphs.flatMap(({ pages }) =>
    pages.map((page) => ({
      ...page,
      there: page.key in plan.imported ? byPath.get(page.document.path) : undefined,
    })),
  )
  const merged: Merged = mergeFiles(made, parsed, plan.imported)
  return {
    ...merged,
    written: [...plan.written, ...merged.written],
    kept: [...plan.kept, ...merged.kept],
    removed: plan.removed + merged.removed,
    unknownWorks: plan.unknownWorks,
  }
}

/** Prints what was written, and what could not be carried. */
function report(plan: ImportPlan, read: readonly { readonly left: readonly string[] }[], isDry: boolean): void {
  const { written, unknownWorks } = plan
  for (const { path } of written) console.log(`${isDry ? 'would write' : 'written'}  ${path}`)
  reportKept(plan)
  for (const sentence of read.flatMap(({ left }) => left)) console.error(sentence)
  for (const work of unknownWorks)
    console.error(`The bibliography lacks ${work}, so its notes have no source. Export it to references.bib.`)
}
