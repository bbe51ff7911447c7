/**
 * What a build keeps for the next one: pages, parts of the search index, formatted references. It is trusted only as a whole, when the
 * build that wrote it came to its end, and the code of the site is still the same.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'

export interface BuildCache {
  /** Absolute path of the folder. */
  readonly folder: string
  /** Says that the build has begun to write here. */
  begin(): void
  /** Says that it has come to its end: what is here may be used by the next. */
  end(): void
}

/** Each content folder has its own, so that two sites built in turn do not undo one another. */
export function openCache(root: string, contentFolder: string): BuildCache {
  const folder = join(root, 'node_modules/.astro', `throughline-${digestOf(contentFolder).slice(0, 10)}`)
  const [state, running] = [join(folder, 'state.json'), join(folder, 'running.json')]
  if (isRunning(running)) return throwaway(`${folder}-${process.pid}`)
  const code = codeDigest(root)
  // A build that was interrupted has left some pages newer than the list of what they were made from.
  if (existsSync(running) || readText(state) !== code) rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  return {
    folder,
    begin: () => writeFileSync(running, JSON.stringify({ pid: process.pid, at: Date.now() })),
    end: () => {
      writeFileSync(state, code)
      rmSync(running)
    },
  }
}

/** For a build that runs beside another of the same content: it neither uses what that one is writing nor disturbs it. */
function throwaway(folder: string): BuildCache {
  mkdirSync(folder, { recursive: true })
  return { folder, begin: () => undefined, end: () => rmSync(folder, { recursive: true, force: true }) }
}

/** No build takes so long; a process of the same number is then another one. */
const LONGEST = 60 * 60 * 1000

function isRunning(file: string): boolean {
  try {
    const { pid, at } = JSON.parse(readFileSync(file, 'utf8')) as { pid: number; at: number }
    return pid !== process.pid && Date.now() - at < LONGEST && process.kill(pid, 0)
  } catch {
    return false
  }
}

function readText(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

/** Everything a page is made by, besides its content: this project's code, and the versions of what it uses. */
function codeDigest(root: string): string {
  const hash = createHash('sha256').update(process.version)
  const source = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
  for (const file of [...source, join(root, 'astro.config.mjs'), join(root, 'package-lock.json')])
    hash.update(`\0${relative(root, file)}\0`).update(existsSync(file) ? readFileSync(file) : '')
  return hash.digest('hex')
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')
