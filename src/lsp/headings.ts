/** Finds where the headings and blocks of an entry stand. Pages do not need it, so it is not kept with the entry. */
import { visit } from '../corpus/walk.ts'
import { treeOf } from '../corpus/audit/markdown-tree.ts'
import { blockAnchor } from '../corpus/hast/blocks.ts'
import { headingsAsWritten } from '../corpus/link/fragments.ts'
import type { Parsed } from '../corpus/model/parsed.ts'
import { findFrontmatter } from '../corpus/frontmatter/split.ts'

/** A heading with its place. */
export interface PlacedHeading {
  readonly depth: number
  readonly text: string
  /** Undefined for the heading that became the title. */
  readonly id?: string
  /** The line on which it stands, from 0. */
  readonly line: number
}

/** Lists the headings of an entry in the order of its text. */
export function placedHeadings(entry: Parsed): PlacedHeading[] {
  const before = entry.text.slice(0, findFrontmatter(entry.text)?.end ?? 0).split('\n').length - 1
  const places: { depth: number; line: number }[] = []
  visit(treeOf(entry.text), 'heading', ({ depth, position }) => {
    if (position) places.push({ depth, line: before + position.start.line - 1 })
  })
  const known = headingsAsWritten(entry)
  // The first heading may have become the title.
  const titles = places.length - known.length
  return places.map(({ depth, line }, index) => {
    const heading = known[index - titles]
    return { depth, line, text: heading?.text ?? entry.title, ...(heading && { id: heading.id }) }
  })
}

/** Returns the line of a heading or a block of an entry, from 0. It is the first where there is none of this id. */
export function lineOfFragment(entry: Parsed, fragment: string): number {
  const heading = placedHeadings(entry).find(({ id }) => id === fragment)
  if (heading !== undefined) return heading.line
  const block = entry.blocks.find((name) => blockAnchor(name) === fragment)
  const lines = entry.text.split('\n')
  return Math.max(0, block === undefined ? 0 : lines.findIndex((line) => line.trimEnd().endsWith(`^${block}`)))
}
