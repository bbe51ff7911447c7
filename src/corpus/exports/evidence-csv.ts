/** This file writes the evidence of an inquiry as a table in CSV (RFC 4180, https://www.rfc-editor.org/rfc/rfc4180). */
import { absolute } from '../address.ts'
import type { Evidence, InquiryEntry } from '../model/entry.ts'
import type { Study } from '../model/study.ts'
import type { DataSet } from '../schema/data-set.ts'
import { USUAL_LEVEL } from '../schema/effect-kinds.ts'
import { updateInWords } from '../updates/words.ts'
import type { Settings } from '../site-config.ts'

/** These are the columns by their names. */
const COLUMNS: Readonly<Record<string, (evidence: Evidence, settings: Settings) => string | undefined>> = {
  note: ({ note }) => note.title,
  address: ({ note }, settings) => absolute(settings, note.href),
  role: ({ role }) => role,
  claim: ({ claim }) => claim,
  source: ({ sources }) => sources.map(({ short }) => short).join('; '),
  key: ({ sources }) => sources.flatMap(({ key }) => key ?? []).join('; '),
  year: ({ sources }) => sources.flatMap(({ year }) => year ?? []).join('; '),
  because: ({ because }) => because,
  update: ({ sources }) => sources.flatMap(({ update }) => (update ? updateInWords(update) : [])).join('; '),
}

/** These are the columns of the study behind a note. They are only there where a note states facts of its study. */
const STUDY_COLUMNS: typeof COLUMNS = {
  design: ({ study }) => study?.design,
  population: ({ study }) => study?.population,
  data: ({ study }) => study?.data?.map(dataSetInText).join('; '),
  n: ({ study }) => study?.n?.toString(),
  counted: ({ study }) => study?.counted,
  dose: ({ study }) => study?.dose,
  measure: ({ study }) => study?.measure,
  effect: ({ study }) => study?.effects?.map(effectInText).join('; '),
  preregistered: ({ study }) => study?.preregistered?.toString(),
}

/** Writes a data set as it is stated: `SNLI <https://example.org/snli>`. */
const dataSetInText = ({ name, url }: DataSet): string => (url === undefined ? name : `${name} <${url}>`)

/** Writes an effect as it is stated: `accuracy: d 0.5 [0.1, 0.9] 95%, increase (a, against b)`. */
function effectInText(effect: NonNullable<Study['effects']>[number]): string {
  const { measure, kind, value, low, high, level = USUAL_LEVEL, unit, direction, comparison } = effect
  const interval = low === undefined || high === undefined ? undefined : `[${low}, ${high}] ${level}%`
  const figure = [value === undefined ? undefined : kind, value, unit, interval].filter((each) => each !== undefined)
  const said = [figure.join(' '), direction].filter(Boolean).join(', ')
  return `${measure === undefined ? '' : `${measure}: `}${said}${comparison === undefined ? '' : ` (${comparison})`}`
}

/** Gives the address of an inquiry's table: `/inquiries/a/evidence.csv`. */
export const evidenceAddress = (address: string): string => `${address}evidence.csv`

/** Writes the evidence as a table. The first line names the columns. There is no byte order mark. */
export function evidenceCsv({ evidence }: InquiryEntry, settings: Settings): string {
  const columns = { ...COLUMNS, ...(evidence.some(({ study }) => study !== undefined) && STUDY_COLUMNS) }
  const rows = evidence.map((each) => Object.values(columns).map((cell) => cell(each, settings) ?? ''))
  return [Object.keys(columns), ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

/**
 * Matches a cell that a spreadsheet would take for a formula, which it may run. An apostrophe before the cell makes it
 * text. Quotation marks around it would not.
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

function cell(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
