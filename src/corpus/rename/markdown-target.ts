/** This file finds where the target of a link of Markdown stands in the text, by the rules of CommonMark 0.31. */

/** A `Stretch` is a part of a text, by its offsets. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/**
 * Finds the target of the link or picture that begins at an offset. For `[words][label]` it is that of the definition.
 *
 * @returns Undefined where no link begins there.
 */
export function markdownTarget(text: string, start: number): Stretch | undefined {
  const open = text[start] === '!' ? start + 1 : start
  const close = text[open] === '[' ? closingBracket(text, open) : undefined
  if (close === undefined) return undefined
  if (text[close + 1] === '(') return destination(text, close + 2)
  const [, label = ''] = /^\[([^[\]]*)\]/.exec(text.slice(close + 1, close + 1 + LONGEST)) ?? []
  return definition(text, label.trim() === '' ? text.slice(open + 1, close) : label)
}

/** A label has at most 999 characters. */
const LONGEST = 1001

/** Finds the bracket that closes the one at an offset. Brackets in code do not count, nor do those after a backslash. */
function closingBracket(text: string, open: number): number | undefined {
  let depth = 0
  for (let at = open; at < text.length; at++) {
    const sign = text[at]
    if (sign === '\\') at++
    else if (sign === '`') at = afterCode(text, at) - 1
    else if (sign === '[') depth++
    else if (sign === ']' && --depth === 0) return at
  }
  return undefined
}

/** Gives the offset after the code that begins at an offset, or after its marks where it never ends. */
function afterCode(text: string, start: number): number {
  const [marks = ''] = /^`+/.exec(text.slice(start, start + LONGEST)) ?? []
  const pattern = new RegExp(`(?<!\`)${marks}(?!\`)`, 'g')
  pattern.lastIndex = start + marks.length
  const found = pattern.exec(text)
  return found === null ? start + marks.length : found.index + marks.length
}

/** Finds the address that begins after an opening bracket. */
function destination(text: string, from: number): Stretch | undefined {
  const start = from + /^\s*/.exec(text.slice(from))![0].length
  if (text[start] === '<') {
    const length = /^<(?:\\.|[^<>\\\n])*>/.exec(text.slice(start))?.[0].length
    return length === undefined ? undefined : { start: start + 1, end: start + length - 1 }
  }
  const end = endOfPlain(text, start, /\s/)
  const isWhole = end !== undefined && /^\s*(?:\)|["'(])/.test(text.slice(end))
  // Several editors write the names of files with their blanks.
  const whole = isWhole ? end : endOfPlain(text, start, /\n/)
  return whole === undefined || whole === start ? undefined : { start, end: whole }
}

/** Finds where an address ends that has brackets in pairs only. */
function endOfPlain(text: string, start: number, stop: RegExp): number | undefined {
  let depth = 0
  for (let at = start; at < text.length; at++) {
    const sign = text[at]!
    if (stop.test(sign)) return at
    if (sign === '\\') at++
    else if (sign === '(') depth++
    else if (sign === ')' && depth-- === 0) return at
  }
  return undefined
}

/** Finds the address of a definition. Of several with the same label, the first counts. */
function definition(text: string, label: string): Stretch | undefined {
  const wanted = normalized(label)
  for (const { index, 0: whole, 1: written = '', 2: target = '' } of text.matchAll(DEFINITION)) {
    if (normalized(written) !== wanted) continue
    const isAngled = target.startsWith('<') && target.endsWith('>')
    const end = index + whole.length - (isAngled ? 1 : 0)
    return { start: end - target.length + (isAngled ? 2 : 0), end }
  }
  return undefined
}

/** Matches a definition as far as its address. It may stand in a quotation or a list. */
const DEFINITION = /^[ \t>*+-]*\[((?:\\.|[^[\]\\])+)\]:[ \t]*\n?[ \t>]*(<(?:\\.|[^<>\\\n])*>|[^\s<]\S*)/gm

const normalized = (label: string): string => label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase()
