/** This file divides notes into columns by the years of their sources. */
import { type FieldColumn, type FieldNote, MAX_CELLS } from './field.ts'

/** These are the numbers of years that a column may hold, as scales of time have them. */
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10_000]
/** This is the share of notes that may be in the column of all early years, where only a few are that early. */
const MAX_EARLY = 0.2

/**
 * Gives the ways to divide notes into columns of years, the finest first. There are never more columns than a phone
 * has room for, so that a few early notes share the first column. Notes without a year are at the edge, in the last
 * one.
 */
export function columnsOf<N extends FieldNote>(notes: readonly N[]): FieldColumn<N>[][] {
  const dated = notes.filter(({ year }) => year !== undefined)
  const undated = notes.filter(({ year }) => year === undefined)
  const edge = undated.length > 0 ? [{ notes: undated }] : []
  if (dated.length === 0) return [edge]
  return STEPS.flatMap((step) => {
    const columns = yearColumns(dated, step, MAX_CELLS - edge.length)
    return columns === undefined ? [] : [[...columns, ...edge]]
  })
}

/** Gives columns of some years each. It is undefined where too many notes would be in the column of early years. */
function yearColumns<N extends FieldNote>(dated: readonly N[], step: number, most: number) {
  const indices = dated.map(({ year }) => Math.floor(year! / step))
  const [first, last] = [Math.min(...indices), Math.max(...indices)]
  const begin = last - first < most ? first : last - most + 2
  const early = dated.filter((_, index) => indices[index]! < begin)
  if (early.length > dated.length * MAX_EARLY) return undefined
  const columns = Array.from({ length: last - begin + 1 }, (_, offset): FieldColumn<N> => {
    const index = begin + offset
    const notes = dated.filter((_, each) => indices[each] === index)
    return { from: index * step, to: index * step + step - 1, notes }
  })
  return early.length > 0 ? [{ to: begin * step - 1, notes: early }, ...columns] : columns
}
