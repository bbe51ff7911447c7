/** Which of a file's links are in which of its passages. Links are read long after the passages, from another tree. */
import type { Position } from 'unist'
import type { Link, EssayParagraph } from '../model/parsed.ts'
import type { Point } from '../vocabulary.ts'

/** A passage whose links are not read yet, with the stretches of the file in which they will be. */
export interface Unlinked extends Omit<EssayParagraph, 'links'> {
  readonly stretches: readonly Position[]
}

export function withLinks(found: readonly Unlinked[], links: readonly Link[]): EssayParagraph[] {
  const byLine = Map.groupBy(links.keys(), (index) => links[index]!.point.line)
  // A footnote may be long, and every paragraph refer to it.
  const known = new Map<Position, readonly number[]>()
  const linksIn = (stretch: Position): readonly number[] => {
    let within = known.get(stretch)
    if (within === undefined) known.set(stretch, (within = indicesIn(stretch, links, byLine)))
    return within
  }
  return found.map(({ stretches, ...paragraph }) => ({ ...paragraph, links: stretches.flatMap(linksIn) }))
}

/** Of one stretch; nobody cites more, and a hostile file could cite as many over and over. */
const MOST_LINKS = 500

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
