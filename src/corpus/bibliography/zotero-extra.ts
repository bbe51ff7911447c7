/**
 * This file reads what Zotero's users write into the field "Extra", for which Zotero has no field of its own: one fact on
 * a line, as `original-date: 1890`, or between braces, as `{:original-date: 1890}`
 * (https://www.zotero.org/support/kb/item_types_and_fields). It is exported as a remark.
 */
import { isDateField, isNameField, isPublicField } from './csl.ts'
import { dateOfText } from './csl-date.ts'
import type { Csl, CslName } from '../model/csl.ts'

const LINE = /^\s*(\p{L}[\p{L}\p{N}_. -]*?)\s*:\s*(\S.*?)\s*$/u
const BRACES = /\{:([\p{L}_-]+):\s*([^{}]+)\}/gu

/** These facts stand before those of Zotero's own fields, because Zotero has no such field or only a poorer one. */
const FIRST: ReadonlySet<string> = new Set(['type', 'issued', 'original-date'])

/** Zotero's own names of fields that have other names in CSL. */
const NAMES: Readonly<Record<string, string>> = { date: 'issued', place: 'publisher-place' }
const CAPITALS: Readonly<Record<string, string>> = Object.fromEntries(
  ['DOI', 'ISBN', 'ISSN', 'PMCID', 'PMID', 'URL'].map((name) => [name.toLowerCase(), name]),
)

/**
 * Gives a work with the facts that its remark states. What is none of the fields of which references are made stays a
 * remark, which is nobody's business.
 *
 * @param remark The text of the remark. Without it, that of the work.
 */
export function withExtra(work: Csl, remark: unknown = work['note']): Csl {
  if (typeof remark !== 'string' || !remark.includes(':')) return work
  const facts = [...linesOfFacts(remark), ...remark.matchAll(BRACES)].flatMap(([, name = '', text = '']) => {
    const field = fieldNamed(name)
    if (field === undefined || (work[field] !== undefined && !FIRST.has(field))) return []
    return [[field, text] as const]
  })
  return facts.length === 0 ? work : facts.reduce(withFact, work)
}

/**
 * Gives the lines that state facts. They are the first lines, after at most one that is something else. What comes after
 * them is a remark, in which a colon says nothing.
 */
function linesOfFacts(remark: string): string[][] {
  const lines = remark.split(/\r?\n/).filter((line) => line.trim() !== '')
  const read = lines.map((line): string[] | null => (line.includes('{:') ? [] : LINE.exec(line)))
  const start = read[0] === null ? 1 : 0
  const end = read.findIndex((line, index) => index >= start && line === null)
  return read.slice(start, end === -1 ? undefined : end).filter((line) => line !== null)
}

function fieldNamed(written: string): string | undefined {
  const name = written.toLowerCase().replace(/[ _]/g, '-')
  const field = CAPITALS[name] ?? NAMES[name] ?? name
  return field !== 'id' && isPublicField(field) ? field : undefined
}

function withFact(work: Csl, [field, text]: readonly [field: string, text: string]): Csl {
  if (!isNameField(field)) return { ...work, [field]: isDateField(field) ? dateOfText(text) : text }
  const before = (work[field] ?? []) as readonly CslName[]
  return { ...work, [field]: [...before, nameOf(text)] }
}

/** Reads a name as Zotero's users write it: `Family || Given`. */
function nameOf(text: string): CslName {
  const [family = '', given] = text.split('||').map((part) => part.trim())
  return given ? { family, given } : { literal: family }
}
