/** Where the works of a bibliography, and their DOIs, stand in its file. */
import { findNodeAtLocation, parseTree, type Node } from 'jsonc-parser'
import { bibtexEntries } from '../bibliography/bibtex-entries.ts'
import { itemsOf } from '../bibliography/json-items.ts'
import { lineIndex } from '../line-index.ts'
import type { Document, FilePath, Point } from '../vocabulary.ts'

export interface ListedWork {
  readonly file: FilePath
  readonly key: string
  readonly point: Point
  readonly doi?: { readonly written: string; readonly point: Point }
}

/** @returns In the order of the files, those that cannot be read apart. */
export const listedWorks = (files: readonly Document[]): ListedWork[] =>
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

/** A word of a file. */
interface Word {
  readonly written: string
  readonly offset: number
}

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

/** Keys may be numbers. */
function wordAt(node: Node | undefined, offset: number): Word | undefined {
  const value: unknown = node?.value
  if (node === undefined || (typeof value !== 'string' && typeof value !== 'number')) return undefined
  return String(value).trim() === '' ? undefined : { written: String(value), offset: offset + node.offset }
}
