/**
 * This file reads blocks as other tools fence them: admonitions and tabs of MkDocs, directives of Docusaurus, Quarto and
 * HedgeDoc, and the blocks of Org that Logseq writes. Each becomes a callout, a quotation or code.
 */
import type { Rewrite } from './rewrite.ts'

/** A `Container` is such a block. The lines are indices, and the last one is part of the block. */
interface Container {
  readonly first: number
  last: number
  /** This is the column, from 0, at which the block begins. */
  readonly column: number
  /** This stands in place of the first line, from the column on. */
  readonly opening: string
  /** This stands in place of the last line. It is undefined where the last line is content. */
  closing?: string
  /** This stands before each line of the content. */
  readonly prefix: string
  /** This is true where the content is indented by four columns. */
  readonly isIndented: boolean
  /** This matches the line that ends the block. It is undefined where the indent ends it. */
  readonly end?: RegExp
  /** This is the number of lines after the first one that say of the block what its first line then says. */
  readonly fields?: number
  /** This is true where the content is code, in which nothing opens another block. */
  readonly isCode?: boolean
}

/** A text without any of these signs has no such block. To look for them is much faster than to match a pattern. */
const SIGNS = ['```ad-', '~~~ad-', '!!!', '???', ':::', '===', '///', '#+']
/** Matches texts in which there may be such a block. */
const MAY_HOLD =
  /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?:`{3,}ad-|~{3,}ad-|!!!|\?\?\?|===[!+]? ?["']|:::|\/\/\/ ?[a-z]|#\+BEGIN_)/im
/** Matches what may stand before a block on its first line: spaces and the mark of an item of a list. */
const BEFORE = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?/
const FENCE = /^[ \t>]*(?:[-*+][ \t]+)?(`{3,}|~{3,})/

/** Finds the rewrites that make callouts, quotations and code of the blocks of a text. */
export function containerRewrites(source: string): Rewrite[] {
  if (!SIGNS.some((sign) => source.includes(sign)) || !MAY_HOLD.test(source)) return []
  const lines = source.split('\n')
  const containers = containersIn(lines)
  return containers.length === 0 ? [] : rewritesOf(lines, containers)
}

/** No more blocks than this are open at once. A hostile text may open one on each line. */
const MAX_OPEN = 100

/** Finds the blocks. One that is never closed is none. */
function containersIn(lines: readonly string[]): Container[] {
  const found: Container[] = []
  const open: Container[] = []
  let fence: string | undefined
  for (const [index, written] of lines.entries()) {
    const line = written.trimEnd()
    closeIndented(open, found, line)
    const mark = FENCE.exec(line)?.[1]
    const fenced =
      fence === undefined && !open.at(-1)?.isCode && open.length < MAX_OPEN ? fencedCallout(lines, index) : undefined
    if (fence !== undefined) {
      if (mark?.startsWith(fence) && line.trim().replaceAll(mark[0]!, '') === '') fence = undefined
    } else if (fenced !== undefined) open.push(fenced)
    else if (open.at(-1)?.end?.test(line)) {
      const closed = open.pop()!
      closed.last = index
      closed.closing = closed.isCode ? '```' : ''
      found.push(closed)
    } else if (mark !== undefined && !open.at(-1)?.isCode) fence = mark
    else if (!open.at(-1)?.isCode && open.length < MAX_OPEN) {
      const container = containerAt(line, index)
      if (container !== undefined) open.push(container)
    }
    for (const each of open) if (each.isIndented && line !== '') each.last = index
  }
  found.push(...open.filter(({ isIndented }) => isIndented))
  return found.filter(({ first, last, isIndented }) => last > first || isIndented).sort((a, b) => a.first - b.first)
}

/** Closes the blocks whose content ends before a line, because it is indented less. */
function closeIndented(open: Container[], found: Container[], line: string): void {
  if (line === '') return
  const indent = widthOf(/^[ \t]*/.exec(line)![0])
  while (open.at(-1)?.isIndented && indent < open.at(-1)!.column + 4) found.push(open.pop()!)
}

/** Gives the number of columns that white space takes. */
const widthOf = (blanks: string): number =>
  Array.from(blanks).reduce((width, sign) => (sign === '\t' ? width + 4 - (width % 4) : width + 1), 0)

/** Reads the first line of a block. */
function containerAt(line: string, first: number): Container | undefined {
  const before = BEFORE.exec(line)![0]
  const rest = line.slice(before.length)
  const at = { first, last: first, column: before.length }
  return admonition(rest, at) ?? directive(rest, at) ?? block(rest, at) ?? orgBlock(rest, at)
}

/**
 * Reads a block of code that the plugin Admonition of Obsidian shows as a callout: ```` ```ad-note ````, with lines such
 * as `title: Words` at its beginning.
 */
function fencedCallout(lines: readonly string[], first: number): Container | undefined {
  const [, blanks = '', fence = '', kind = ''] =
    /^([ \t]*)(`{3,}|~{3,})ad-([\w-]+)[ \t]*$/.exec(lines[first] ?? '') ?? []
  if (kind === '') return undefined
  const fields = new Map<string, string>()
  for (let index = first + 1; index < lines.length; index++) {
    const [, name, value = ''] = /^[ \t]*(title|collapse|icon|color):[ \t]*(.*?)[ \t]*$/.exec(lines[index]!) ?? []
    if (name === undefined) break
    fields.set(name, value)
  }
  const collapse = fields.get('collapse')
  const fold = collapse === undefined || collapse === 'none' ? '' : collapse === 'open' ? '+' : '-'
  return {
    first,
    last: first,
    column: blanks.length,
    opening: callout(kind, fields.get('title') ?? '', fold),
    prefix: '> ',
    isIndented: false,
    end: new RegExp(`^[ \\t]*${fence}[ \\t]*$`),
    fields: fields.size,
  }
}

type At = Pick<Container, 'first' | 'last' | 'column'>

const callout = (kind: string, title: string, fold = ''): string =>
  `> [!${kind.toLowerCase()}]${fold}${title === '' ? '' : ` ${title}`}`

/** Reads `!!! note "Title"`, `??? tip` and `=== "Tab"` (https://squidfunk.github.io/mkdocs-material/reference/). */
function admonition(rest: string, at: At): Container | undefined {
  const found = /^(!!!|\?\?\?\+?)[ \t]*([\w-]+)((?:[ \t]+[\w-]+)*)[ \t]*(?:(["'])(.*)\4)?$/.exec(rest)
  const tab = /^===[!+]?[ \t]*(["'])(.*)\1$/.exec(rest)
  const indented = { ...at, prefix: '> ', isIndented: true }
  if (tab !== null) return { ...indented, opening: callout('tab', tab[2]!) }
  if (found === null) return undefined
  const [, mark = '', kind = '', , , title = ''] = found
  const fold = mark === '!!!' ? '' : mark === '???' ? '-' : '+'
  return { ...indented, opening: callout(kind, title, fold) }
}

/** These words begin a directive that is a callout. Other words name the style of a part of the page. */
const CALLOUTS = new Set(
  (
    'abstract aside attention bug caution danger details error example failure hint important info note question ' +
    'quote secondary seealso spoiler success summary tip tldr todo warning'
  ).split(' '),
)

/** Reads `:::note[Title]`, `::: warning Title` and `::: {.callout-tip title="Title"}`. */
function directive(rest: string, at: At): Container | undefined {
  const found = /^:{3,}[ \t]*(?:([A-Za-z][\w-]*)|(?=\{))(?:\[(.*?)\])?[ \t]*(?:\{([^}]*)\})?[ \t]*(.*?)[ \t]*:*$/.exec(
    rest,
  )
  if (found === null) return undefined
  const [, word = '', label = '', attributes = '', words = ''] = found
  const fenced = { ...at, isIndented: false, end: /^[ \t]*:{3,}[ \t]*$/ }
  const kind = /\.callout-([\w-]+)/.exec(attributes)?.[1] ?? word
  const title = label || /\btitle=(["'])(.*?)\1/.exec(attributes)?.[2] || words
  if (kind === '' || (kind === word && title === '' && !CALLOUTS.has(word.toLowerCase())))
    return { ...fenced, opening: '', prefix: '' }
  const collapse = /\bcollapse=["']?(true|false)/.exec(attributes)?.[1]
  const folds = collapse === 'true' || /^(?:details|spoiler)$/i.test(kind)
  return { ...fenced, opening: callout(kind, title, folds ? '-' : collapse === 'false' ? '+' : ''), prefix: '> ' }
}

/** Reads `/// note | Title` (https://facelessuser.github.io/pymdown-extensions/extensions/blocks/). */
function block(rest: string, at: At): Container | undefined {
  const found = /^\/{3,}[ \t]*([a-z][\w-]*)[ \t]*(?:\|[ \t]*(.*?))?$/.exec(rest)
  if (found === null) return undefined
  const [, kind = '', title = ''] = found
  return { ...at, isIndented: false, end: /^[ \t]*\/{3,}[ \t]*$/, opening: callout(kind, title), prefix: '> ' }
}

const ORG_CODE = /^(?:src|example|export|query)$/i
const ORG_QUOTES = /^(?:quote|verse|center)$/i

/** Reads `#+BEGIN_QUOTE` and its like (https://orgmode.org/manual/Blocks.html). */
function orgBlock(rest: string, at: At): Container | undefined {
  const [, kind = '', more = ''] = /^#\+BEGIN_(\w+)[ \t]*(.*)$/i.exec(rest) ?? []
  if (kind === '') return undefined
  const fenced = { ...at, isIndented: false, end: new RegExp(String.raw`^[ \t]*#\+END_${kind}\b`, 'i') }
  // A query of Logseq is reported by the language of its code.
  const language = /^query$/i.test(kind) ? 'query' : more.split(/\s/)[0]
  if (ORG_CODE.test(kind)) return { ...fenced, opening: `\`\`\`${language}`, prefix: '', isCode: true }
  return { ...fenced, opening: ORG_QUOTES.test(kind) ? '> ' : callout(kind, more), prefix: '> ' }
}

/** Makes the rewrites of each line: what stands in place of its beginning. */
function rewritesOf(lines: readonly string[], containers: readonly Container[]): Rewrite[] {
  const rewrites: Rewrite[] = []
  const open: Container[] = []
  let next = 0
  let offset = 0
  for (const [index, line] of lines.entries()) {
    while (open.length > 0 && open.at(-1)!.last < index) open.pop()
    const begun = containers[next]?.first === index ? containers[next++] : undefined
    const ended = open.find(({ last, closing }) => last === index && closing !== undefined)
    const isField = open.some(({ first, fields = 0 }) => index > first && index <= first + fields)
    const found = lineRewrite(line, open, begun, ended, isField)
    if (found !== undefined) rewrites.push({ start: offset + found.start, end: offset + found.end, text: found.text })
    if (begun !== undefined) open.push(begun)
    offset += line.length + 1
  }
  return rewrites
}

/** Makes the rewrite of a line within blocks. */
function lineRewrite(
  line: string,
  open: readonly Container[],
  begun: Container | undefined,
  ended: Container | undefined,
  isField: boolean,
): Rewrite | undefined {
  let [start, end, text] = [-1, 0, '']
  for (const container of open) {
    if (container === ended) break
    const indent = /^[ \t]*/.exec(line.slice(end))![0].length
    const from = Math.max(end, Math.min(container.column, end + indent))
    if (container.prefix === '' && !container.isIndented) continue
    text += start < 0 ? container.prefix : line.slice(end, from) + container.prefix
    if (start < 0) start = from
    end = container.isIndented ? from + indentOf(line.slice(from)) : from
  }
  if (begun !== undefined || ended !== undefined) {
    const column = Math.max(end, begun?.column ?? Math.min(ended!.column, line.length))
    text += (start < 0 ? '' : line.slice(end, column)) + (begun?.opening ?? ended?.closing ?? '')
    if (start < 0) start = column
    end = line.length
  }
  if (isField) end = line.length
  return start < 0 ? undefined : { start, end, text }
}

/** Gives the number of characters of an indent of four columns. */
const indentOf = (line: string): number => (line.startsWith('\t') ? 1 : /^ {0,4}/.exec(line)![0].length)
