/**
 * This file reads CSL-JSON as Zotero and Better BibTeX export it: a list of works, each with its key in `citation-key`
 * or `id`.
 */
import { Cite } from '@citation-js/core'
import { findNodeAtLocation, parseTree } from 'jsonc-parser'
import { withWellFormedTexts } from '../frontmatter/well-formed.ts'
import { lineIndex } from '../line-index.ts'
import { isPublicField, soundPart, textOf, withSoundParts } from './csl.ts'
import { jsonError } from './json-error.ts'
import { itemsOf, type Item } from './json-items.ts'
import { arxivOf } from './links.ts'
import { toSource, broken, warning, type ReadWork } from './source.ts'
import { withExtra } from './zotero-extra.ts'
import type { Document, Point } from '../vocabulary.ts'
import type { Csl } from '../model/csl.ts'

/** Reads the works of a CSL-JSON file. An item that cannot be read becomes a problem, and the others are read. */
export function readCslJson(document: Document): ReadWork[] {
  const { text, path } = document
  if (text.trim() === '') return []
  const pointOf = lineIndex(text)
  const works = itemsOf(text).map((item) => readItem(document, item, pointOf))
  const error = works.some((work) => 'problem' in work) ? undefined : jsonError(text)
  if (error !== undefined)
    return [...works, { problem: warning(path, lineIndex(text)(error.offset), `${UNSOUND} (${error.reason}).`) }]
  return /^\s*\[/.test(text) ? works : [{ problem: warning(path, { line: 1, column: 1 }, NO_LIST) }]
}

const NO_LIST =
  'This is no list of works, so none is read. Export it as CSL-JSON: "CSL JSON" in Zotero, "Better CSL JSON" in Better BibTeX.'
const UNSOUND = 'Every work is read, but what stands between them is not JSON; mend it'
const MEND = 'Check its quotes, commas and braces.'

/** Reads one item. `pointOf` gives the point of an offset in the file. */
function readItem({ path }: Document, { text, offset }: Item, pointOf: (offset: number) => Point): ReadWork {
  const point = pointOf(offset)
  const parsed = parsedItem(text)
  if (parsed === undefined) {
    const { offset: at = 0, reason = 'it is no JSON' } = jsonError(text) ?? {}
    return { problem: broken(path, pointOf(offset + at), reason, MEND) }
  }
  const written = withWellFormedTexts(parsed)
  const key = textOf(written, 'citation-key') ?? textOf(written, 'id')
  if (key === undefined)
    return { problem: broken(path, point, 'it has no key', 'Give it an "id", by which notes cite it.') }
  const work = understood(withExtra(withSoundParts(written)))
  const problems = lost(written, work).map((field) => {
    const at = findNodeAtLocation(parseTree(text)!, [field])?.offset ?? 0
    return warning(path, pointOf(offset + at), notUnderstood(field))
  })
  return { key, point, source: toSource(key, work, arxivOf(written)), problems }
}

/** Parses an item, which nearly always succeeds. It is undefined where it does not, and `jsonError` then says why. */
function parsedItem(text: string): Csl | undefined {
  try {
    return JSON.parse(text) as Csl
  } catch {
    return undefined
  }
}

/**
 * Gives the work as Citation.js understands it. Fields that are not as the format has them are left out. Citation.js
 * corrects some of them itself, and fails on others.
 */
function understood(written: Csl): Csl {
  try {
    return soundPart(corrected(written))
  } catch {
    return soundPart(corrected(soundPart(written)))
  }
}

function corrected(written: Csl): Csl {
  const [work] = new Cite(written, { generateGraph: false }).format('data', { format: 'object' }) as Csl[]
  return work ?? {}
}

/** Lists the public fields that Citation.js left out and that are not empty. */
const lost = (written: Csl, work: Csl): string[] =>
  Object.keys(written).filter(
    (field) => isPublicField(field) && !Object.hasOwn(work, field) && !isBlank(written[field]),
  )

const isBlank = (value: unknown): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** Says that a field is left out, and how to write it. */
const notUnderstood = (field: string): string =>
  `The field "${field}" of this entry is not as CSL-JSON has it, and is left out. ${REMEDIES.get(field) ?? 'Write it as text.'}`

const NAMES = 'Write it as a list of names: [{ "family": "Lee", "given": "Ann" }].'
const REMEDIES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    author: NAMES,
    editor: NAMES,
    translator: NAMES,
    issued: 'Write it as { "date-parts": [[2025, 3]] }.',
    accessed: 'Write it as { "date-parts": [[2025, 3, 1]] }.',
    type: 'Use a type of CSL, such as "article-journal", "paper-conference", "book" or "chapter".',
  }),
)
