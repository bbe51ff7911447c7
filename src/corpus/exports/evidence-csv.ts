/** The evidence of an inquiry as a table in CSV, as RFC 4180 describes it. */
import { absolute } from '../address.ts'
import type { Evidence, InquiryEntry } from '../model/entry.ts'
import type { Settings } from '../site-config.ts'

const COLUMNS: Readonly<Record<string, (evidence: Evidence, settings: Settings) => string | undefined>> = {
  note: ({ note }) => note.title,
  address: ({ note }, settings) => absolute(settings, note.href),
  role: ({ role }) => role,
  claim: ({ claim }) => claim,
  source: ({ sources }) => sources.map(({ short }) => short).join('; '),
  key: ({ sources }) => sources.flatMap(({ key }) => key ?? []).join('; '),
  year: ({ sources }) => sources.flatMap(({ year }) => year ?? []).join('; '),
  because: ({ because }) => because,
}

/** The address of an inquiry's table: `/inquiries/a/evidence.csv`. */
export const evidenceAddress = (address: string): string => `${address}evidence.csv`

/** In UTF-8 without a byte order mark; the first line names the columns. */
export function evidenceCsv({ evidence }: InquiryEntry, settings: Settings): string {
  const rows = evidence.map((each) => Object.values(COLUMNS).map((cell) => cell(each, settings) ?? ''))
  return [Object.keys(COLUMNS), ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

/**
 * A spreadsheet takes a cell for a formula if it begins with one of these, and may run it. An apostrophe before it makes it text; quotes
 * would not.
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

function cell(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
