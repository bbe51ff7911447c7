/** The words of a passage as a reader sees them, each where it stands in the file. */
import type { Nodes, Text } from 'mdast'
import type { Place } from '../model.ts'
import { SKIP, visit } from '../walk.ts'

/** As long as what was written, with blanks for all that is no prose: code, formulas, addresses, the targets of links. */
export interface Prose {
  readonly text: string
  readonly placeOf: (index: number) => Place
}

export function proseOf(node: Nodes, source: string): Prose {
  const { start, end } = node.position ?? {}
  const [from, to] = [start?.offset ?? 0, end?.offset ?? 0]
  let text = ''
  visit(node, (part: Nodes) => {
    if (part.type === 'link' && isBare(source.slice(part.position?.start.offset, part.position?.end.offset)))
      return SKIP
    if (part.type !== 'text') return undefined
    const [first, last] = offsetsOf(part, from)
    text += blank(source.slice(from + text.length, first)) + readable(source.slice(first, last))
    return undefined
  })
  text += blank(source.slice(from + text.length, to))
  return { text, placeOf: (index) => placeAt(text, start ?? { line: 1, column: 1 }, index) }
}

/** A link without words of its own shows those of what it leads to. */
const isBare = (written: string): boolean => /^\[\[[^|]*\]\]$/.test(written)

const offsetsOf = ({ position }: Text, otherwise: number): [number, number] => [
  position?.start.offset ?? otherwise,
  position?.end.offset ?? otherwise,
]

const blank = (text: string): string => text.replace(/[^\n]/g, ' ')

/** Comments, character references and citations by key are no words either. */
const readable = (text: string): string => text.replace(/%%.*?(?:%%|$)|&#?\w+;|\[[^[\]@]*@[^[\]]+\]/gs, blank)

function placeAt(text: string, start: Place, index: number): Place {
  const before = text.slice(0, index)
  const lines = before.split('\n').length - 1
  return {
    line: start.line + lines,
    column: lines === 0 ? start.column + index : index - before.lastIndexOf('\n'),
  }
}
