/** This file finds the positions of the works, and of their DOIs, in the files of a bibliography. */
import { findNodeAtLocation, parseTree, type Node } from 'jsonc-parser'
import { bibtexEntries } from '../bibliography/bibtex-entries.ts'
import { itemsOf } from '../bibliography/json-items.ts'
import { lineIndex } from '../line-index.ts'
import type { Document, FilePath, Point } from '../vocabulary.ts'

/** A `ListedWork` is a work of a bibliography with its position in the file. */
export interface ListedWork {
  readonly file: FilePath
  readonly key: string
  /** This is the point at which the work's key begins. */
  readonly point: Point
  /** This is the DOI as it was written, with the point at which it begins. */
  readonly doi?: { readonly written: string; readonly point: Point }
}

/** Keeps the works of each bibliography, because several rules ask for them. */
const known = new WeakMap<readonly Document[], readonly ListedWork[]>()

/** Finds the works of the bibliography's files, in the order of the files. Works that cannot be read are left out. */
export function listedWorks(files: readonly Document[]): readonly ListedWork[] {
  let works = known.get(files)
  if (works === undefined) known.set(files, (works = readWorks(files)))
  return works
}

const readWorks = (files: readonly Document[]): ListedWork[] =>
  files.flatMap(({ path, text }) => {
    const pointOf = lineIndex(text)
    const found = path.endsWith('.json') ? ofCslJson(text) : ofBibtex(text)
    return found.map(({ key, doi }) => ({
      file: path,
      key: key.written,
      point: pointOf(key.offset),
      ...(doi !== undefined && { doi: { written: doi.written, point: pointOf(doi.offset) } }),
    }))
  })

/** A `Word` is a word of a file with its offset in UTF-16 code units. */
interface Word {
  readonly written: string
  readonly offset: number
}

/** A `Found` is a work that was found in a file. */
interface Found {
  readonly key: Word
  readonly doi?: Word | undefined
}

const KEY = /^@\w+\s*[{(]\s*([^\s,{}()]+)/
const DOI = /(?<=^|[\s,])doi\s*=\s*[{"]*\s*([^{}"\n]*[^{}"\s,])/im

const ofBibtex = (text: string): Found[] =>
  bibtexEntries(text).flatMap((entry) => {
    const [opening = '', key] = KEY.exec(entry.text) ?? []
    if (key === undefined) return []
    const after = entry.offset + opening.length
    return [{ key: { written: key, offset: after - key.length }, doi: doiIn(entry.text.slice(opening.length), after) }]
  })

function doiIn(fields: string, offset: number): Word | undefined {
  const match = DOI.exec(fields)
  if (!match?.[1]) return undefined
  return { written: match[1], offset: offset + match.index + match[0].lastIndexOf(match[1]) }
}

const ofCslJson = (text: string): Found[] =>
  itemsOf(text).flatMap((item) => {
    const tree = parseTree(item.text)
    const word = (field: string): Word | undefined => wordAt(tree && findNodeAtLocation(tree, [field]), item.offset)
    const key = word('citation-key') ?? word('id')
    return key === undefined ? [] : [{ key, doi: word('DOI') }]
  })

/** Gives the text of a JSON value with its offset. Keys may be numbers, which count as text. */
function wordAt(node: Node | undefined, offset: number): Word | undefined {
  const value: unknown = node?.value
  if (node === undefined || (typeof value !== 'string' && typeof value !== 'number')) return undefined
  return String(value).trim() === '' ? undefined : { written: String(value), offset: offset + node.offset }
}
