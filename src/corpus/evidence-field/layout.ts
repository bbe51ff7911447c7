/** This file lays the evidence field out. The same notes give the same field, in whatever order they come. */
import { compareText } from '../compare.ts'
import { type Stance, STANCES } from '../vocabulary.ts'
import { columnsOf } from './columns.ts'
import { type EvidenceField, type FieldColumn, type FieldMark, type FieldNote, MAX_CELLS, MAX_NOTES } from './field.ts'

/** These are the lanes of the field from its top. At the edge, below all others, is what has no role. */
const LANES = ['above', 'on', 'below', 'edge'] as const
type Lane = (typeof LANES)[number]

const LANE_OF: Readonly<Record<Stance, Lane>> = {
  supports: 'above',
  qualifies: 'on',
  extends: 'on',
  background: 'on',
  disputes: 'below',
  none: 'edge',
}

/** This is the greatest number of marks side by side in a column. More would look like several columns. */
const MAX_BESIDE = 5
/** This is the height in cells up to which a field is well seen at once. Beyond it, columns hold more years. */
const MAX_HEIGHT = 12

/**
 * Lays the notes that bear on an inquiry out as a field: by the years of their sources from the start to the end, above
 * the line where they support, below it where they dispute, and on it where they qualify, extend or give background.
 * Those without a role are below all others, and those without a year beside them. No two marks overlap: those of the
 * same years and the same lane stand side by side and in rows, from the line outwards. Beyond sixty notes, each role of
 * a column is one mark with a number.
 */
export function layOutField<N extends FieldNote>(notes: readonly N[]): EvidenceField<N> {
  const sorted = notes.toSorted(inOrder)
  const fields = columnsOf(sorted).map((columns) => arrange(columns, notes.length > MAX_NOTES))
  const lowest = Math.min(...fields.map(({ height }) => height))
  return fields.find(({ height }) => height <= Math.max(lowest, MAX_HEIGHT))!
}

const rankOf = ({ role }: FieldNote): number => (role === undefined ? STANCES.length : STANCES.indexOf(role))

/** Orders notes by role and year, and those that agree in both by their titles. */
const inOrder = (a: FieldNote, b: FieldNote): number =>
  rankOf(a) - rankOf(b) ||
  (a.year ?? 0) - (b.year ?? 0) ||
  compareText(a.title ?? '', b.title ?? '') ||
  compareText(a.href ?? '', b.href ?? '') ||
  Number(a.retracted ?? false) - Number(b.retracted ?? false)

type Stacks<N extends FieldNote> = Readonly<Partial<Record<Lane, FieldMark<N>['notes'][]>>>

/** Places the notes of some columns. */
function arrange<N extends FieldNote>(columns: readonly FieldColumn<N>[], isSummary: boolean): EvidenceField<N> {
  const cells = Math.min(MAX_BESIDE, Math.floor(MAX_CELLS / Math.max(1, columns.length)))
  const stacks = columns.map(({ notes }) => stacksOf(notes, isSummary))
  const rowsOf = (lane: Lane): number =>
    Math.max(0, ...stacks.map((each) => Math.ceil((each[lane]?.length ?? 0) / cells)))
  // A side on which there is nothing stays open, so that it is seen that there is nothing.
  const rows = LANES.map((lane) => Math.max(lane === 'edge' ? 0 : isSummary && lane === 'on' ? 3 : 1, rowsOf(lane)))
  const scale = isSummary ? 2 : 1
  const marks = stacks.flatMap((each, column) =>
    LANES.flatMap((lane, index) => {
      const top = rows.slice(0, index).reduce((sum, count) => sum + count, 0)
      return placed(each[lane] ?? [], lane, { cells, top, rows: rows[index]!, isSummary }).map((mark) => ({
        ...mark,
        column,
        y: mark.y * scale + 0.5,
      }))
    }),
  )
  const height = rows.reduce((sum, count) => sum + count, 0) * scale
  const [top, middle] = [rows[0]! * scale, rows[1]! * scale]
  const lines = middle === 1 ? [top + 0.5] : [top, top + middle]
  return { columns, cells, height, lines, isSummary, marks }
}

/** Divides the notes of a column into lanes, and in a summary puts those of a role together. */
function stacksOf<N extends FieldNote>(notes: readonly N[], isSummary: boolean): Stacks<N> {
  const marks = isSummary
    ? [...Map.groupBy(notes, ({ role }) => role).values()].map((all) => all as [N, ...N[]])
    : notes.map((note): [N] => [note])
  return Object.groupBy(marks, ([{ role }]) => (role === undefined ? 'edge' : LANE_OF[role]))
}

interface Room {
  readonly cells: number
  readonly top: number
  readonly rows: number
  readonly isSummary: boolean
}

/**
 * Places the marks of a lane in rows from the line outwards, or around the line. In a summary each role between the
 * lines, which are the third to the fifth, has a row of its own, so that it can be read across the columns.
 */
function placed<N extends FieldNote>(
  all: readonly FieldMark<N>['notes'][],
  lane: Lane,
  { cells, top, rows, isSummary }: Room,
) {
  if (isSummary && lane === 'on') return all.map((notes) => ({ notes, x: 0, y: top + rankOf(notes[0]) - 2 }))
  const used = Math.ceil(all.length / cells)
  const begin = lane === 'above' ? top + rows - 1 : lane === 'on' ? top + (rows - used) / 2 : top
  return all.map((notes, index) => {
    const row = Math.floor(index / cells)
    const beside = Math.min(cells, all.length - row * cells)
    return { notes, x: (index % cells) - (beside - 1) / 2, y: begin + (lane === 'above' ? -row : row) }
  })
}
