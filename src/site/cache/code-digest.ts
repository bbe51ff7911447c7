import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { filesIn } from '../files-in.ts'

/**
 * Returns the digest of everything that makes a page besides its content: the project's code and static files, its
 * configuration, and the versions of Node and of all packages. It is computed once in a process, because a process runs
 * the code that it read when it started.
 *
 * @param root The folder of the project.
 */
export function codeDigest(root: string): string {
  let digest = digests.get(root)
  if (digest === undefined) digests.set(root, (digest = digestOf(root)))
  return digest
}

const digests = new Map<string, string>()

function digestOf(root: string): string {
  const hash = createHash('sha256').update(process.version)
  const files = [...filesIn(join(root, 'src')), ...filesIn(join(root, 'public'))]
  for (const file of [...files, join(root, 'astro.config.mjs'), join(root, 'package-lock.json')])
    hash.update(`\0${relative(root, file)}\0`).update(existsSync(file) ? readFileSync(file) : '')
  return hash.digest('hex')
}
