/** This file reads the words around the works of a citation, and leaves one slot for works that are cited together. */
import type { Element, ElementContent, Nodes, Parents } from 'hast'
import type { CitePosition } from '../model/parsed.ts'
import { isFootnoteMark } from './footnote-marks.ts'
import { textOfHeading } from './heading-name.ts'
import { mark, withWordMarksOnly } from './slots.ts'

/** Tells whether an element holds works that are cited together. */
export const isCitation = ({ properties }: Element): boolean => properties.dataCitation === 'yes'

/** A `FoundCitation` is a citation of a body, and where it stands. */
export interface FoundCitation {
  readonly node: Element
  readonly note?: number
  readonly isWholeNote?: true
  readonly isInLink?: true
}

/** Notes where a citation stands. */
export function foundCitation(node: Element, ancestors: readonly Parents[]): FoundCitation {
  const elements = ancestors.filter((each) => each.type === 'element')
  const isInLink = elements.some(({ tagName }) => tagName === 'a')
  const list = elements[elements.findIndex(({ properties }) => 'dataFootnotes' in properties) + 1]
  const notes = list?.tagName === 'ol' ? list.children.filter((child) => child.type === 'element') : []
  const note = notes.findIndex((child) => elements.includes(child)) + 1
  const isWhole = note > 0 && isAlone(node, elements.at(-1)!)
  return { node, ...(note > 0 && { note }), ...(isWhole && { isWholeNote: true }), ...(isInLink && { isInLink }) }
}

/** Tells whether a paragraph of a footnote holds a citation and nothing else but links back. */
const isAlone = (node: Element, { children }: Element): boolean =>
  children.every(
    (child) =>
      child === node ||
      (child.type === 'text' && child.value.trim() === '') ||
      (child.type === 'element' && isFootnoteMark(child)),
  )

/** A `Part` is one work of a citation, with the elements that hold the words before and after it. */
interface Part {
  readonly cite: Element
  prefix?: Element
  suffix?: Element
}

function partsOf(node: Element): Part[] {
  const parts: Part[] = []
  for (const child of node.children) {
    if (child.type !== 'element') continue
    const { dataCite, dataAffix } = child.properties
    const last = parts.at(-1)
    if (typeof dataCite === 'string') parts.push({ cite: child })
    else if (last !== undefined && (dataAffix === 'prefix' || dataAffix === 'suffix')) last[dataAffix] = child
  }
  return parts
}

/**
 * Leaves the slots of citations. Those within the words of others come after these in the list.
 *
 * @param indexOf Gives the index of the link that an element became. It is undefined for those that are no links
 * because there are too many.
 * @returns The positions of the cited works, by the elements that named them, with the elements that have their slots.
 */
export function leaveCitations(
  citations: readonly FoundCitation[],
  indexOf: (cite: Element) => number | undefined,
): Map<Element, { readonly position: CitePosition; readonly slot: Element }> {
  const left = new Map<Element, { position: CitePosition; slot: Element }>()
  for (const { node, ...where } of [...citations].reverse()) {
    const parts = partsOf(node).filter(({ cite }) => indexOf(cite) !== undefined)
    const [firstPart] = parts
    if (firstPart === undefined) node.children = [{ type: 'text', value: asWritten(node) }]
    if (firstPart === undefined) continue
    const first = indexOf(firstPart.cite)!
    for (const { cite, prefix, suffix } of parts)
      left.set(cite, { position: { first, prefix: wordsOf(prefix), suffix: wordsOf(suffix), ...where }, slot: node })
    node.tagName = 'slot'
    node.properties = {}
    node.children = [text(mark('words', first)), ...parts.flatMap((part) => richWords(part, indexOf(part.cite)!))]
  }
  return left
}

const text = (value: string): ElementContent => ({ type: 'text', value })

/** Gives the words around a work as plain text. */
const wordsOf = (affix: Element | undefined): string =>
  affix === undefined ? '' : withWordMarksOnly(textOfHeading(affix)).replace(/\s+/g, ' ')

/** Keeps the words around a work where they hold more than text. */
function richWords({ prefix, suffix }: Part, link: number): ElementContent[] {
  return (['prefix', 'suffix'] as const).flatMap((at): ElementContent[] => {
    const { children = [] } = (at === 'prefix' ? prefix : suffix) ?? {}
    if (children.every(({ type }) => type === 'text')) return []
    const inside = [text(mark(at, link)), ...children, text(mark('affixed', link))]
    return [{ type: 'element', tagName: 'slot', properties: { dataAffix: 'yes' }, children: inside }]
  })
}

/** Gives a citation as it was written, for a place where the works are not known. */
export function asWritten(node: Element): string {
  const parts = partsOf(node).map(({ cite, prefix, suffix }) => {
    const { dataCite, dataCites } = cite.properties
    const minus = dataCites === 'year' || dataCites === 'suppressed' ? '-' : ''
    const [before, after] = [prefix, suffix].map((affix) => (affix === undefined ? '' : words(affix)))
    return {
      part: dataCites,
      before: before === '' ? '' : `${before} `,
      key: `${minus}@${String(dataCite)}`,
      after: after!,
    }
  })
  const [first, ...others] = parts
  if (first === undefined) return ''
  const rest = others.map(({ before, key, after }) => `; ${before}${key}${after}`).join('')
  if (first.part === undefined || first.part === 'year') return `(${first.before}${first.key}${first.after}${rest})`
  const inBrackets = (first.after + rest).replace(/^[,;\s]+/, '')
  return inBrackets === '' ? first.key : `${first.key} (${inBrackets})`
}

function words(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'element' && isCitation(node)) return asWritten(node)
  return 'children' in node ? node.children.map(words).join('') : ''
}
