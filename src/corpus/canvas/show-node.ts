/**
 * This file shows the nodes of a canvas one by one: texts are rendered, and files are links that wait to be resolved.
 */
import { VFile } from 'vfile'
import { escapeHtml } from '../escape-html.ts'
import { sourceEdits } from '../mdast/edits.ts'
import { renderMarkdown, renderPlain } from '../markdown.ts'
import { movedBody, movedLink, movedText } from '../parse-fields.ts'
import type { Body, Diagram, Heading, Link, Slot, SourceEdit } from '../model/parsed.ts'
import { problem, ruleOf } from '../problem.ts'
import type { Dialect } from '../site-config.ts'
import type { Document, Problem } from '../vocabulary.ts'
import { wordsFor } from '../words/words.ts'
import type { CanvasNode } from './read-canvas.ts'

/** `Shown` is a node as the page shows it. */
export interface Shown {
  /** This is what the node says, as HTML. */
  readonly body: Body
  /** This is what the node is called where an edge leads to it, as HTML. */
  readonly name: Body
  /** This is the node as plain Markdown. */
  readonly edits: readonly SourceEdit[]
}

/** `Parts` are what the nodes of a canvas add to its page. */
export interface Parts {
  readonly shown: Shown[]
  readonly links: Link[]
  readonly headings: Heading[]
  readonly diagrams: Diagram[]
  words: number
  hasMaths: boolean
}

/** Gives the id of the element of a node. */
export const elementId = (index: number): string => `node-${index + 1}`

/** `ShowOptions` are what the rendering of a node depends on besides it. */
export interface ShowOptions {
  readonly dialect: Dialect
  readonly typesetIn: string | undefined
  /** This is the language of the canvas, as a BCP 47 tag. */
  readonly language: string
  /** Problems that are found are added here. */
  readonly problems: Problem[]
}

/** Shows a node, and adds its links and headings to those of the page. */
export function show(document: Document, node: CanvasNode, index: number, parts: Parts, options: ShowOptions): Shown {
  switch (node.type) {
    case 'text':
      return showText(document, node, index, parts, options)
    case 'file':
      return showFile(node, parts)
    case 'link':
      return showAddress(document, node, options.problems)
    case 'group': {
      const label = node.label ?? wordsFor(options.language).text.group
      return { body: [escapeHtml(label)], name: [escapeHtml(label)], edits: [] }
    }
  }
}

/** Shows a node that is a text. */
function showText(
  document: Document,
  node: CanvasNode,
  index: number,
  parts: Parts,
  { dialect, language, typesetIn, problems }: ShowOptions,
): Shown {
  const file = new VFile({
    path: document.path,
    value: node.content,
    data: {
      kind: 'canvas',
      dialect,
      language,
      // No heading of a text is the title of the canvas.
      title: '',
      idPrefix: `${elementId(index)}-`,
      ...(typesetIn !== undefined && { typesetIn }),
    },
  })
  let body: Body
  try {
    body = renderMarkdown(file)
  } catch (error) {
    body = renderPlain(file)
    const reason = error instanceof Error ? error.message : String(error)
    const sentence = `This text cannot be rendered (${reason}) and is shown as it was written. Simplify it.`
    problems.push(problem('warning', 'markdown', document.path, node.point, sentence))
  }
  for (const message of file.messages) {
    const { line = 1, column = 1, source } = message
    // Code in a language that cannot be highlighted is shown without colours, and there is nothing to mend in it.
    if (source === 'rehype-highlight') continue
    problems.push(problem('warning', ruleOf(message), document.path, node.pointIn({ line, column }), message.reason))
  }
  const { links = [], headings = [], edits = [], diagrams = [], words = 0, hasMaths = false } = file.data
  const first = parts.links.length
  parts.links.push(...links.map((link) => ({ ...movedLink(link, first), point: node.pointIn(link.point) })))
  const marked = (text: string): string => movedText(text, first)
  parts.headings.push(...headings.map((heading) => ({ ...heading, text: marked(heading.text) })))
  parts.words += words
  parts.hasMaths ||= hasMaths
  const moved = movedBody(body, first, parts.diagrams.length)
  parts.diagrams.push(...diagrams.map(({ code, line }) => ({ code, line: node.pointIn({ line, column: 1 }).line })))
  return {
    body: moved,
    name: beginningOf(moved, parts.links, wordsFor(language).text.canvasText),
    edits: piecesOf(node.content, sourceEdits(edits, links)).map((edit) => movedEdit(edit, first)),
  }
}

/** Matches the tags that are not part of a line of words. */
const BLOCK_TAGS = /<\/?(?:p|h\d|[uo]l|li|d[ldt]|div|table|t[rhd]|blockquote|pre|br|hr|figure|section|details)\b[^>]*>/
/** Matches tags. Quoted attributes may hold any sign. */
const TAGS = /<(?:"[^"]*"|'[^']*'|[^>"'])*>/g
/** A name is about as long as this, in characters. */
const NAME_LENGTH = 60

/**
 * Gives the first words of a text, without its tags and its links. A heading is a name by itself.
 *
 * @param otherwise The name of a text without words.
 */
function beginningOf(body: Body, links: readonly Link[], otherwise: string): Body {
  const name: (string | Slot)[] = []
  const isEmpty = (): boolean => name.every((piece) => typeof piece === 'string' && piece.trim() === '')
  let length = 0
  for (const piece of body) {
    if (typeof piece !== 'string') {
      const form = links[piece.link]?.form
      if (piece.at === 'words' && form !== 'picture' && form !== 'embed') name.push(piece)
      continue
    }
    for (const [index, line] of piece.split(BLOCK_TAGS).entries()) {
      if (index > 0 && !isEmpty()) return joined(name)
      for (const word of line.replace(TAGS, '').split(/(?<=\s)/)) {
        if (length >= NAME_LENGTH) return joined([...name, '…'])
        name.push(word.replace(/\s+/g, ' '))
        length += word.length
      }
    }
  }
  return isEmpty() ? [otherwise] : joined(name)
}

/** Cuts a text into what stays of it and what stands in place of its edits. */
function piecesOf(text: string, edits: readonly SourceEdit[]): SourceEdit[] {
  const pieces: SourceEdit[] = []
  let at = 0
  for (const edit of edits) {
    if (edit.start < at) continue
    pieces.push(written(text.slice(at, edit.start)), edit)
    at = edit.end
  }
  return [...pieces, written(text.slice(at))]
}

export const written = (text: string): SourceEdit => ({ start: 0, end: 0, text })

const movedEdit = (edit: SourceEdit, by: number): SourceEdit =>
  'link' in edit ? { ...edit, link: edit.link + by } : edit

/** Shows a node that is a file: an entry or an attachment. What it is shows when all files are known. */
function showFile({ content, fragment, point }: CanvasNode, parts: Parts): Shown {
  const link = parts.links.length
  const context = { before: '', sentence: '', after: '' }
  parts.links.push({
    form: 'card',
    by: 'path',
    target: content,
    point,
    context,
    ...(fragment !== undefined && { fragment }),
  })
  return {
    body: [slot('open', link)],
    name: [slot('words', link)],
    edits: [{ start: 0, end: 0, link }],
  }
}

/** Shows a node that is the address of another site. */
function showAddress({ path }: Document, { content, point }: CanvasNode, problems: Problem[]): Shown {
  const address = content.trim()
  const words = escapeHtml(address.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, ''))
  if (!/^(?:https?:\/\/|mailto:)/i.test(address) || !URL.canParse(address)) {
    const sentence = `"${address}" is no address of the web, so the node is shown as text. Write one that begins with https://.`
    problems.push(problem('warning', 'canvas', path, point, sentence))
    return { body: [`<p>${words}</p>`], name: [words], edits: [written(address)] }
  }
  return {
    body: [`<p class="canvas-title"><a href="${escapeHtml(address)}" rel="external">${words}</a></p>`],
    name: [words],
    edits: [written(`<${address}>`)],
  }
}

const slot = (at: Slot['at'], link: number): Slot => ({ at, link })

/** Joins the texts of a body that stand next to one another. */
export function joined(body: Body): Body {
  const pieces: (string | Slot)[] = []
  for (const piece of body) {
    const last = pieces.at(-1)
    if (typeof piece === 'string' && typeof last === 'string') pieces[pieces.length - 1] = last + piece
    else if (piece !== '') pieces.push(piece)
  }
  return pieces
}
