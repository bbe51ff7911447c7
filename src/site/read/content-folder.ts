/** Reads files of the content folder. Nothing outside it is ever read, so symbolic links are not followed. */
import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { setActivity } from '../activity.ts'
import { PROJECT, ROOT } from '../cache/folders.ts'
import { decode } from './decode.ts'
import { IS_FOLDER, SYMBOLIC_LINK, NOT_A_FILE, reasonFromError, skippedFile, tooLarge } from './skip-reasons.ts'
import type { Document, FilePath, Problem } from '../../corpus/vocabulary.ts'
import { UsageError } from '../usage-error.ts'

/**
 * Makes sure that there is something to read.
 *
 * @param folder The content folder, as an absolute path.
 * @throws {UsageError} Where there is no such folder, and where it is a file, is empty, or may not be read.
 */
export function assertContentFolder(folder: string): void {
  const refuse = (sentence: string): never => {
    throw new UsageError(`${sentence} Or set CONTENT_DIR to another folder.`)
  }
  const stats = statSync(folder, { throwIfNoEntry: false })
  if (stats === undefined) refuse(`There is no content folder at ${folder}. Make it and write a note.`)
  else if (!stats.isDirectory()) refuse(`${folder} is a file and no content folder. Name the folder that it is in.`)
  else if (readableNamesIn(folder)?.length === 0) refuse(`The content folder ${folder} is empty. Write a note.`)
  else if (readableNamesIn(folder) === undefined)
    refuse(`The content folder ${folder} may not be read. Change its permissions.`)
}

function readableNamesIn(folder: string): string[] | undefined {
  try {
    return readdirSync(folder)
  } catch {
    return undefined
  }
}

/**
 * Returns the absolute path of the content folder: `CONTENT_DIR`, or `content` in the folder in which the command runs,
 * or that folder itself where it has none. In a clone of this project it is always `content`.
 */
export function contentFolder(): string {
  const named = process.env['CONTENT_DIR']
  if (named) return resolve(named)
  const own = resolve('content')
  return existsSync(own) || resolve(ROOT) === PROJECT ? own : PROJECT
}

/**
 * Returns the mode that `THROUGHLINE_MODE` sets, which overrides that of `site.yaml`. Returns undefined where it sets
 * none, and throws a `UsageError` where it is set to anything else.
 */
export function modeFromEnvironment(): 'strict' | 'lenient' | undefined {
  const mode = process.env['THROUGHLINE_MODE']
  if (mode === undefined || mode === '' || mode === 'strict' || mode === 'lenient') return mode || undefined
  throw new UsageError(`THROUGHLINE_MODE is strict or lenient, and it is "${mode}".`)
}

/**
 * Returns the path of a file under the content folder: with slashes on every system, and in Unicode's form NFC.
 *
 * @param folder The content folder, as an absolute path.
 * @param file The absolute path of the file.
 * @example toFilePath('/garden/content', '/garden/content/notes/a.md') // 'notes/a.md'
 */
export function toFilePath(folder: string, file: string): FilePath {
  return relative(folder, file).split(sep).join('/').normalize('NFC')
}

/**
 * Returns the absolute path of a file on disk. It is the reverse of `toFilePath`: the names on disk may be in another
 * Unicode form, as those of files from a Mac often are, so names are compared in the form NFC where the path itself
 * does not exist.
 *
 * @param folder The content folder, as an absolute path.
 * @param path The path of the file under it. The file need not exist.
 * @example toDiskPath('/garden/content', 'notes/a.md') // '/garden/content/notes/a.md'
 */
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

/** Returns the names in a folder, and none for anything that is no folder. */
const namesIn = (folder: string): string[] => (statSync(folder).isDirectory() ? readdirSync(folder) : [])

/**
 * The largest size in bytes of a file that is read. No note is larger, and a parser that is given far more would end
 * the process.
 */
export const MAX_BYTES = 20_000_000

/** The bytes of a file, and the problems with reading it. */
export interface FileBytes {
  /** Undefined where there is no such file, or it was not read. In the second case there is a problem that says why. */
  readonly bytes?: Buffer
  readonly problems: readonly Problem[]
}

/** Reads the bytes of a file. It never throws, so that a fault in one file costs only that file. */
export function readBytes(folder: string, path: FilePath): FileBytes {
  setActivity(`reading ${path}`)
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

/** Tells whether a folder under the content folder, or one of its parents there, is a symbolic link. */
function isBehindLink(folder: string, subfolder: string): boolean {
  const steps = relative(folder, subfolder)
    .split(sep)
    .filter((name) => name !== '')
  return steps.some((_, index) => lstatSync(join(folder, ...steps.slice(0, index + 1))).isSymbolicLink())
}

/** The text of a file, and the problems with reading and decoding it. */
export interface FileDocument {
  /** Undefined where there is no such file, or it was not read. In the second case there is a problem that says why. */
  readonly document?: Document
  readonly problems: readonly Problem[]
}

/** Reads a file and decodes it as text. It never throws. A folder of this name is reported. */
export function readFile(folder: string, path: FilePath): FileDocument {
  if (lstatSync(join(folder, path), { throwIfNoEntry: false })?.isDirectory())
    return { problems: [skippedFile(path, IS_FOLDER)] }
  return decodeFile(path, readBytes(folder, path))
}

/** Decodes the bytes of a file as text. */
export function decodeFile(path: FilePath, { bytes, problems }: FileBytes): FileDocument {
  if (bytes === undefined) return { problems }
  const { text, problems: noticed } = decode(path, bytes)
  return { document: { path, text }, problems: [...problems, ...noticed] }
}

/** Reads the text of a file. Returns undefined where there is no such file, or it was not read. */
export const readDocument = (folder: string, path: FilePath): Document | undefined => readFile(folder, path).document
