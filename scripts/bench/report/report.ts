/** What a scenario found, apart from how it is printed. */

export interface Table {
  readonly caption: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** What could not be measured, and why. */
  readonly failures?: readonly string[]
}

export interface Report {
  readonly scenario: string
  /** How it was measured, in a sentence or two. */
  readonly method: string
  readonly tables: readonly Table[]
  /** Everything measured, for other programs. */
  readonly data: unknown
}

/** As text: the first column to the left, numbers to the right. */
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
