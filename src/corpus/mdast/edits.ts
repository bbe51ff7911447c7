import type { Nodes, Parents, Root } from 'mdast'
import type { Plugin } from 'unified'
import type { Link, SourceEdit } from '../model/parsed.ts'
import { SKIP, visit } from '../walk.ts'

/**
 * A stretch of the source that plain Markdown cannot keep as it is. Offsets count UTF-16 units from the beginning of
 * the file.
 */
export interface Edit {
  readonly start: number
  readonly end: number
  /** What stands there instead. */
  readonly text?: string
  /** Or the link that stands there, by where it begins (`line:column`), with the words it has of its own. */
  readonly at?: string
  readonly words?: string
}

declare module 'vfile' {
  interface DataMap {
    edits: Edit[]
    /** Stretches that no reader sees. */
    comments: readonly (readonly [start: number, end: number])[]
  }
}

const EXTERNAL = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i

/**
 * Notes what has to change in the source so that it can be handed on as plain Markdown: links into the corpus,
 * comments, HTML, and the names of blocks. The source is cheap to cut, where writing the tree out again would take as
 * long as parsing it did.
 */
export const edits: Plugin<[], Root> = () => (tree, file) => {
  const source = String(file)
  const found: Edit[] = [{ start: 0, end: Math.max(0, source.search(/\S/)), text: '' }]
  for (const [start, end] of file.data.comments ?? []) found.push({ start, end, text: '' })
  found.push(...(file.data.rewrites ?? []))
  visit(tree, (node: Nodes) => {
    const [start, end] = [node.position?.start.offset, node.position?.end.offset]
    if (start === undefined || end === undefined) return undefined
    found.push(...editsOf(node, source.slice(start, end), start))
    return node.type === 'link' ? SKIP : undefined
  })
  found.push(...(file.data.macros ?? []))
  file.data.edits = found
}

/**
 * Finds the link that belongs to each edit. An edit whose link is not among `links` is dropped, so a link to another
 * site stays as it was written.
 *
 * @param links Links with the points that they have in the text of the edits.
 */
export function sourceEdits(edits: readonly Edit[], links: readonly Link[]): SourceEdit[] {
  const indices = new Map(links.map(({ point: { line, column } }, index) => [`${line}:${column}`, index]))
  return edits
    .flatMap(({ start, end, text, at, words }): SourceEdit[] => {
      if (text !== undefined) return [{ start, end, text }]
      const link = indices.get(at ?? '')
      return link === undefined ? [] : [{ start, end, link, ...(words !== undefined && { words }) }]
    })
    .sort((a, b) => a.start - b.start)
}

function editsOf(node: Nodes, written: string, start: number): Edit[] {
  const end = start + written.length
  switch (node.type) {
    case 'html':
      return [{ start, end, text: withoutTags(written) }]
    case 'definition':
      return EXTERNAL.test(node.url) ? [] : [{ start, end, text: '' }]
    case 'link':
    case 'linkReference':
      return /^(?:[![]|\{\{|\(\()/.test(written)
        ? [{ start, end, at: pointOf(node), ...wordsOf(node, written, start) }]
        : []
    case 'code':
      return node.lang === 'base' ? [{ start, end, at: pointOf(node) }] : []
    case 'image':
    case 'imageReference':
      return [{ start, end, at: pointOf(node) }]
    default:
      return blockName(node, written, end)
  }
}

/** Comments too. What stands between the tags stays. */
const withoutTags = (html: string): string => html.replace(/<!--.*?(?:-->|$)/gs, '').replace(/<\/?[a-z!?][^>]*>/gi, '')

const pointOf = ({ position }: Nodes): string => `${position!.start.line}:${position!.start.column}`

/** As they were written. Those of a wikilink are its name, unless it says others. */
function wordsOf({ children }: Parents, written: string, start: number): { words?: string } {
  const [first, last] = [children[0], children.at(-1)]
  if (/^(?:\[\[|!|\{\{|\(\(|\[[^\]]*\]\(\[\[)/.test(written)) {
    const text = first?.type === 'text' ? first.value : ''
    return text === '' ? {} : { words: text }
  }
  const [from, to] = [first?.position?.start.offset, last?.position?.end.offset]
  return from === undefined || to === undefined ? {} : { words: written.slice(from - start, to - start) }
}

function blockName({ data }: Nodes, written: string, end: number): Edit[] {
  const id = (data as { hProperties?: { dataBlock?: string } } | undefined)?.hProperties?.dataBlock
  const name = id === undefined ? undefined : /\s*\^[A-Za-z0-9-]+\s*$/.exec(written)
  return name ? [{ start: end - name[0].length, end, text: '' }] : []
}
