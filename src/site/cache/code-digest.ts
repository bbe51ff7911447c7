import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { compareText } from '../../corpus/compare.ts'
import { filesIn } from '../files-in.ts'

/**
 * Returns the digest of everything that makes a page besides its content: the project's code and static files, its
 * configuration, the variables of the environment that code in pages can see, and the versions of Node and of all
 * packages. It is computed once in a process, because a process runs
 * the code that it read when it started.
 *
 * @param root The folder of the project.
 */
export function codeDigest(root: string): string {
  let digest = digests.get(root)
  if (digest === undefined) digests.set(root, (digest = digestOf(root)))
  return digest
}

/**
 * Matches the names of the files of the project that Astro and Vite read their configuration from, and of code beside
 * them, which the configuration may import.
 */
const CONFIGURATION = /^(package-lock\.json|tsconfig\.json|\.env(\..+)?|.+\.([cm]?[jt]s|css))$/

const digests = new Map<string, string>()

function digestOf(root: string): string {
  const hash = createHash('sha256').update(process.version)
  const files = [...filesIn(join(root, 'src')), ...filesIn(join(root, 'public'))]
  const settings = readdirSync(root).filter((name) => CONFIGURATION.test(name))
  for (const file of [...files, ...settings.map((name) => join(root, name))])
    hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file))
  const visible = Object.entries(process.env).filter(([name]) => name.startsWith('PUBLIC_'))
  hash.update(JSON.stringify(visible.sort(([one], [other]) => compareText(one, other))))
  return hash.digest('hex')
}
