/**
 * This file finds out which links of a file are in which of its paragraphs. The links are read from another tree, long
 * after the paragraphs.
 */
import type { Position } from 'unist'
import type { Link, EssayParagraph } from '../model/parsed.ts'
import type { Point } from '../vocabulary.ts'

/** An `Unlinked` is a paragraph whose links are not read yet. */
export interface UnlinkedParagraph extends Omit<EssayParagraph, 'links'> {
  /** These are the ranges of the file in which the links of the paragraph will be. */
  readonly ranges: readonly Position[]
}

/** Gives paragraphs the links that are in their ranges. */
export function withLinks(found: readonly UnlinkedParagraph[], links: readonly Link[]): EssayParagraph[] {
  const byLine = Map.groupBy(links.keys(), (index) => links[index]!.point.line)
  // A footnote may be long, and every paragraph may refer to it, so the links of each range are looked for only once.
  const known = new Map<Position, readonly number[]>()
  const linksIn = (stretch: Position): readonly number[] => {
    let within = known.get(stretch)
    if (within === undefined) known.set(stretch, (within = indicesIn(stretch, links, byLine)))
    return within
  }
  return found.map(({ ranges, ...paragraph }) => ({ ...paragraph, links: ranges.flatMap(linksIn) }))
}

/**
 * No more links of a range than this are counted. Nobody cites more, and a hostile file could cite as many over and
 * over.
 */
const MOST_LINKS = 500

/** Gives the indices of the links in a range. */
function indicesIn(
  stretch: Position,
  links: readonly Link[],
  byLine: ReadonlyMap<number, readonly number[]>,
): number[] {
  const found: number[] = []
  for (let { line } = stretch.start; line <= stretch.end.line; line++)
    for (const index of byLine.get(line) ?? [])
      if (found.length < MOST_LINKS && isWithin(links[index]!.point, stretch)) found.push(index)
  return found
}

const isWithin = (point: Point, { start, end }: Position): boolean => !precedes(point, start) && precedes(point, end)
const precedes = (a: Point, b: Point): boolean => a.line < b.line || (a.line === b.line && a.column < b.column)
