/** The words of a passage as a reader sees them, each where it stands in the file. */
import type { Nodes } from 'mdast'
import { SKIP, visit } from '../walk.ts'

/**
 * As long as what was written, with blanks for all that is no prose: code, formulas, addresses, the targets of links.
 *
 * @param source The file in which the node stands.
 */
export function proseOf(node: Nodes, source: string): string {
  const from = node.position?.start.offset ?? 0
  let text = ''
  visit(node, (part: Nodes) => {
    const [start = from, end = from] = [part.position?.start.offset, part.position?.end.offset]
    if (part.type === 'link' && isBare(source, start, end)) return SKIP
    if (part.type === 'text')
      text += blank(source.slice(from + text.length, start)) + readable(source.slice(start, end))
    return undefined
  })
  return text + blank(source.slice(from + text.length, node.position?.end.offset ?? from))
}

/** A link without words of its own shows those of what it leads to. */
const isBare = (source: string, start: number, end: number): boolean =>
  source.startsWith('[[', start) && !source.slice(start, end).includes('|')

const blank = (text: string): string => text.replace(/[^\n]/g, ' ')

/** Comments, character references and citations by key are no words either. */
const readable = (text: string): string => text.replace(/%%.*?(?:%%|$)|&#?\w+;|\[[^[\]@]*@[^[\]]+\]/gs, blank)
