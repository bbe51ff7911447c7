/**
 * `npm run rename -- OLD NEW` gives an entry or a topic another name and rewrites every link to it, in all files. Where
 * an entry had an address, a page there leads on to the new one; `--no-redirect` leaves that out.
 *
 * `--dry-run` changes nothing and prints what would change, as a diff. `--json` prints it for another program. It exits
 * with 1 where it refuses, and then nothing is changed.
 */
import { parseArgs } from 'node:util'
import type { Renaming } from '../corpus/rename/rename-entry.ts'
import { hunksOf } from '../corpus/rename/text-edits.ts'
import type { FilePath } from '../corpus/vocabulary.ts'
import { Content } from '../site/content.ts'
import { clearProgress } from '../site/progress.ts'
import { assertContentFolder, contentFolder, readDocument } from '../site/read/content-folder.ts'
import { count } from '../site/report.ts'
import { UsageError } from '../site/usage-error.ts'
import { changeFiles } from '../site/write/change-files.ts'
import { COMMANDS } from './commands.ts'
import { planRenaming } from './rename/plan.ts'

export default async function rename(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    options: COMMANDS.rename.options,
    allowNegative: true,
    allowPositionals: true,
  })
  const [written, wanted, ...rest] = positionals
  if (!written || !wanted || rest.length > 0)
    throw new UsageError('Say what to rename, and its new name: rename OLD NEW. Put names with blanks into quotes.')
  const folder = contentFolder()
  assertContentFolder(folder)
  const content = await Content.read(folder)
  const made = planRenaming(content, written, wanted, values.redirect)
  clearProgress()
  if ('refused' in made) {
    for (const reason of made.refused) console.error(reason)
    console.error('Nothing was changed.')
    process.exitCode = 1
    return
  }
  const texts = new Map(content.parsed.map(({ path, text }) => [path, text]))
  const textOf = (path: FilePath): string => texts.get(path) ?? readDocument(folder, path)?.text ?? ''
  if (!values['dry-run']) changeFiles(folder, made, textOf)
  console.log(values.json ? asJson(made) : values['dry-run'] ? diffOf(made, textOf) : movesOf(made))
  for (const remark of made.remarks) console.error(remark)
  console.error(summary(made, values['dry-run']))
}

type Made = Exclude<Renaming, { readonly refused: readonly string[] }>

const asJson = ({ moves, edits, remarks }: Made): string =>
  JSON.stringify({ moves, edits: Object.fromEntries(edits), remarks }, null, 2)

const movesOf = ({ moves, edits }: Made): string =>
  [...moves.map(({ from, to }) => `${from} → ${to}`), ...[...edits.keys()].map((path) => `changed ${path}`)].join('\n')

/** Writes what changes as git writes it, without lines around. */
function diffOf({ moves, edits }: Made, textOf: (path: FilePath) => string): string {
  const paths = new Set([...moves.map(({ from }) => from), ...edits.keys()])
  return [...paths]
    .flatMap((path) => {
      const to = moves.find(({ from }) => from === path)?.to ?? path
      const hunks = hunksOf(textOf(path), edits.get(path) ?? [])
      return [
        `diff --git a/${path} b/${to}`,
        ...(to === path ? [] : [`rename from ${path}`, `rename to ${to}`]),
        ...(hunks.length === 0 ? [] : [`--- a/${path}`, `+++ b/${to}`, ...hunks]),
      ]
    })
    .join('\n')
}

function summary({ moves, edits }: Made, isDry: boolean): string {
  const places = [...edits.values()].reduce((sum, each) => sum + each.length, 0)
  const verb = isDry ? 'would change' : 'changed'
  return `${count(moves.length, 'file')} moved, ${count(places, 'place')} in ${count(edits.size, 'file')} ${verb}.`
}
