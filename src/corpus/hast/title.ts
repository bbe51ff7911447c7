/** This file finds the title of a body. */
import type { Element, ElementContent, Nodes, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import type { Plugin } from 'unified'
import { basename } from '../names/file-path.ts'
import { isInOwnFolder } from '../names/identify.ts'
import { isGeneratedName, isIdName } from '../names/title-from-name.ts'
import { SKIP, visit } from '../walk.ts'
import { asWritten, isCitation } from './citations.ts'
import { isFootnoteMark } from './footnote-marks.ts'
import { headingName, nameOfHeading } from './heading-name.ts'
import { depthOf } from './headings.ts'
import { mayHoldHeadings } from './inventory.ts'
import { UNPUBLISHED } from '../vocabulary.ts'

declare module 'vfile' {
  interface DataMap {
    /** This is the title from the frontmatter, if there is one. */
    title: string
    /** This is the title that the body gives. It is empty where there is none. */
    titleInBody: string
    /** This is the first heading of any level. It is empty where there is none. */
    firstHeading: string
    /** This is the name of the heading that became the title, where that does not follow from the title. */
    titleHeading: string
    /** These are the names that links without words of their own gave to a heading, by the words of the heading. */
    titleNames: ReadonlyMap<string, { readonly names: readonly string[]; readonly without: string }>
  }
}

/**
 * Finds the title that a body gives: the heading of the first level with which the text begins, where it has no other
 * of that level. A heading further down is the name of a section, as in Obsidian. Where the name of the file is a
 * number, a key or `README`, the first heading of the first level is the title wherever it stands, and where the name
 * is an id, one at the beginning is, whatever follows. The page shows its title by itself, so the heading is removed
 * where it is the title.
 */
export const title: Plugin<[], Root> = () => (tree, file) => {
  const stated = file.data.title?.trim()
  const found = mayHoldHeadings(file) ? headingsOf(tree) : []
  const tops = found.filter((node) => depthOf(node) === 1)
  const [top] = tops
  const path = file.path
  const isTitle =
    top !== undefined &&
    !file.data.isDrawing &&
    (saysNothing(path) || isTitleOf(tree, tops, path, file.data.dialect?.hasOwnLayout))
  const titleNames = new Map<string, { names: readonly string[]; without: string }>()
  const words = (heading: Element | undefined): string => {
    if (heading === undefined) return ''
    const names: string[] = []
    const said = trimmed(wordsOf(heading, names))
    if (names.length > 0) titleNames.set(said, { names, without: trimmed(wordsOf(heading, undefined)) })
    return said
  }
  const wordsOfTop = words(top)
  file.data.firstHeading = file.data.isDrawing ? '' : top !== undefined ? wordsOfTop : words(found[0])
  file.data.titleInBody = isTitle ? wordsOfTop : ''
  file.data.titleNames = titleNames
  if (top === undefined || (stated === undefined ? !isTitle : wordsOfTop !== stated)) return
  const name = nameOfHeading(String(file), top)
  if (name !== headingName(wordsOfTop)) file.data.titleHeading = name
  remove(tree, top)
}

/** Tells whether the name of a file says nothing of what is in it. */
const saysNothing = (path: string): boolean => isGeneratedName(path) || /^readme$/i.test(basename(path))

/** Tells whether the first heading of the first level is the title. */
function isTitleOf(tree: Root, [top, ...others]: readonly Element[], path: string, hasOwnLayout = false): boolean {
  return (
    (others.length === 0 || isIdName(path, hasOwnLayout && isInOwnFolder(path))) &&
    firstOf(tree.children, top!) === 'it'
  )
}

/** These elements show something, though they hold no text. */
const VOID = new Set(['img', 'hr', 'iframe', 'video', 'audio', 'input', 'object', 'embed', 'math', 'svg'])

/**
 * Tells what comes first in a list of nodes: a heading, anything else that is shown, or nothing. Blank text, comments,
 * tags and properties do not count.
 */
function firstOf(nodes: Root['children'], heading: Element): 'it' | 'other' | undefined {
  for (const node of nodes) {
    if (node === heading) return 'it'
    if (node.type === 'text' && node.value.trim() !== '') return 'other'
    if (node.type !== 'element' || node.properties.dataTopic !== undefined || isProperties(node)) continue
    if (VOID.has(node.tagName) || node.properties.dataName !== undefined) return 'other'
    const first = firstOf(node.children, heading)
    if (first !== undefined) return first
  }
  return undefined
}

/** Tells whether an element is nothing but properties, as Logseq and Dataview write them: `key:: value`. */
function isProperties(node: Element): boolean {
  if (node.tagName !== 'p') return false
  const lines = toString(node).trim().split('\n')
  return lines.every((line) => /^\s*[\p{L}\p{N}][\p{L}\p{N} _/-]{0,60}::(?:\s|$)/u.test(line))
}

/**
 * Gives the text of a heading. The title is found before the works are known, so a citation in it stays as it was
 * written, and so does the name in a link without words of its own. The number of a footnote is no word of it.
 *
 * @param names Collects the names in such links. Where it is undefined, they are left out.
 */
function wordsOf(node: Nodes, names: string[] | undefined): string {
  if (node.type === 'text') return node.value
  if (!('children' in node)) return ''
  if (node.type === 'element') {
    const { dataName } = node.properties
    if (isCitation(node)) return asWritten(node)
    if (isFootnoteMark(node)) return ''
    if (node.tagName === 'a' && typeof dataName === 'string' && node.children.length === 0) {
      names?.push(dataName)
      return names === undefined ? UNPUBLISHED : dataName.replaceAll('#', ' > ').replace(/^ > /, '')
    }
    if (node.tagName === 'br') return ' '
  }
  return node.children.map((child) => wordsOf(child, names)).join('')
}

const trimmed = (words: string): string => words.replace(/\s+/g, ' ').trim()

/**
 * Lists the headings of a body. Those in lists and quotations are left out, because they are names of parts of these.
 */
function headingsOf(tree: Root): Element[] {
  const found: Element[] = []
  visit(tree, 'element', (node) => {
    if (node.tagName === 'li' || node.tagName === 'blockquote') return SKIP
    if (depthOf(node) !== undefined) found.push(node)
    return undefined
  })
  return found
}

/** Removes a heading, and the links that lead back from its footnotes to it. */
function remove(tree: Root, heading: Element): void {
  const anchors = new Set<string>()
  visit(heading, 'element', ({ properties }) => {
    if (properties.dataFootnoteRef !== undefined && typeof properties.id === 'string') anchors.add(`#${properties.id}`)
  })
  visit(tree, 'element', (node, index, parent) => {
    const isBack =
      anchors.size > 0 && node.properties.dataFootnoteBackref !== undefined && anchors.has(String(node.properties.href))
    if ((node !== heading && !isBack) || parent === undefined || index === undefined) return undefined
    ;(parent.children as ElementContent[]).splice(index, 1)
    return [SKIP, index]
  })
}
