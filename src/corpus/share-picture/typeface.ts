/** This file says which texts can be drawn as outlines, and divides them into lines. */

/** A `Typeface` gives the outlines of letters, which a program that draws needs no font for. */
export interface Typeface {
  /** Gives the width of a text in multiples of its size. */
  readonly widthOf: (text: string) => number
  /** Gives the outline of a text as the data of an SVG path, with its first letter at a point of the base line. */
  readonly outlineOf: (text: string, size: number, x: number, y: number) => string
}

/** Matches a text in the scripts that the fonts of the site have. */
const DRAWN = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]*$/u

/**
 * Tells whether a text can be drawn: whether it has letters or digits, and all are Latin, Greek or Cyrillic.
 *
 * @example canBeDrawn('Why green?') // true
 * @example canBeDrawn('为什么？') // false
 */
export const canBeDrawn = (text: string): boolean => DRAWN.test(text) && /[\p{L}\p{N}]/u.test(text)

/** `Lines` are a text as it is set. */
export interface Lines {
  readonly lines: readonly string[]
  /** This is true where all of the text is in the lines. */
  readonly isWhole: boolean
}

/**
 * Divides a text into lines. Where it is longer than they are, the last one ends with an ellipsis.
 *
 * @param width The width of a line in multiples of the size of the letters.
 * @param most The greatest number of lines.
 */
export function setLines(text: string, width: number, most: number, { widthOf }: Typeface): Lines {
  const words = text.split(/\s+/).filter((word) => word !== '')
  const lines: string[] = []
  while (words.length > 0 && lines.length < most) {
    let line = words.shift()!
    while (words.length > 0 && widthOf(`${line} ${words[0]!}`) <= width) line += ` ${words.shift()!}`
    lines.push(line)
  }
  const isWhole = words.length === 0 && lines.every((line) => widthOf(line) <= width)
  return { lines: lines.map((line, index) => fitted(line, index === most - 1 && words.length > 0)), isWhole }

  /** Cuts a line that is too wide, as one long word can be, and one after which there is more. */
  function fitted(line: string, hasMore: boolean): string {
    if (!hasMore && widthOf(line) <= width) return line
    const letters = Array.from(line)
    while (letters.length > 1 && widthOf(`${letters.join('')}…`) > width) letters.pop()
    return `${letters.join('').replace(/[\s,;:.–—-]+$/, '')}…`
  }
}
