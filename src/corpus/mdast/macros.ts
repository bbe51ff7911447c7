/** This file reads what Logseq and Roam write in braces and in double parentheses: macros and references to blocks. */
import type { Nodes, Root } from 'mdast'
import { visit } from '../walk.ts'
import type { Rewrite } from './rewrite.ts'

/** A `MacroReading` is what parts of a text stand for, and what is not read of it. */
export interface MacroReading {
  readonly rewrites: readonly Rewrite[]
  /** These are macros that only their own program can run, by what they are. The offset is that of the first one. */
  readonly unread: ReadonlyMap<string, { readonly offset: number; readonly count: number }>
}

/** A text without any of these signs has no macro, no reference to a block, and no log of a task. */
const SIGNS = [' =', '{{', '((', ':LOGBOOK:', ']([[']
/** Matches a macro. It may hold braces, as queries do. */
const MACRO = /\{\{((?:[^{}]|\{(?:[^{}]|\{[^{}]{0,500}\}){0,500}\}){1,2000}?)\}\}/y
const BLOCK = String.raw`[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=[\w-]*[\dA-Z_-])[\w-]{9}`
/** Matches a reference to a block: the id that Logseq gives, or the nine signs that Roam gives. */
const REFERENCE = new RegExp(String.raw`\(\((${BLOCK})\)\)`, 'y')
/** Matches a picture with its size after its address: `![words](a.png =200x100)`. */
const SIZED = /!\[([^[\]\n]*)\]\((\S+) +=(\d+)(?:x(\d*))?\)/y
/** Matches the log of a task. */
const LOGBOOK = /:LOGBOOK:(?:(?!:LOGBOOK:)[^]){0,5000}?:END:/y
/** Matches where one of them may begin. */
const BEGINNING = /!\[(?=[^[\]\n]{0,300}\]\(\S{1,500} +=\d)|\{\{|(?<!\]\()\(\(|:LOGBOOK:|\[(?=[^[\]\n]{1,300}\]\($)/g
/** Matches a page under other words: `[words]([[page]])`. */
const ALIAS = /\[([^[\]\n]+)\]\(\[\[([^[\]\n]+)\]\]\)/y

/** Matches the name of a macro, which may be a link, and what it is given. */
const PARTS = /^\s*(?:\[\[)?([A-Za-z][\w-]*)(?:\]\])?:?\s*([^]*?)\s*$/

/** Finds what macros, references to blocks and logs stand for. Those in code and in formulas are left alone. */
export function macrosIn(source: string, tree: Root): MacroReading | undefined {
  if (!SIGNS.some((sign) => source.includes(sign))) return undefined
  const rewrites: Rewrite[] = []
  const unread = new Map<string, { offset: number; count: number }>()
  let end = 0
  for (const start of beginningsIn(source, tree)) {
    if (start < end) continue
    const found = readAt(source, start)
    if (found === undefined) continue
    end = start + found.length
    rewrites.push({ start, end, text: found.text })
    if (found.unread === undefined) continue
    const before = unread.get(found.unread)
    unread.set(found.unread, { offset: before?.offset ?? start, count: (before?.count ?? 0) + 1 })
  }
  return rewrites.length === 0 ? undefined : { rewrites, unread }
}

/** Finds where something may begin in plain text. */
function beginningsIn(source: string, tree: Root): number[] {
  const found: number[] = []
  visit(tree, 'text', ({ position }: Nodes) => {
    const [start, end] = [position?.start.offset, position?.end.offset]
    if (start === undefined || end === undefined) return
    for (const { index } of source.slice(start, end).matchAll(BEGINNING)) found.push(start + index)
  })
  return found.sort((a, b) => a - b)
}

interface Found {
  readonly length: number
  readonly text: string
  readonly unread?: string
}

/** Reads what begins at an offset. */
function readAt(source: string, start: number): Found | undefined {
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = start
    return pattern.exec(source)
  }
  const reference = match(REFERENCE)
  if (reference !== null) return { length: reference[0].length, text: `[[((${reference[1]!}))]]` }
  const sized = match(SIZED)
  if (sized !== null) {
    const [whole, words = '', address = '', width = '', height = ''] = sized
    return { length: whole.length, text: `![${words}|${width}${height === '' ? '' : `x${height}`}](${address})` }
  }
  const alias = match(ALIAS)
  if (alias !== null) return { length: alias[0].length, text: `[[${alias[2]!}\\|${alias[1]!}]]` }
  const log = match(LOGBOOK)
  if (log !== null) return { length: log[0].length, text: log[0].replace(/[^\n]/g, '') }
  const macro = match(MACRO)
  if (macro === null || macro[0].includes('\n\n')) return undefined
  const meaning = meaningOf(macro[1]!)
  return meaning && { length: macro[0].length, ...meaning, text: meaning.text + macro[0].replace(/[^\n]/g, '') }
}

const PAGE = /^\[\[(.+)\]\]$/s
const BLOCK_ALONE = new RegExp(String.raw`^\(\((${BLOCK})\)\)$`)

/** Says what a macro stands for. It is undefined for words in braces that are no macro. */
function meaningOf(inside: string): Omit<Found, 'length'> | undefined {
  const [, name = '', given = ''] = PARTS.exec(inside) ?? []
  switch (name.toLowerCase()) {
    case 'todo':
      return { text: '<input type="checkbox">' }
    case 'done':
      return { text: '<input type="checkbox" checked>' }
    case 'embed':
    case 'embed-path':
    case 'embed-children':
      return embedOf(given)
    case 'video':
    case 'youtube':
    case 'vimeo':
    case 'bilibili':
    case 'tweet':
    case 'twitter':
    case 'iframe':
    case 'pdf':
    case 'audio':
      return /^https?:\/\/[^\s<>]+$/.test(given) ? { text: `<${given}>` } : undefined
    case 'cloze':
      return { text: given }
    case 'renderer':
      return /^:toc/i.test(given) ? { text: '' } : { text: '', unread: 'renderer' }
    case 'toc':
      return { text: '' }
    case 'query':
    case 'kanban':
    case 'table':
    case 'attr-table':
    case 'namespace':
    case 'diagram':
    case 'mermaid':
    case 'mentions':
    case 'word-count':
    case 'pomo':
    case 'slider':
    case 'calc':
    case 'function':
      return { text: '', unread: name.toLowerCase() }
    default:
      return undefined
  }
}

/** Makes an embed of a page or a block. */
function embedOf(given: string): Omit<Found, 'length'> | undefined {
  const page = PAGE.exec(given)?.[1]
  if (page !== undefined) return { text: `![[${page}]]` }
  const block = BLOCK_ALONE.exec(given)?.[1]
  return block === undefined ? { text: '', unread: 'embed' } : { text: `![[((${block}))]]` }
}
