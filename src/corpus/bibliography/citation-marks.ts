/** This file marks the works in a citation that the processor wrote, so that a page can link each of them. */
import { DELIMITER_BEGINS, DELIMITER_ENDS } from './processor-mends.ts'

/** This stands between the words before a work and the work. */
export const PREFIX_ENDS = '\uFDE2'
/** This stands between a work and the words after it. */
export const SUFFIX_BEGINS = '\uFDE3'

/** These characters begin and end the link of a work. The first is followed by the index of the work in its citation. */
const [OPEN, CLOSE] = ['\uFDE4', '\uFDE5']
const INDEX = 0xe400

/** A `Written` is a citation as the processor wrote it. */
export interface Written {
  /** This is the part that names the authors of the first work in the sentence. */
  readonly authors?: string
  readonly html: string
  /** These are the indices of the works in their citation, in the order in which they were written. */
  readonly order: readonly number[]
  /** These are the numbers of the works, where the style has numbers. */
  readonly numbers?: readonly number[]
  readonly layout: { readonly prefix: string; readonly suffix: string; readonly decorations: number }
}

/** Writes the marks of links around what names each work. */
export function withLinkMarks(written: Written): string {
  const { authors, html, order } = written
  const chunks = html.split(DELIMITER).map((text, index, { length }) => outer(text, index, length, written.layout))
  const marked = html
    .split(DELIMITER)
    .map((text, index) => (chunks.length === order.length ? linked(text, chunks[index]!, order[index]!) : text))
  const delimiters = html.match(DELIMITER) ?? []
  const text = marked.map((chunk, index) => chunk + (delimiters[index] ?? '')).join('')
  const whole = chunks.length === order.length ? text : byNumber(text, written)
  return bare(authors === undefined ? whole : narrative(authors, whole, written))
}

const DELIMITER = new RegExp(`(?:${DELIMITER_BEGINS}[^${DELIMITER_BEGINS}${DELIMITER_ENDS}]*)?${DELIMITER_ENDS}`, 'g')

/** A `Span` is a part of a text, from one offset to another. */
type Span = readonly [from: number, to: number]

/** Finds the part of a chunk that names its work, without the words around it and the brackets of the style. */
function outer(text: string, index: number, count: number, { prefix, suffix, decorations }: Written['layout']): Span {
  const tags = new RegExp(`^(?:<[^>]*>){${decorations}}`)
  const first = index > 0 ? 0 : (tags.exec(text)?.[0].length ?? 0)
  const last = index < count - 1 ? '' : (new RegExp(`(?:</[^>]*>){${decorations}}$`).exec(text)?.[0] ?? '')
  const [begins, ends] = [text.indexOf(PREFIX_ENDS), text.indexOf(SUFFIX_BEGINS)]
  const end = text.length - last.length
  const from = begins >= 0 ? begins + 1 : index === 0 && text.startsWith(prefix, first) ? first + prefix.length : first
  const to = ends >= 0 ? ends : index === count - 1 && text.slice(0, end).endsWith(suffix) ? end - suffix.length : end
  return [from, Math.max(from, to)]
}

function linked(text: string, [from, to]: Span, work: number): string {
  const inner = text.slice(from, to)
  if (inner.trim() === '' || !isBalanced(inner)) return text
  return text.slice(0, from) + OPEN + String.fromCharCode(INDEX + work) + inner + CLOSE + text.slice(to)
}

/** Tells whether every element that begins in a text ends in it. */
function isBalanced(html: string): boolean {
  let depth = 0
  for (const [, slash] of html.matchAll(/<(\/?)[a-z][^>]*>/gi)) if ((depth += slash === '/' ? -1 : 1) < 0) return false
  return depth === 0
}

/** Marks the numbers of works, where the style joins them as in `[1–3]`. */
function byNumber(text: string, { order, numbers }: Written): string {
  if (numbers === undefined) return text
  return order.reduce((marked, work, index) => {
    const number = new RegExp(`(?<![\\d\\w&#;])${numbers[index]}(?![\\d\\w])`)
    return marked.replace(number, (digits) => OPEN + String.fromCharCode(INDEX + work) + digits + CLOSE)
  }, text)
}

/** Joins the authors with the rest of a citation in a sentence. One work without other words is one link. */
function narrative(authors: string, text: string, { order }: Written): string {
  const open = OPEN + String.fromCharCode(INDEX)
  const hasOthers = order.length > 1 || text.includes(SUFFIX_BEGINS)
  return hasOthers ? `${open}${authors}${CLOSE} ${text}` : `${open}${authors} ${text.replace(LINKS, '')}${CLOSE}`
}

const bare = (text: string): string =>
  text.replace(new RegExp(`[${DELIMITER_BEGINS}${DELIMITER_ENDS}${PREFIX_ENDS}${SUFFIX_BEGINS}]`, 'g'), '')

const LINKS = new RegExp(`${OPEN}.|${CLOSE}`, 'g')

/**
 * Puts links in the place of their marks.
 *
 * @param open Gives the beginning of the link of a work, by the index of the work in its citation.
 */
export const fillLinkMarks = (marked: string, open: (work: number) => string, close = '</a>'): string =>
  marked.replace(LINKS, (mark) => (mark === CLOSE ? close : open(mark.charCodeAt(1) - INDEX)))

/** Takes the marks of links out. */
export const withoutLinkMarks = (marked: string): string => marked.replace(LINKS, '')

/** Gives what is linked first in a citation, without its marks. It is undefined where nothing is. */
export const firstLinked = (marked: string): string | undefined =>
  new RegExp(`${OPEN}.([^${CLOSE}]*)${CLOSE}`).exec(marked)?.[1]
