/** This file types and prints what a scenario found. */

/** A table has rows of cells that are ready to print. */
export interface Table {
  readonly caption: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** These lines say what could not be measured, and why. */
  readonly failures?: readonly string[]
}

/** A report is what one scenario found. */
export interface Report {
  readonly scenario: string
  /** This says in a sentence or two how it was measured. */
  readonly method: string
  readonly tables: readonly Table[]
  /** This is everything that was measured, for other programs. */
  readonly data: unknown
}

/** Formats a report as text. The first column of a table is aligned to the left and the others to the right. */
export function formatReport({ scenario, method, tables }: Report): string {
  return [`\n${scenario}: ${method}`, ...tables.map(formatTable)].join('\n')
}

function formatTable({ caption, head, rows, failures = [] }: Table): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]): string =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join('  ')
  return [
    '',
    caption,
    line(head),
    widths.map((width) => '-'.repeat(width)).join('  '),
    ...rows.map(line),
    ...failures,
  ].join('\n')
}
