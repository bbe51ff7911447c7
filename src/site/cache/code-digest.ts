import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { compareText } from '../../corpus/compare.ts'
import { filesIn } from '../files-in.ts'
import { PROJECT } from './folders.ts'

/**
 * Returns the digest of everything that makes a page besides its content: the engine's code and static files, what the
 * owner of the site changes in it, its configuration, the variables of the environment that code in pages can see, and
 * the versions of Node and of all packages. It is computed once in a process, because a process runs the code that it
 * read when it started.
 *
 * @param root The folder of the engine.
 * @param project The folder of the site.
 */
export function codeDigest(root: string, project = PROJECT): string {
  const key = `${root}\0${project}`
  let digest = digests.get(key)
  if (digest === undefined) digests.set(key, (digest = digestOf(root, project)))
  return digest
}

/**
 * Matches the names of the files of the project that Astro and Vite read their configuration from, and of code beside
 * them, which the configuration may import.
 */
const CONFIGURATION = /^(package-lock\.json|tsconfig\.json|\.env(\..+)?|.+\.([cm]?[jt]s|css))$/

const digests = new Map<string, string>()

function digestOf(root: string, project: string): string {
  const hash = createHash('sha256').update(process.version)
  for (const folder of new Set([root, project].map((each) => resolve(each))))
    for (const file of filesOfCode(folder)) hash.update(`\0${relative(folder, file)}\0`).update(readFileSync(file))
  const visible = Object.entries(process.env).filter(([name]) => name.startsWith('PUBLIC_'))
  hash.update(JSON.stringify(visible.sort(([one], [other]) => compareText(one, other))))
  return hash.digest('hex')
}

/** Returns the files of a folder that are code or its configuration, those in which npm says what it installed too. */
function filesOfCode(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => CONFIGURATION.test(name))
  const installed = [join(folder, '../.package-lock.json')].filter((file) => existsSync(file))
  return [
    ...filesIn(join(folder, 'src')),
    ...filesIn(join(folder, 'public')),
    ...names.map((name) => join(folder, name)),
    ...installed,
  ].filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true)
}
