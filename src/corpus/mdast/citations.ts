/** Citations as Pandoc has them, on works of the bibliography. */
import type { PhrasingContent, Root, Text } from 'mdast'
import type { Plugin } from 'unified'
import { SKIP, visit } from '../walk.ts'
import { citationsIn, NODE, type Piece } from './citation-syntax.ts'
import { pointsOf } from './split-text.ts'

/** `[see @key, p. 3; @other]` and `@key [p. 3]` cite works in brackets and in a sentence. Not in code, formulas or the words of links. */
export const citations: Plugin<[], Root> = () => (tree, file) => {
  if (!String(file).includes('@')) return
  visit(tree, (node) => {
    if (node.type === 'link') return SKIP
    if (!('children' in node)) return undefined
    const children = node.children as PhrasingContent[]
    if (!children.some((child) => child.type === 'text' && child.value.includes('@'))) return undefined
    const pieces = citationsIn(children.map(asText).join(''))
    if (pieces !== undefined) node.children = assemble(pieces, children)
    return undefined
  })
}

/** A citation may hold emphasis and the like, so the whole run is read at once; what is no text counts as one sign. */
const asText = (child: PhrasingContent): string =>
  child.type === 'text' ? child.value.replaceAll(NODE, '\uFFFD') : NODE

function assemble(pieces: readonly Piece[], children: readonly PhrasingContent[]): PhrasingContent[] {
  const nodes = children.filter(({ type }) => type !== 'text').values()
  const pointOf = placesAmong(children)
  return pieces.flatMap((piece): PhrasingContent[] => {
    if (typeof piece !== 'string')
      return [
        { type: 'link', url: '', children: [], position: pointOf(piece.at), data: { hProperties: citing(piece) } },
      ]
    return piece.split(NODE).flatMap((value, index): PhrasingContent[] => {
      const node = index === 0 ? undefined : nodes.next().value
      return [...(node === undefined ? [] : [node]), ...(value === '' ? [] : [{ type: 'text', value } as Text])]
    })
  })
}

const citing = ({ key, part }: Exclude<Piece, string>) => ({
  dataCite: key,
  ...(part !== undefined && { dataCites: part }),
})

/** For offsets in the run of texts, asked for in their order. */
function placesAmong(children: readonly PhrasingContent[]): (offset: number) => Text['position'] {
  let [index, start] = [0, 0]
  let pointIn: ((offset: number) => Text['position']) | undefined
  return (offset) => {
    for (let child = children[index]; child !== undefined; child = children[++index]) {
      const length = child.type === 'text' ? child.value.length : 1
      if (offset < start + length) return (pointIn ??= pointsOf(child as Text))(offset - start)
      start += length
      pointIn = undefined
    }
    return undefined
  }
}
