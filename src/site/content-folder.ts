/** The content folder on disk. Nothing outside it is ever read: links out of it are not followed. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { isMarkdown } from '../corpus/identity.ts'
import type { Document, FilePath } from '../corpus/model.ts'
import { compareText } from '../corpus/problem.ts'

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

const ATTACHMENT =
  /\.(apng|avif|bmp|flac|gif|jpe?g|m4a|mp3|mp4|ogg|opus|pdf|png|svg|wav|webm|webp|csv|json|txt|bib|zip)$/i
const HIDDEN = /(^|\/)(\.|node_modules(\/|$))/

export interface Listing {
  readonly markdown: readonly FilePath[]
  readonly attachments: readonly FilePath[]
}

/** Every file of the folder by what it is for, in a fixed order. Hidden folders (`.obsidian`, `.git`) are no content. */
export function listFiles(folder: string): Listing {
  if (!existsSync(folder))
    throw new UsageError(`There is no content folder at ${folder}. Make it, or set CONTENT_DIR to another one.`)
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => toPath(folder, join(entry.parentPath, entry.name)))
    .filter((path) => !HIDDEN.test(path))
    .sort(compareText)
  return { markdown: files.filter(isMarkdown), attachments: files.filter((path) => ATTACHMENT.test(path)) }
}

/** A path on disk as a path under the content folder. */
export function toPath(folder: string, file: string): FilePath {
  return relative(folder, file).split(sep).join('/').normalize('NFC')
}

/** A path under the content folder as a path on disk, where a name may be composed otherwise: files from a Mac often are. */
export function onDisk(folder: string, path: FilePath): string {
  const whole = join(folder, path)
  if (existsSync(whole)) return whole
  return path.split('/').reduce((at, name) => {
    const near = existsSync(join(at, name)) || !existsSync(at) ? undefined : namesIn(at).find((each) => same(each, name))
    return join(at, near ?? name)
  }, folder)
}

const same = (one: string, other: string): boolean => one.normalize('NFC') === other.normalize('NFC')

/** What is no folder has no names in it. */
const namesIn = (folder: string): string[] => (statSync(folder).isDirectory() ? readdirSync(folder) : [])

/** Undefined when there is no such file. */
export function readDocument(folder: string, path: FilePath): Document | undefined {
  const file = onDisk(folder, path)
  if (!existsSync(file)) return undefined
  return { path, text: readFileSync(file, 'utf8').replace(/^\uFEFF/, '') }
}
