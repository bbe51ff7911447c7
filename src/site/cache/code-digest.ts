import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** Of everything a page is made by besides its content: the project's code and static files, and the versions of what it uses. */
export function codeDigest(root: string): string {
  let digest = digests.get(root)
  if (digest === undefined) digests.set(root, (digest = digestOf(root)))
  return digest
}

/** A process runs the code that it read when it began, whatever becomes of the files. */
const digests = new Map<string, string>()

function digestOf(root: string): string {
  const hash = createHash('sha256').update(process.version)
  const files = [...filesIn(join(root, 'src')), ...filesIn(join(root, 'public'))]
  for (const file of [...files, join(root, 'astro.config.mjs'), join(root, 'package-lock.json')])
    hash.update(`\0${relative(root, file)}\0`).update(existsSync(file) ? readFileSync(file) : '')
  return hash.digest('hex')
}

export function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
}
