/**
 * `npm run new -- note TITLE` writes the file of a new note, `inquiry`, `page`, `topic` or `source`. A note gets its source from
 * the bibliography (`--bib key`, `--doi`, `--arxiv`), and what it bears on with `--for INQUIRY --role supports`. A work
 * that the bibliography lacks is asked of the registries only with `--online`, and added to `references.bib`, as
 * `source` does. No file is ever overwritten.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { newKey } from '../corpus/bibliography/new-key.ts'
import { toBibtex } from '../corpus/bibliography/to-bibtex.ts'
import { inlineSource } from '../corpus/bibliography/source.ts'
import { namesIn } from '../corpus/link/link-cache.ts'
import { normalizeName } from '../corpus/link/names.ts'
import { resolveField } from '../corpus/link/resolve.ts'
import { basename } from '../corpus/names/file-path.ts'
import { NEW_KINDS, newEntry } from '../corpus/new-entry/new-entry.ts'
import { didYouMean, nearest } from '../corpus/suggest.ts'
import { ROLES, type Role } from '../corpus/vocabulary.ts'
import { Content } from '../site/content.ts'
import { clearProgress } from '../site/progress.ts'
import { assertContentFolder, contentFolder } from '../site/read/content-folder.ts'
import { UsageError } from '../site/usage-error.ts'
import { COMMANDS } from './commands.ts'
import { findWork, type FoundWork } from './new/find-work.ts'

const WHAT = [...NEW_KINDS, 'source'] as const

export default async function create(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args, options: COMMANDS.new.options, allowPositionals: true })
  const what = oneOf('Say what is new', positionals[0], WHAT)
  const given = positionals.slice(1).join(' ').trim()
  const folder = contentFolder()
  assertContentFolder(folder)
  const content = await Content.read(folder)
  clearProgress()
  const work = await findWork(content, values, values.online)
  if (what === 'source') {
    addSource(content, work, given)
    return
  }
  if (what !== 'note' && (work !== undefined || values.for !== undefined))
    throw new UsageError(`Only a note has a source and bears on an inquiry, and this is to be a new ${what}.`)
  const title = given || work?.source.title
  if (title === undefined) throw new UsageError(`Say its title: new ${what} "A title".`)
  const role = values.role === undefined ? undefined : oneOf('Say the role', values.role, ROLES)
  if (role !== undefined && values.for === undefined) throw new UsageError('Say with --for which inquiry has the role.')
  const inquiries = (values.for ?? []).map((name) => ({ inquiry: inquiryCalled(content, name), ...inRole(role) }))
  const entry = newEntry(
    {
      kind: what,
      title,
      inquiries,
      created: today(),
      isDraft: values.draft,
      ...(values.name !== undefined && { name: values.name }),
      ...(work !== undefined && { source: work.key }),
    },
    content.dialect,
  )
  refuseNamesake(content, entry.path)
  write(folder, entry.path, entry.text)
  if (work?.entry !== undefined) addToBibliography(folder, work.entry)
}

const inRole = (role: Role | undefined): { role?: Role } => (role === undefined ? {} : { role })

/** Returns the day, in the time of this computer. */
function today(): string {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

function oneOf<const T extends string>(asks: string, given: string | undefined, values: readonly T[]): T {
  const found = values.find((value) => value === given)
  if (found !== undefined) return found
  throw new UsageError(`${asks}: ${values.join(', ')}.${didYouMean(given && nearest(given, values))}`)
}

/** Returns the name by which a note names an inquiry: that of its file, or its path where others are called so. */
function inquiryCalled({ linkInput }: Content, name: string): string {
  const names = namesIn(linkInput)
  const found = resolveField(names, '', name, 'inquiry')
  if (found.type === 'ambiguous') throw new UsageError(`"${name}" may be ${found.candidates.join(' or ')}.`)
  if (found.type !== 'found') {
    const inquiries = linkInput.files.filter(({ kind }) => kind === 'inquiry').map(({ path }) => basename(path))
    throw new UsageError(`No inquiry is called "${name}".${didYouMean(nearest(basename(name), inquiries))}`)
  }
  const short = basename(found.path)
  return resolveField(names, '', short, 'inquiry').type === 'found' ? short : found.path
}

/** Refuses a name to which another entry answers, because every short link to it would be ambiguous. */
function refuseNamesake({ linkInput: { files } }: Content, path: string): void {
  const name = normalizeName(basename(path))
  const other = files.find((file) =>
    [basename(file.path), ...file.data.aliases].some((each) => normalizeName(each) === name),
  )
  if (other !== undefined)
    throw new UsageError(`${other.path} is called "${basename(path)}" already. Give another title, or a --name.`)
}

function write(folder: string, path: string, text: string): void {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  try {
    writeFileSync(file, text, { flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    throw new UsageError(`There is a file ${path} already. Give another title, or a --name.`)
  }
  console.log(`written  ${file}`)
}

/** Adds a work to the bibliography: the one that was found, or one of which only the title is known. */
function addSource({ folder, bibliography }: Content, work: FoundWork | undefined, title: string): void {
  if (work !== undefined && work.entry === undefined)
    throw new UsageError(`The bibliography has this work already. Its key is ${work.key}.`)
  if (work === undefined && title === '') throw new UsageError('Say its title, or --doi or --arxiv with --online.')
  const source = work?.source ?? inlineSource({ title, authors: [] })
  const key = work?.key ?? newKey(source.csl, bibliography.keys)
  addToBibliography(folder, work?.entry ?? toBibtex({ ...source, key }))
  console.log(`key      ${key}`)
}

/** Adds an entry at the end of `references.bib`. What is there stays as it is. */
function addToBibliography(folder: string, entry: string): void {
  const file = join(folder, 'references.bib')
  const before = existsSync(file) ? readFileSync(file, 'utf8') : ''
  appendFileSync(file, (before === '' ? '' : before.endsWith('\n') ? '\n' : '\n\n') + entry)
  console.log(`added to ${file}`)
}
