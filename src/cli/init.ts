/**
 * `throughline init` makes the folder in which it runs ready to be a site. It asks three questions, or none with
 * `--yes`. What is there stays as it is: nothing is ever overwritten. A `site.yaml` without the address of the site or its
 * host gets them.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { PROJECT } from '../site/cache/folders.ts'
import { contentFolder } from '../site/read/content-folder.ts'
import { listFiles } from '../site/read/list-files.ts'
import { writeAtomically } from '../site/write-atomically.ts'
import { COMMANDS } from './commands.ts'
import { addSettings } from './init/add-settings.ts'
import { askFor } from './init/answers.ts'
import { filesFor, type SiteFiles } from './init/files.ts'
import { manifestText } from './init/manifest.ts'

export default async function init(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: COMMANDS.init.options })
  const content = contentFolder()
  const hasNotes = listFiles(content).markdown.length > 0
  const answers = await askFor(values)
  // A folder that has notes is taken as it is. A new one gets a folder for them.
  const { files, settings } = await filesFor(answers, hasNotes ? content : join(PROJECT, 'content'), hasNotes)
  say(writeManifest(), 'package.json')
  for (const [path, text] of Object.entries(files))
    if (path === settings.path && existsSync(join(PROJECT, path))) complete(settings)
    else say(write(path, text), path)
  console.log(`\nNext: ${next()}`)
}

const say = (isWritten: boolean, path: string): void => console.log(`${isWritten ? 'written' : 'kept   '}  ${path}`)

/** Adds what is known now to a `site.yaml` that is there and does not say it. */
function complete({ path, additions }: SiteFiles['settings']): void {
  const file = join(PROJECT, path)
  const before = readFileSync(file, 'utf8')
  const { text, kept } = addSettings(before, additions)
  if (text !== before) writeAtomically(file, text)
  console.log(`${text === before ? 'kept   ' : 'changed'}  ${[path, ...kept].join('. ')}`)
}

/** Writes `package.json`, and tells whether it did: one that somebody wrote stays as it is. */
function writeManifest(): boolean {
  const text = manifestText()
  if (text !== undefined) writeAtomically(join(PROJECT, 'package.json'), text)
  return text !== undefined
}

/** Names the command that shows the site. A `package.json` that was there may have no script for it. */
function next(): string {
  const hasScript = /"dev"\s*:\s*"throughline dev"/.test(readFileSync(join(PROJECT, 'package.json'), 'utf8'))
  if (!hasScript) return 'npx throughline dev'
  return `${existsSync(join(PROJECT, 'node_modules/throughline')) ? '' : 'npm install, then '}npm run dev`
}

/** Writes a file of the site, and tells whether it did: one that is there stays as it is. */
function write(path: string, text: string): boolean {
  const file = join(PROJECT, path)
  mkdirSync(dirname(file), { recursive: true })
  try {
    writeFileSync(file, text, { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}
