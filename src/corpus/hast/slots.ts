import type { Element, ElementContent, Nodes, Root } from 'hast'
import type { Plugin } from 'unified'
import { visit } from '../walk.ts'
import type { Body, Slot } from '../model/parsed.ts'

/**
 * A slot is written into the tree as text between two noncharacters, code points that Unicode sets aside for a program's own use.
 * `clear` takes any that a writer put there out first, so that no file can forge one.
 */
const OPEN = '\uFDD0'
const CLOSE = '\uFDD1'
/** A NUL is none, but no HTML may hold one, and CommonMark asks for the same in its place. */
const NONCHARACTERS = /[\0\uFDD0-\uFDEF]/g
/** Where there is neither one nor a reference, there is none in the tree. */
const MAY_HOLD = /[\0&\uFDD0-\uFDEF]/
const LETTER = { open: 'o', words: 'w', close: 'c', beside: 'b' } as const
const AT = { o: 'open', w: 'words', c: 'close', b: 'beside' } as const
const MARK = /\uFDD0([owcb])(\d+)\uFDD1/

/** Text in which nobody can have written a mark. */
export const unmarked = (text: string): string => text.replace(NONCHARACTERS, '\uFFFD')

export function mark(at: Slot['at'], link: number): string {
  return `${OPEN}${LETTER[at]}${link}${CLOSE}`
}

/** The link of which a text is, or begins with, a mark. */
export function linkOf(text: string): number | undefined {
  const link = text.startsWith(OPEN) ? MARK.exec(text)?.[2] : undefined
  return link === undefined ? undefined : Number(link)
}

/** Takes noncharacters out of every text and attribute, character references included, since those are decoded by now. */
export const clear: Plugin<[], Root> = () => (tree, file) => {
  if (!MAY_HOLD.test(String(file))) return
  visit(tree, (node: Nodes) => {
    if (node.type === 'text') node.value = unmarked(node.value)
    if (node.type === 'element')
      for (const [name, value] of Object.entries(node.properties))
        if (typeof value === 'string') node.properties[name] = unmarked(value)
        else if (Array.isArray(value))
          node.properties[name] = value.map((part) => (typeof part === 'string' ? unmarked(part) : part))
  })
}

/** Unwraps the elements that `links` left, so that only the marked text remains. */
export const unwrapSlots: Plugin<[], Root> = () => (tree) => {
  visit(tree, (node: Nodes) => {
    if ('children' in node && node.children.some(isSlot))
      node.children = (node.children as ElementContent[]).flatMap(within)
  })
}

const isSlot = (node: Nodes): node is Element => node.type === 'element' && node.tagName === 'slot'
const within = (node: ElementContent): ElementContent[] => (isSlot(node) ? node.children.flatMap(within) : [node])

/** Text with the marks of words that are still to come, and no others. */
export const onlyWords = (text: string): string => text.replace(/\uFDD0[oc]\d+\uFDD1/g, '')

/** Text without marks. */
export const withoutMarks = (text: string): string => text.replace(/\uFDD0[owcb]\d+\uFDD1/g, '')

/** Puts the words of each link where its mark stands. */
export const fillWords = (text: string, words: (link: number) => string): string =>
  text.replace(/\uFDD0w(\d+)\uFDD1/g, (_, link: string) => words(Number(link)))

/** Cuts finished HTML at its marks. */
export function cut(html: string): Body {
  const parts = html.split(MARK)
  const body: (string | Slot)[] = []
  for (let index = 0; index < parts.length; index += 3) {
    if (parts[index]) body.push(parts[index]!)
    const letter = parts[index + 1] as keyof typeof AT | undefined
    if (letter === undefined) continue
    const slot: Slot = { at: AT[letter], link: Number(parts[index + 2]) }
    body.push(slot)
  }
  return body
}
