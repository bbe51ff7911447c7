/** This file writes a field that is laid out as SVG. */
import { escapeHtml } from '../escape-html.ts'
import { type EvidenceField, type FieldColumn, type FieldMark, type FieldNote, MAX_CELLS } from './field.ts'
import { shapeOf } from './shapes.ts'

/** These are the words of a field, in the language of the site. */
export interface FieldWords<N extends FieldNote> {
  /** This is what the whole field is called. */
  readonly label: string
  /** This stands under the notes without a year, in a few letters. */
  readonly undated: string
  /** Returns what a mark is called to those who do not see it. */
  readonly nameOf: (mark: FieldMark<N>) => string
  /** Returns the address that a mark leads to. */
  readonly hrefOf: (mark: FieldMark<N>) => string
}

/** This is the width of a cell in units of the font size, by which the style sheet scales the field. */
const CELL = 3
/** This is the height of the line of years, likewise. */
const YEARS = 3

/**
 * Writes a field for a page, where it takes the width that there is. Columns are placed in percents of the width, and
 * all else in multiples of the font size of the field, so that marks and years keep their size. Every mark is a link.
 */
export function fieldSvg<N extends FieldNote>(field: EvidenceField<N>, words: FieldWords<N>): string {
  const { columns, height, lines, marks } = field
  const labelled = labelledColumns(columns, words.undated)
  const parts = columns.map((column, index) => {
    const own = marks.filter((mark) => mark.column === index)
    const label = labelled[index] === true ? yearsText(labelOf(column, words.undated), height) : ''
    return `<svg x="${round((100 * (index + 0.5)) / columns.length)}%">${own.map((mark) => markSvg(mark, words)).join('')}${label}</svg>`
  })
  return (
    `<svg class="field" role="group" aria-label="${escapeHtml(words.label)}" width="100%" height="${round(height * CELL + YEARS)}em">` +
    `${lines.map((line) => `<line x2="100%" y1="${em(line)}" y2="${em(line)}"/>`).join('')}${parts.join('')}</svg>`
  )
}

/** Writes a mark as a link, in a square that is room for a finger. */
function markSvg<N extends FieldNote>(mark: FieldMark<N>, words: FieldWords<N>): string {
  const [{ role, retracted }] = mark.notes
  const count = mark.notes.length > 1 ? `<text y="26">${mark.notes.length}</text>` : ''
  return (
    `<a href="${escapeHtml(words.hrefOf(mark))}"${role === undefined ? '' : ` data-role="${role}"`}${retracted === true ? ' class="gone"' : ''} aria-label="${escapeHtml(words.nameOf(mark))}">` +
    `<svg x="${em(mark.x - 0.5)}" y="${em(mark.y - 0.5)}" width="${CELL}em" height="${CELL}em" viewBox="-12 -12 24 24">` +
    `<rect x="-12" y="-12" width="24" height="24"/><path d="${shapeOf(role)}"/>${count}</svg></a>`
  )
}

/** Writes the years of a column. They have a font size of their own, so they are placed inside a drawing of its own. */
const yearsText = (label: string, height: number): string =>
  `<svg y="${round(height * CELL + YEARS - 0.6)}em"><text>${escapeHtml(label)}</text></svg>`

/** Writes the years of a column, such as `2024` or `2020–24`. */
export function labelOf({ from, to }: FieldColumn, undated: string): string {
  if (to === undefined) return undated
  if (from === undefined) return `≤ ${to}`
  if (from === to) return String(to)
  const [first, last] = [String(from), String(to)]
  return first.length === 4 && first.slice(0, 2) === last.slice(0, 2) ? `${first}–${last.slice(2)}` : `${first}–${last}`
}

/** This is the greatest width of a letter of a label, in the width of a cell at its smallest. */
const LETTER = 0.34

/**
 * Tells which columns have their years below them, as far as there is room on a phone: those without a year, then the
 * first and the last that have notes, then others with notes from the last on. Years of no note need none.
 */
function labelledColumns(columns: readonly FieldColumn[], undated: string): boolean[] {
  const room = MAX_CELLS / columns.length
  const widths = columns.map((column) => (widthOf(labelOf(column, undated)) + 1) * LETTER)
  const labelled = new Set(columns.flatMap(({ to }, index) => (to === undefined ? [index] : [])))
  const used = columns.flatMap(({ to, notes }, index) => (to !== undefined && notes.length > 0 ? [index] : []))
  for (const index of [...used.slice(0, 1), ...used.slice(1).reverse()])
    if ([...labelled].every((other) => (widths[index]! + widths[other]!) / 2 <= Math.abs(other - index) * room))
      labelled.add(index)
  return columns.map((_, index) => labelled.has(index))
}

/** Gives the width of a label in Latin letters. A letter of Chinese, Japanese or Korean is as wide as two. */
const widthOf = (label: string): number => label.length + (label.match(/[\u2E80-\uFFEF]/g)?.length ?? 0)

/** This is the space between two columns of a small field, in cells. */
const GAP = 0.8
/** This is the width of a letter of the years below a small field, in cells. */
const SMALL_LETTER = 0.5
/** This is the side of a cell in the units in which shapes are drawn. */
const SIDE = 24

/**
 * Writes a field as a small picture for the row of a list, which says nothing to a screen reader: the words beside it
 * do. The marks of a role are one path. The first and the last years are written below.
 *
 * @param cell The side of a cell in pixels.
 */
export function smallFieldSvg(field: EvidenceField, cell: number): string {
  const { columns, cells, height, lines, marks } = field
  const middle = (column: number): number => column * (cells + GAP) + cells / 2
  const width = middle(columns.length - 1) + cells / 2
  const paths = [...Map.groupBy(marks, ({ notes: [{ role }] }) => role)].map(([role, all]) => {
    const shapes = all.map(({ column, x, y }) => `M${units(middle(column) + x)} ${units(y)}${shapeOf(role)}`)
    return `<path${role === undefined ? '' : ` data-role="${role}"`} d="${shapes.join('')}"/>`
  })
  const dated = columns.flatMap((column, index) => (column.to === undefined ? [] : [index]))
  const ends = dated.filter((_, at) => at === 0 || at === dated.length - 1)
  const years = ends.map((index) => {
    const label = labelOf(columns[index]!, '')
    const half = (label.length * SMALL_LETTER) / 2
    // It does not stand out of the field.
    const x = Math.min(Math.max(middle(index), half), width - half)
    return `<text x="${units(x)}" y="${units(height + 1)}">${label}</text>`
  })
  const [wide, high] = [width, height + (years.length > 0 ? 1.2 : 0)]
  return (
    `<svg class="field small" aria-hidden="true" width="${round(wide * cell)}" height="${round(high * cell)}" viewBox="0 0 ${units(wide)} ${units(high)}">` +
    `${lines.map((line) => `<line x2="${units(wide)}" y1="${units(line)}" y2="${units(line)}"/>`).join('')}${paths.join('')}${years.join('')}</svg>`
  )
}

const units = (cells: number): number => round(cells * SIDE)
const em = (cells: number): string => `${round(cells * CELL)}em`
/** Rounds to hundredths, so that no machine writes another number. */
const round = (value: number): number => Math.round(value * 100) / 100
