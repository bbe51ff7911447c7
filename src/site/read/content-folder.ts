/** The content folder on disk. Nothing outside it is ever read: links out of it are not followed. */
import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { decode } from './decode.ts'
import { SYMBOLIC_LINK, NOT_A_FILE, reasonFromError, skippedFile, tooLarge } from './skip-reasons.ts'
import type { Document, FilePath, Problem } from '../../corpus/vocabulary.ts'

/** Absolute path of the folder to publish: `CONTENT_DIR`, or `content` in the folder the command runs in. */
export function contentFolder(): string {
  return resolve(process.env['CONTENT_DIR'] || 'content')
}

/** Something the user can mend; its message says how. */
export class UsageError extends Error {}

/** `THROUGHLINE_MODE` overrides what `site.yaml` says of the mode. */
export function modeFromEnvironment(): 'strict' | 'lenient' | undefined {
  const mode = process.env['THROUGHLINE_MODE']
  if (mode === undefined || mode === '' || mode === 'strict' || mode === 'lenient') return mode || undefined
  throw new UsageError(`THROUGHLINE_MODE is strict or lenient, and it is "${mode}".`)
}

/** A path on disk as a path under the content folder. */
export function toFilePath(folder: string, file: string): FilePath {
  return relative(folder, file).split(sep).join('/').normalize('NFC')
}

/** A path under the content folder as a path on disk, where a name may be composed otherwise: files from a Mac often are. */
export function toDiskPath(folder: string, path: FilePath): string {
  const whole = join(folder, path)
  if (existsSync(whole)) return whole
  return path.split('/').reduce((at, name) => {
    const actual =
      existsSync(join(at, name)) || !existsSync(at) ? undefined : namesIn(at).find((each) => isSameName(each, name))
    return join(at, actual ?? name)
  }, folder)
}

const isSameName = (one: string, other: string): boolean => one.normalize('NFC') === other.normalize('NFC')

/** What is no folder has no names in it. */
const namesIn = (folder: string): string[] => (statSync(folder).isDirectory() ? readdirSync(folder) : [])

/** More than any text is; far more than a parser could take would end the process. */
const MAX_BYTES = 20_000_000

export interface FileBytes {
  /** Undefined when there is no such file, or it is not read, which the problems say. */
  readonly bytes?: Buffer
  readonly problems: readonly Problem[]
}

/** Never throws: whatever is wrong with a file costs only that file. */
export function readBytes(folder: string, path: FilePath): FileBytes {
  try {
    const [options, whole] = [{ throwIfNoEntry: false }, join(folder, path)] as const
    const there = lstatSync(whole, options)
    const file = there === undefined ? toDiskPath(folder, path) : whole
    const stats = there ?? lstatSync(file, options)
    if (stats === undefined || stats.isDirectory()) return { problems: [] }
    const isLink = stats.isSymbolicLink() || isBehindLink(folder, dirname(file))
    const reason = isLink ? SYMBOLIC_LINK : !stats.isFile() ? NOT_A_FILE : undefined
    if (reason !== undefined) return { problems: [skippedFile(path, reason)] }
    if (stats.size > MAX_BYTES) return { problems: [skippedFile(path, tooLarge(MAX_BYTES))] }
    return { bytes: readFileSync(file), problems: [] }
  } catch (error) {
    return { problems: [skippedFile(path, reasonFromError(error))] }
  }
}

/** Is a folder under the content folder, or one on the way to it, a link? */
function isBehindLink(folder: string, within: string): boolean {
  const steps = relative(folder, within)
    .split(sep)
    .filter((name) => name !== '')
  return steps.some((_, index) => lstatSync(join(folder, ...steps.slice(0, index + 1))).isSymbolicLink())
}

export interface FileDocument {
  /** Undefined when there is no such file, or it is not read, which the problems say. */
  readonly document?: Document
  readonly problems: readonly Problem[]
}

export const readFile = (folder: string, path: FilePath): FileDocument => decodeFile(path, readBytes(folder, path))

/** What was read, as text. */
export function decodeFile(path: FilePath, { bytes, problems }: FileBytes): FileDocument {
  if (bytes === undefined) return { problems }
  const { text, problems: noticed } = decode(path, bytes)
  return { document: { path, text }, problems: [...problems, ...noticed] }
}

/** Undefined when there is no such file, or it is not read. */
export const readDocument = (folder: string, path: FilePath): Document | undefined => readFile(folder, path).document
