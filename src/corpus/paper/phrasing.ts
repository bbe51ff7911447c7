/** This file turns the words of a paper into mdast. */
import type { Element, ElementContent } from 'hast'
import { toString } from 'hast-util-to-string'
import type { CitedPart } from '../model/parsed.ts'
import type { Source } from '../model/source.ts'
import type { FilePath } from '../vocabulary.ts'
import { dataOf } from './elements.ts'
import type { Formulas } from './formulas.ts'
import { withJoinedCitations } from './joined-citations.ts'
import { textNode, type PhrasingContent } from './nodes.ts'
import { writePhrasing } from './pandoc.ts'

/** A `Conversion` says what is known of a paper as a whole. */
export interface Conversion {
  readonly formulas: Formulas
  /** Gives the number of a footnote by its id. */
  readonly noteOf: (id: string) => number | undefined
  /** Gives the address of an attachment. */
  readonly fileOf: (path: FilePath) => string
  /** Gives the key by which the bibliography of the paper has a work. */
  readonly keyOf: (source: Source) => string
  /** Tells whether a link leads to a heading. */
  readonly isTarget: (id: string) => boolean
}

/** Turns words into mdast. Blocks among them are words as well. */
export function phrasing(conversion: Conversion, nodes: readonly ElementContent[]): PhrasingContent[] {
  const made: PhrasingContent[] = []
  for (const node of withJoinedCitations(nodes)) {
    if (node.type === 'element') made.push(...wordsOf(conversion, node))
    if (node.type !== 'text') continue
    // The source may have a line break of its own where the text has one.
    const value = made.at(-1)?.type === 'break' ? node.value.replace(/^\s*\n\s*/, '') : node.value
    if (value !== '') made.push(textNode(value))
  }
  return made
}

function wordsOf(conversion: Conversion, node: Element): PhrasingContent[] {
  const children = phrasing(conversion, node.children)
  switch (node.tagName) {
    case 'em':
    case 'i':
      return children.length === 0 ? [] : [{ type: 'emphasis', children }]
    case 'strong':
    case 'b':
      return children.length === 0 ? [] : [{ type: 'strong', children }]
    case 'del':
    case 's':
    case 'strike':
      return children.length === 0 ? [] : [{ type: 'delete', children }]
    case 'code':
    case 'tt':
      return [codeOf(conversion, node)]
    case 'br':
      return [{ type: 'break' }]
    case 'a':
      return linkOf(conversion, node, children)
    case 'q':
      return [textNode('“'), ...children, textNode('”')]
    case 'rt':
      return [textNode(' ('), ...children, textNode(')')]
    case 'rp':
    case 'input':
      return []
    case 'paper-citation':
      return [{ type: 'written', value: citationIn(conversion, node) }]
    case 'paper-picture':
      return [pictureOf(conversion, node)]
    case 'paper-file':
      return [{ type: 'link', url: conversion.fileOf(dataOf(node).path!), children }]
    case 'paper-written':
      return [{ type: 'written', value: dataOf(node).written!.replace(/\s*\n\s*/g, ' ') }]
    default:
      return SPANS.has(node.tagName) ? spanOf(node, children) : children
  }
}

const SPANS: ReadonlyMap<string, readonly [open: string, close: string]> = new Map([
  ['sup', ['^', '^']],
  ['sub', ['~', '~']],
  ['mark', ['[', ']{.mark}']],
  ['u', ['[', ']{.underline}']],
  ['ins', ['[', ']{.underline}']],
  ['kbd', ['[', ']{.kbd}']],
])

function spanOf({ tagName }: Element, children: PhrasingContent[]): PhrasingContent[] {
  const [open, close] = SPANS.get(tagName)!
  // The number of a footnote is raised by itself.
  if (children.length === 0 || children.some(({ type }) => type === 'footnoteReference')) return children
  return [{ type: 'span', open, close, children, ...(open === close && { hasNoSpaces: true }) }]
}

/** Tells whether a `code` element is a formula, and where. */
export function formulaIn(node: Element): 'inline' | 'display' | undefined {
  const classes = node.properties.className
  if (!Array.isArray(classes)) return undefined
  return classes.includes('maths-display') ? 'display' : classes.includes('maths') ? 'inline' : undefined
}

function codeOf({ formulas }: Conversion, node: Element): PhrasingContent {
  const [value, place] = [toString(node), formulaIn(node)]
  if (place === undefined || !formulas.isShown(value, place === 'display')) return { type: 'inlineCode', value }
  return { type: 'formula', value, isDisplay: place === 'display' }
}

function linkOf(conversion: Conversion, { properties }: Element, children: PhrasingContent[]): PhrasingContent[] {
  const { href, title } = properties
  if (properties.dataFootnoteBackref !== undefined) return []
  if (typeof href !== 'string') return children
  if (properties.dataFootnoteRef !== undefined) {
    const number = conversion.noteOf(href.slice(1))
    return number === undefined
      ? []
      : [{ type: 'footnoteReference', identifier: String(number), label: String(number) }]
  }
  if (href.startsWith('#') && !conversion.isTarget(href.slice(1))) return children
  return [{ type: 'link', url: href, children, ...(typeof title === 'string' && { title }) }]
}

/** Makes a picture. One that is no figure stands among words. */
export function pictureOf({ fileOf }: Conversion, node: Element): PhrasingContent {
  const { path, picture } = dataOf(node)
  const { alt, caption, width } = picture!
  return {
    type: 'picture',
    url: fileOf(path!),
    alt,
    ...(caption !== undefined && { caption }),
    ...(width !== undefined && { width }),
  }
}

/** Writes a citation as Pandoc reads it (https://pandoc.org/MANUAL.html#citation-syntax). */
function citationIn(conversion: Conversion, { children }: Element): string {
  const cites = children.filter((child) => child.type === 'element').map((cite) => partsOf(conversion, cite))
  const [first, ...others] = cites
  if (first === undefined) return ''
  const { cites: part, key, suffix } = first
  if (part === undefined || part === 'year') return `[${cites.map(inBrackets).join('; ')}]`
  const inside = [suffix.replace(/^[,\s]+/, ''), ...others.map(inBrackets)].filter((each) => each !== '').join('; ')
  return `${part === 'suppressed' ? '-' : ''}${key}${inside === '' ? '' : ` [${inside}]`}`
}

interface CitedParts {
  readonly cites: CitedPart | undefined
  readonly key: string
  readonly prefix: string
  readonly suffix: string
}

const inBrackets = ({ cites, key, prefix, suffix }: CitedParts): string =>
  `${prefix === '' ? '' : `${prefix} `}${cites === 'year' || cites === 'suppressed' ? '-' : ''}${key}${suffix}`

function partsOf(conversion: Conversion, cite: Element): CitedParts {
  const { source, cites } = dataOf(cite)
  const [prefix = '', suffix = ''] = cite.children.map((affix) =>
    affix.type === 'element' ? affixOf(conversion, affix.children) : '',
  )
  return { cites, key: keyAsWritten(conversion.keyOf(source!)), prefix: prefix.trim(), suffix }
}

/** Writes the words around a work. A semicolon would begin the next work, and braces hold a locator. */
function affixOf(conversion: Conversion, nodes: readonly ElementContent[]): string {
  const [first, ...rest] = nodes
  if (first?.type !== 'text') return nodes.length === 0 ? '' : writtenAffix(conversion, nodes)
  const value = first.value.trimStart()
  const blank = value === first.value ? '' : ' '
  return blank + writtenAffix(conversion, [{ ...first, value }, ...rest])
}

const writtenAffix = (conversion: Conversion, nodes: readonly ElementContent[]): string =>
  writePhrasing(phrasing(conversion, nodes))
    .replace(/(?<!\\);/g, String.raw`\;`)
    .replaceAll(String.raw`\{`, '{')

/** A key of other signs than these is in braces. */
const keyAsWritten = (key: string): string => (/^\w+(?:[:.#$%&+?<>~/-]\w+)*$/.test(key) ? `@${key}` : `@{${key}}`)
