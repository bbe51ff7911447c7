/**
 * Writes every work of some bibliographies as BibTeX, CSL-JSON and RIS, reads it back, and prints how many works kept
 * each of their facts. RIS is read by another program, astrocite. CSL-JSON is held against its schema.
 *
 * node scripts/round-trip.ts [--differences] FILE.bib…
 */
import { readFileSync } from 'node:fs'
import { AST } from 'astrocite-ris'
import { readBibliography } from '../src/corpus/bibliography/bibliography.ts'
import { withoutMarkup } from '../src/corpus/bibliography/csl.ts'
import { toBibtex } from '../src/corpus/bibliography/to-bibtex.ts'
import { toCslJson } from '../src/corpus/bibliography/to-csl-json.ts'
import { toRis } from '../src/corpus/bibliography/to-ris.ts'
import type { Csl } from '../src/corpus/model/csl.ts'
import type { Work } from '../src/corpus/model/source.ts'
import { faultsOfCslJson } from '../tests/support/csl-json.ts'

const FIELDS = `type title author editor translator issued accessed container-title collection-title publisher
  publisher-place genre language edition volume issue number page DOI URL ISBN ISSN`.split(/\s+/)
/** The fields of RIS that hold one text. Names, dates and types have other forms there. */
const RIS: Readonly<Record<string, string>> = {
  title: 'TI',
  'container-title': 'T2',
  'collection-title': 'T3',
  publisher: 'PB',
  'publisher-place': 'CY',
  genre: 'M3',
  language: 'LA',
  edition: 'ET',
  volume: 'VL',
  issue: 'IS',
  DOI: 'DO',
  URL: 'UR',
}

/** Counts works that have a field, and those that kept it. */
interface Count {
  had: number
  kept: number
}
const counts = new Map<string, Count>()
const differences: string[] = []

function count(format: string, field: string, { source }: Pick<Work, 'source'>, before: unknown, after: unknown): void {
  if (before === undefined || before === '') return
  const name = `${format} ${field}`
  const found = counts.get(name) ?? { had: 0, kept: 0 }
  const isKept = JSON.stringify(before) === JSON.stringify(after)
  counts.set(name, { had: found.had + 1, kept: found.kept + (isKept ? 1 : 0) })
  if (!isKept) differences.push(`${name}: ${source.key}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`)
}

const readBack = (path: string, text: string): Csl => {
  const bibliography = readBibliography({ path, text })
  return bibliography.get(bibliography.keys[0] ?? '')?.csl ?? {}
}

/** Gives names by their parts, in one order. */
function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparable)
  if (typeof value !== 'object' || value === null) return typeof value === 'number' ? String(value) : value
  const parts = Object.entries(value).filter(([part]) => !part.startsWith('_'))
  return Object.fromEntries(
    parts.map(([part, each]) => [part, comparable(each)]).sort(([a], [b]) => (a! < b! ? -1 : 1)),
  )
}

let works = 0
for (const path of process.argv.slice(2).filter((each) => each !== '--differences')) {
  const bibliography = readBibliography({ path: 'references.bib', text: readFileSync(path, 'utf8') })
  for (const key of bibliography.keys) {
    const source = { ...bibliography.get(key)!, key }
    const [bib, json] = [readBack('r.bib', toBibtex(source)), readBack('r.json', toCslJson(source))]
    const properties = AST.parse(toRis(source)).children[0]?.properties ?? []
    const tags = new Map(properties.map((each) => [each.key, each.value]))
    for (const field of FIELDS) {
      const before = comparable(source.csl[field])
      count('BibTeX', field, { source }, before, comparable(bib[field]))
      count('CSL-JSON', field, { source }, before, comparable(json[field]))
      const tag = RIS[field]
      if (tag !== undefined)
        count('RIS', field, { source }, typeof before === 'string' ? plain(before) : before, tags.get(tag))
    }
    const faults = faultsOfCslJson(toCslJson(source))
    count('CSL-JSON', 'valid', { source }, true, faults.length === 0 || faults)
    const isBare = (text: string): boolean => !/<\/?(?:span|su[bp]|sc|[ib])\b/.test(text)
    count('BibTeX', 'no tags', { source }, true, isBare(toBibtex(source)))
    count('RIS', 'no tags', { source }, true, isBare(toRis(source)))
    count('CSL-JSON', 'private fields', { source }, true, !/"_\w+":/.test(toCslJson(source)))
    works++
  }
}

function plain(text: string): string {
  return withoutMarkup(text).replace(/\s+/g, ' ').trim()
}

console.log(`${works} works\n\n| field | BibTeX | CSL-JSON | RIS |\n| --- | --- | --- | --- |`)
for (const field of [...FIELDS, 'valid', 'no tags', 'private fields']) {
  const cells = ['BibTeX', 'CSL-JSON', 'RIS'].map((format) => counts.get(`${format} ${field}`))
  if (cells.some((cell) => cell !== undefined))
    console.log(
      `| ${field} | ${cells.map((cell) => (cell === undefined ? '' : `${cell.kept} of ${cell.had}`)).join(' | ')} |`,
    )
}
if (process.argv.includes('--differences')) console.log(differences.join('\n'))
