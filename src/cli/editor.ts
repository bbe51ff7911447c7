/**
 * `throughline editor vscode` sets VS Code up for the site, in the folder in which it runs: JSON Schemas, settings,
 * recommended extensions and snippets. `throughline editor obsidian` sets Obsidian up, in the vault: templates, and the
 * types of properties.
 *
 * Both add what is not there and change nothing that is, so they may run again after an update. Only the JSON Schemas
 * are written anew.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { parseArgs } from 'node:util'
import { didYouMean, nearest } from '../corpus/suggest.ts'
import { contentFolder } from '../site/read/content-folder.ts'
import { UsageError } from '../site/usage-error.ts'
import { writeAtomically } from '../site/write-atomically.ts'
import { COMMANDS } from './commands.ts'
import { declaredBySite } from './editor/declared-by-site.ts'
import type { EditorFile } from './editor/editor-file.ts'
import { withAdditions } from './editor/with-additions.ts'
import { obsidianFiles, vaultFolder } from './editor/obsidian.ts'
import { vscodeFiles } from './editor/vscode.ts'

const EDITORS = ['vscode', 'obsidian']

export default async function editor(args: string[]): Promise<void> {
  const [name, ...rest] = parseArgs({ args, options: COMMANDS.editor.options, allowPositionals: true }).positionals
  if ((name !== 'vscode' && name !== 'obsidian') || rest.length > 0)
    throw new UsageError(`Say which editor: vscode or obsidian.${didYouMean(name && nearest(name, EDITORS))}`)
  const folder = name === 'vscode' ? process.cwd() : vaultFolder(contentFolder())
  const files =
    name === 'vscode'
      ? vscodeFiles(relative(folder, contentFolder()).split(sep).join('/'), await declaredBySite())
      : obsidianFiles(folder)
  for (const file of files) console.log(`${write(folder, file)} ${fromHere(join(folder, file.path))}`)
}

/** Returns a path from the folder in which the command runs, with slashes on every system. */
const fromHere = (file: string): string => relative(process.cwd(), file).split(sep).join('/')

/** Writes a file, and says what was done. */
function write(folder: string, { path, text, adds, isOurs }: EditorFile): string {
  const file = join(folder, path)
  const before = existsSync(file) ? readFileSync(file, 'utf8') : undefined
  const after = before === undefined || isOurs ? text : adds === undefined ? before : withAdditions(before, adds)
  if (after === undefined) return 'is no JSON, so it stays:'
  if (after === before) return 'stays'
  writeAtomically(file, after)
  return before === undefined ? 'wrote' : 'changed'
}
