/**
 * This file mends the outline of a page of Logseq before it is parsed. There every block is an item of a list, however
 * deep, and nothing is code for its indentation.
 */
import type { Rewrite } from './rewrite.ts'

/** An item with a comment is taken out later. Without one, its sign may make a heading of the line before. */
const NOTHING = ' <!---->'
const BULLET = /^([ \t]*)-(?:[ \t]|$)/
const EMPTY = /^[ \t]*-[ \t]*$/
/** A heading without indentation ends a list. */
const HEADING = /^#{1,6}[ \t]/
const FENCE = /^[ \t]*(?:-[ \t]+)?(`{3,}|~{3,})/
/** Matches the beginning of a block that would be another one after the sign of an item. */
const NO_ITEM = /^(?:[`~]{3}|\$\$|\||>|\w[\w-]*:: )/
/** Matches the area of a PDF that was marked, with what Logseq notes of it. */
const AREA = /\[:span\](?=((?:\n[ \t]+[\w-]+:: [^\n]*)*))/g

/** Finds what has to be replaced so that every block is parsed as an item. */
export function logseqRewrites(source: string, path: string): Rewrite[] {
  const rewrites = [...outlineRewrites(source), ...areaRewrites(source, path)]
  return rewrites.sort((a, b) => a.start - b.start)
}

/**
 * Makes items of what stands before the first one, takes indentation off that belongs to no item, and marks items
 * without words.
 */
function outlineRewrites(source: string): Rewrite[] {
  const rewrites: Rewrite[] = []
  const lines = source.split('\n')
  let offset = 0
  let fence: string | undefined
  let [hasParent, parent, extra] = [false, undefined as number | undefined, '']
  for (const [index, line] of lines.entries()) {
    const start = offset
    offset += line.length + 1
    const mark = FENCE.exec(line)?.[1]
    const isInCode = fence !== undefined
    if (fence !== undefined && mark?.startsWith(fence) === true) fence = undefined
    else if (fence === undefined && mark !== undefined) fence = mark
    const indent = isInCode ? undefined : BULLET.exec(line)?.[1]
    if (indent === '') [hasParent, extra] = [true, '']
    else if (indent === undefined && !isInCode && (HEADING.test(line) || (/^\S/.test(line) && !hasParent))) {
      hasParent = false
      parent = NO_ITEM.test(line) ? undefined : start
    } else if (indent !== undefined && !hasParent && extra === '') {
      if (parent === undefined) extra = indent
      else rewrites.push({ start: parent, end: parent, text: '- ' })
      hasParent = parent !== undefined
    }
    if (extra !== '' && line.startsWith(extra)) rewrites.push({ start, end: start + extra.length, text: '' })
    if (indent !== undefined && EMPTY.test(line) && !isDeeper(lines[index + 1], indent))
      rewrites.push({ start: start + line.length, end: start + line.length, text: NOTHING })
  }
  return rewrites
}

/** Tells whether a line is a block below one with an indentation. */
const isDeeper = (line: string | undefined, indent: string): boolean =>
  line !== undefined && (BULLET.exec(line)?.[1]?.length ?? 0) > indent.length

/** Shows the picture of each area of a PDF that was marked, which Logseq keeps under its id. */
function areaRewrites(source: string, path: string): Rewrite[] {
  if (!source.includes('[:span]')) return []
  const pdf = /(?:^|\/)hls__([^/]+)\.md$/.exec(path)?.[1]
  return [...source.matchAll(AREA)].map(({ index, 1: notes = '' }) => {
    const noted = (key: string): string | undefined => new RegExp(`^[ \\t]+${key}:: (\\S+)`, 'm').exec(notes)?.[1]
    const [page, id, stamp] = [noted('hl-page'), noted('id'), noted('hl-stamp')]
    const isArea = pdf !== undefined && page !== undefined && id !== undefined && stamp !== undefined
    const text = isArea ? `![](<../assets/${pdf}/${page}_${id}_${stamp}.png>)` : ''
    return { start: index, end: index + '[:span]'.length, text }
  })
}
