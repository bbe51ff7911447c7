/** This file finds the lines of a text that are rows of tables. */

/** Matches the line under the head of a table, which says that the line above it and those below it are rows. */
const UNDER_HEAD = /^[ \t>]*(?:[-+*][ \t]+|\d+[.)][ \t]+)?\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*\r?$/
/** Matches a text that may hold such a line. */
const MAY_HAVE_TABLES = /^[ \t>]*(?:[-+*][ \t]+|\d+[.)][ \t]+)?[|:-][-:| \t]*-[-:| \t]*\r?$/m

/** Tells quickly whether a text may have a table. */
export const mayHaveTables = (source: string): boolean => MAY_HAVE_TABLES.test(source)

/** Finds the indices of the lines that look like rows of tables. Some may be in code. */
export function tableRows(lines: readonly string[]): Set<number> {
  const rows = new Set<number>()
  for (const [index, line] of lines.entries()) {
    if (index === 0 || !line.includes('-') || !UNDER_HEAD.test(line)) continue
    if (!lines[index - 1]!.includes('|') && !line.includes('|')) continue
    rows.add(index - 1)
    for (let row = index + 1; row < lines.length && lines[row]!.replace(/^[ \t>]+/, '').trim() !== ''; row++)
      rows.add(row)
  }
  return rows
}
