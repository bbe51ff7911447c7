/** This file writes slots into a tree as marks in its text, and reads them back from the finished HTML. */
import type { Element, ElementContent, Nodes, Root } from 'hast'
import type { Plugin } from 'unified'
import { visit } from '../walk.ts'
import type { Body, Slot } from '../model/parsed.ts'

/**
 * This character begins a mark, and `CLOSE` ends it. They are noncharacters: code points that Unicode sets aside for
 * the own use of programs (https://www.unicode.org/faq/private_use.html#noncharacters). `clear` first takes out any
 * that a writer put into the text, so that no file can forge a mark.
 */
const OPEN = '\uFDD0'
const CLOSE = '\uFDD1'
/**
 * Matches noncharacters and NUL. NUL is no noncharacter, but HTML must not hold it, and CommonMark asks for the same
 * replacement (https://spec.commonmark.org/0.31.2/#insecure-characters).
 */
const NONCHARACTERS = /[\0\uFDD0-\uFDEF]/g
/**
 * Matches texts in which there may be such a character, directly or as a character reference. The references with a
 * name stand for none of them.
 */
const MAY_HOLD = /[\0\uFDD0-\uFDEF]|&#/
const AT = {
  o: 'open',
  w: 'words',
  c: 'close',
  p: 'prefix',
  s: 'suffix',
  a: 'affixed',
  b: 'margin',
  m: 'margined',
  d: 'drawing',
  e: 'drawn',
} as const
const LETTER = Object.fromEntries(Object.entries(AT).map(([letter, at]) => [at, letter])) as Record<Slot['at'], string>
const MARK = /\uFDD0([owcpsabmde])(\d+)\uFDD1/
const MARK_HERE = new RegExp(MARK, 'y')

/** Replaces all noncharacters, so that the text holds no mark. */
export const replaceNoncharacters = (text: string): string => text.replace(NONCHARACTERS, '\uFFFD')

/**
 * Writes the mark of a slot.
 *
 * @param link The index of the link in the `links` of its file.
 */
export function mark(at: Slot['at'], link: number): string {
  return `${OPEN}${LETTER[at]}${link}${CLOSE}`
}

/**
 * Gives the link of the mark with which a text begins. It is undefined where the text begins with none.
 *
 * @example
 * linkOf(mark('words', 3)) // 3
 * linkOf('words') // undefined
 */
export function linkOf(text: string): number | undefined {
  const link = text.startsWith(OPEN) ? MARK.exec(text)?.[2] : undefined
  return link === undefined ? undefined : Number(link)
}

/**
 * Takes noncharacters out of every text and every attribute. Character references are decoded by now, so those that
 * stood for a noncharacter are found as well.
 */
export const removeForgedMarks: Plugin<[], Root> = () => (tree, file) => {
  if (!MAY_HOLD.test(String(file))) return
  visit(tree, (node: Nodes) => {
    if (node.type === 'text') node.value = replaceNoncharacters(node.value)
    if (node.type === 'element')
      for (const [name, value] of Object.entries(node.properties))
        if (typeof value === 'string') node.properties[name] = replaceNoncharacters(value)
        else if (Array.isArray(value))
          node.properties[name] = value.map((part) => (typeof part === 'string' ? replaceNoncharacters(part) : part))
  })
}

/** Unwraps the elements that `links` left, so that only the text with its marks remains. */
export const unwrapSlots: Plugin<[], Root> = () => (tree, file) => {
  if (file.data.links?.length === 0) return
  visit(tree, (node: Nodes) => {
    if ('children' in node && node.children.some(isSlot))
      node.children = (node.children as ElementContent[]).flatMap(within)
  })
}

const isSlot = (node: Nodes): node is Element => node.type === 'element' && node.tagName === 'slot'
const within = (node: ElementContent): ElementContent[] => (isSlot(node) ? node.children.flatMap(within) : [node])

/** Takes all marks out of a text but those of words to come. */
export const withWordMarksOnly = (text: string): string =>
  text.includes(OPEN) ? text.replace(/\uFDD0[ocpsade]\d+\uFDD1/g, '') : text

/** Takes all marks out of a text. */
export const withoutMarks = (text: string): string =>
  text.includes(OPEN) ? text.replace(/\uFDD0[owcpsabmde]\d+\uFDD1/g, '') : text

/**
 * Puts the words of each link in the place of its mark.
 *
 * @param words Gives the words of a link by its index.
 */
export const fillWords = (text: string, words: (link: number) => string): string =>
  text.replace(/\uFDD0w(\d+)\uFDD1/g, (_, link: string) => words(Number(link)))

/** Lists the links whose words are to come in a text, by their indices. */
export const linksIn = (text: string): number[] =>
  text.includes(OPEN) ? [...text.matchAll(/\uFDD0w(\d+)\uFDD1/g)].map(([, link]) => Number(link)) : []

/**
 * Cuts finished HTML at its marks into a body.
 *
 * @example
 * splitAtMarks(`See ${mark('open', 0)}this${mark('close', 0)}.`)[1] // { at: 'open', link: 0 }
 */
export function splitAtMarks(html: string): Body {
  const body: (string | Slot)[] = []
  let from = 0
  for (let at = html.indexOf(OPEN); at >= 0; at = html.indexOf(OPEN, at + 1)) {
    MARK_HERE.lastIndex = at
    const [mark, letter, index] = MARK_HERE.exec(html) ?? []
    if (mark === undefined) continue
    if (at > from) body.push(html.slice(from, at))
    const slot: Slot = { at: AT[letter as keyof typeof AT], link: Number(index) }
    body.push(slot)
    from = at + mark.length
  }
  if (from < html.length) body.push(html.slice(from))
  return body
}
