/** This file reads citations of works in the syntax of Pandoc. */
import type { Properties } from 'hast'
import type { Link, Nodes, PhrasingContent, Root, Text } from 'mdast'
import type { Plugin } from 'unified'
import { SKIP, visit } from '../walk.ts'
import { citationsIn, NODE_PLACEHOLDER, type CitedKey, type Piece } from './citation-syntax.ts'
import { CitationNotes } from './citation-notes.ts'
import { pointsOf } from './split-text.ts'

declare module 'mdast' {
  /**
   * A `Citation` holds the works that are cited together. Within it are a `cite` for each work, and after that one or
   * two for the words around the work.
   */
  interface Citation extends Parent {
    type: 'citation'
    children: PhrasingContent[]
    data: Data & { hName: 'span'; hProperties: Properties }
  }
  interface PhrasingContentMap {
    citation: Citation
  }
  interface RootContentMap {
    citation: Citation
  }
}

/**
 * Turns citations into nodes that carry the keys of the works. A citation in brackets is `[see @key, p. 3; @other]`,
 * and one in a sentence is `@key [p. 3]`. Code and formulas are left alone, and so are names in brackets. In a style
 * that cites in notes, the nodes are in footnotes.
 */
export const citations: Plugin<[], Root> = () => (tree, file) => {
  if (!String(file).includes('@')) return
  const citesInNotes = file.data.dialect?.citesInNotes === true && file.data.isField !== true
  cite(tree, citesInNotes ? new CitationNotes(tree) : undefined)
}

/** Turns the citations within a node into nodes. Those of footnotes stay where they are. */
function cite(root: Nodes, notes: CitationNotes | undefined): void {
  visit(root, (node: Nodes) => {
    if (node.type === 'citation' || (node.type === 'link' && !hasOwnWords(node))) return SKIP
    if (node.type === 'footnoteDefinition' && notes !== undefined) {
      for (const child of node.children) cite(child, undefined)
      return SKIP
    }
    if (!('children' in node)) return undefined
    const children = withAddresses(node.children as PhrasingContent[])
    if (!children.some((child) => child.type === 'text' && child.value.includes('@'))) return undefined
    const pieces = citationsIn(children.map(asText).join(''))
    if (pieces === undefined) return undefined
    const assembled = assemble(pieces, children)
    node.children = node.type === 'link' ? assembled : (notes?.moved(assembled) ?? assembled)
    return undefined
  })
}

/** Tells whether a link has words that its writer chose. Those of a name or an address are no citation. */
function hasOwnWords({ url, data, children: [first] }: Link): boolean {
  if (url === '' || (data as { hProperties?: object } | undefined)?.hProperties !== undefined) return false
  return first?.type !== 'text' || (first.value !== url && `mailto:${first.value}` !== url)
}

/** Matches a text that ends with the beginning of a citation by an address. */
const BEFORE_ADDRESS = /@(?:url:)?$/

/**
 * Joins `@` or `@url:` with the address after it, which the parser takes for a link. The key is then in braces, because
 * an address holds signs that end any other key.
 */
function withAddresses(children: readonly PhrasingContent[]): PhrasingContent[] {
  if (!children.some((child) => child.type === 'text' && BEFORE_ADDRESS.test(child.value))) return [...children]
  const joined: PhrasingContent[] = []
  for (const child of children) {
    const last = joined.at(-1)
    const [words, ...others] = child.type === 'link' ? child.children : []
    const isAddress =
      words?.type === 'text' && others.length === 0 && child.type === 'link' && child.url === words.value
    if (last?.type === 'text' && BEFORE_ADDRESS.test(last.value) && isAddress)
      joined[joined.length - 1] = {
        ...last,
        value: last.value.replace(BEFORE_ADDRESS, (before) => `@{${before.slice(1)}${words.value}}`),
      }
    else if (last?.type === 'text' && child.type === 'text')
      joined[joined.length - 1] = { ...last, value: last.value + child.value }
    else joined.push(child)
  }
  return joined
}

/**
 * Gives the text of a node. A citation may hold emphasis and the like, so a run of nodes is read at once, and each node
 * that is no text counts as one character.
 */
const asText = (child: PhrasingContent): string =>
  child.type === 'text' ? child.value.replaceAll(NODE_PLACEHOLDER, '\uFFFD') : NODE_PLACEHOLDER

/** Makes nodes of the pieces, and puts the nodes that are no text back where they were. */
function assemble(pieces: readonly Piece[], children: readonly PhrasingContent[]): PhrasingContent[] {
  const nodes = children.filter(({ type }) => type !== 'text').values()
  const pointOf = positionsAmong(children)
  const restore = (text: string): PhrasingContent[] =>
    text.split(NODE_PLACEHOLDER).flatMap((value, index): PhrasingContent[] => {
      const node = index === 0 ? undefined : nodes.next().value
      return [...(node === undefined ? [] : [node]), ...(value === '' ? [] : [{ type: 'text', value } as Text])]
    })
  return pieces.flatMap((piece): PhrasingContent[] => {
    if (typeof piece === 'string') return restore(piece)
    const position = pointOf(piece.at)
    return [
      spanOf(
        { dataCitation: 'yes' },
        piece.keys.flatMap((key) => citeOf(key, position, restore)),
        position,
      ),
    ]
  })
}

/** Makes the nodes of one work: first the work, then the words before and after it, as far as there are any. */
function citeOf(
  { key, part, prefix, suffix }: CitedKey,
  position: Text['position'],
  restore: (text: string) => PhrasingContent[],
): PhrasingContent[] {
  const cite = { dataCite: key, ...(part !== undefined && { dataCites: part }) }
  return [
    spanOf(cite, [], position),
    ...(prefix === '' ? [] : [spanOf({ dataAffix: 'prefix' }, nested(restore(prefix), position))]),
    ...(suffix.trim() === '' ? [] : [spanOf({ dataAffix: 'suffix' }, nested(restore(suffix), position))]),
  ]
}

/** Reads citations in the words around a work, as in `[@key, quoted in @other]`. */
function nested(children: PhrasingContent[], position: Text['position']): PhrasingContent[] {
  return children.flatMap((child): PhrasingContent[] => {
    const pieces = child.type === 'text' && child.value.includes('@') ? citationsIn(child.value) : undefined
    if (pieces === undefined) return [child]
    return assemble(pieces, [{ ...(child as Text), ...(position && { position }) }])
  })
}

/** Makes a `span` of HTML with properties. */
const spanOf = (
  hProperties: Properties,
  children: PhrasingContent[],
  position?: Text['position'],
): PhrasingContent => ({
  type: 'citation',
  children,
  data: { hName: 'span', hProperties },
  ...(position && { position }),
})

/**
 * Makes a function that gives the position of an offset in a run of nodes. The offsets have to be asked for in
 * ascending order.
 */
function positionsAmong(children: readonly PhrasingContent[]): (offset: number) => Text['position'] {
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
