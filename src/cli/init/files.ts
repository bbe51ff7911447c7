/** The files of a new site. */
import { existsSync, readFileSync } from 'node:fs'
import { basename, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PROJECT } from '../../site/cache/folders.ts'
import { filesIn, pathWithin } from '../../site/files-in.ts'
import { readSiteSettings } from '../../site/read/read-settings.ts'
import { repositoryOf, runGit } from '../../site/read/run-git.ts'
import type { Own } from '../../corpus/json-schema/own-fields.ts'
import { declaredBySite } from '../editor/declared-by-site.ts'
import { obsidianFiles, vaultFolder } from '../editor/obsidian.ts'
import { vscodeFiles } from '../editor/vscode.ts'
import type { Answers } from './answers.ts'
import type { Additions } from './add-settings.ts'
import { hostFiles, hostSetting } from './hosts.ts'
import { packageName } from './manifest.ts'
import { settingsText } from './settings.ts'

const TEMPLATES = fileURLToPath(new URL('./templates', import.meta.url))

const template = (name: string): string => readFileSync(join(TEMPLATES, name), 'utf8')

/** The files of a site, by their paths in its folder. */
export interface SiteFiles {
  readonly files: Readonly<Record<string, string>>
  /** The path of `site.yaml`, and what is added to one that is there and does not say it. */
  readonly settings: { readonly path: string; readonly additions: Additions }
}

/**
 * Returns the files of a site.
 *
 * @param content The content folder, as an absolute path.
 * @param hasNotes Whether there are notes in it. Then no first ones are written.
 */
export async function filesFor(answers: Answers, content: string, hasNotes: boolean): Promise<SiteFiles> {
  const inContent = (path: string): string => inProject(content, path)
  const url =
    answers.url ??
    readSiteSettings(content).settings.url ??
    (answers.host === 'github' ? await pagesAddress() : undefined)
  const files = {
    '.gitignore': template('gitignore'),
    [inContent('site.yaml')]: settingsText(answers, url, hasNotes),
    ...(hasNotes ? {} : Object.fromEntries(firstFiles().map(([path, text]) => [inContent(path), text]))),
    ...hostFiles(answers.host, url, packageName(basename(PROJECT))),
    ...editorFiles(content, await declaredBySite()),
  }
  const host = hostSetting(answers.host)
  const additions = { ...(url !== undefined && { url }), ...(host !== undefined && { host }) }
  return { files, settings: { path: inContent('site.yaml'), additions } }
}

/** The files for editors. Obsidian gets its own where the notes are a vault: in another folder they would make it one. */
function editorFiles(content: string, own: Own): Record<string, string> {
  const vault = vaultFolder(content)
  const inVault = existsSync(join(vault, '.obsidian')) ? obsidianFiles(vault) : []
  return Object.fromEntries([
    ...vscodeFiles(inProject(content, ''), own).map(({ path, text }) => [path, text]),
    ...inVault.map(({ path, text }) => [inProject(vault, path), text]),
  ]) as Record<string, string>
}

/** Returns a path in a folder as one from the folder of the site. */
const inProject = (folder: string, path: string): string =>
  [...relative(PROJECT, folder).split(sep), path].filter(Boolean).join('/')

/** The first inquiry, its note and the bibliography, by their paths in the content folder. */
export const firstFiles = (): [string, string][] => {
  const folder = join(TEMPLATES, 'content')
  return filesIn(folder).map((file) => [pathWithin(folder, file), readFileSync(file, 'utf8')])
}

/** Returns the address of the site on GitHub Pages, where the folder is a clone of a repository there. */
async function pagesAddress(): Promise<string | undefined> {
  const repository = repositoryOf(PROJECT)
  if (repository === undefined) return undefined
  const origin = await runGit(repository, ['remote', 'get-url', 'origin']).catch(() => '')
  const [, owner, name] = /github\.com[:/]([^/\s]+)\/([^/\s]+?)(?:\.git)?\s*$/.exec(String(origin)) ?? []
  if (owner === undefined || name === undefined) return undefined
  const host = `${owner.toLowerCase()}.github.io`
  return name.toLowerCase() === host ? `https://${host}` : `https://${host}/${name}`
}
