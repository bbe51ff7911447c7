/** This file describes a graph as Roam exports it, and finds what its pages and blocks have to do with each other. */

/** A `RoamBlock` is a page, which has a title, or a block, which has a string. Whatever an export holds is one. */
export interface RoamBlock {
  readonly string?: unknown
  readonly uid?: unknown
  readonly heading?: unknown
  readonly children?: unknown
  readonly title?: unknown
}

/** Lists the blocks right below a page or a block. */
export const childrenOf = ({ children }: RoamBlock): RoamBlock[] =>
  Array.isArray(children)
    ? (children as unknown[]).filter((each): each is RoamBlock => typeof each === 'object' && each !== null)
    : []

/** Lists all blocks below a page or a block. */
export const below = (block: RoamBlock): RoamBlock[] => childrenOf(block).flatMap((child) => [child, ...below(child)])

/** Gives the text of a block, or the title of a page. */
export const textOf = ({ title, string }: RoamBlock): string =>
  typeof title === 'string' ? title.trim() : typeof string === 'string' ? string : ''

/**
 * Lists the titles of the pages that a text references: `[[page]]`, also within another one, `#tag`, `#[[tag]]` and the
 * name of an attribute.
 *
 * @example
 * referencesIn('Supports:: [[[[CLM]] - x]] #a') // ['[[CLM]] - x', 'CLM', 'Supports', 'a']
 */
export function referencesIn(text: string): string[] {
  const plain = text.replace(/```[^]*?```|`[^`\n]*`/g, '')
  const found: string[] = []
  const open: number[] = []
  for (let at = 0; at < plain.length - 1; at++)
    if (plain.startsWith('[[', at)) open.push((at += 1) + 1)
    else if (plain.startsWith(']]', at) && open.length > 0) found.push(plain.slice(open.pop(), at++))
  const attribute = /^([^:`[\]\n]+)::/.exec(plain)?.[1]
  const tags = [...plain.matchAll(/(?<![\w#])#([\p{L}\p{N}_/-]+)/gu)].map(([, tag = '']) => tag)
  return [...found.reverse(), ...(attribute === undefined ? [] : [attribute.trim()]), ...tags]
}

/** `RoamIndex` leads from each page and block to those around it. */
export interface RoamIndex {
  readonly pages: readonly RoamBlock[]
  readonly byTitle: ReadonlyMap<string, RoamBlock>
  readonly parentOf: ReadonlyMap<RoamBlock, RoamBlock>
  readonly pageOf: ReadonlyMap<RoamBlock, RoamBlock>
  readonly referencedBy: ReadonlyMap<RoamBlock, readonly RoamBlock[]>
  readonly referencesOf: ReadonlyMap<RoamBlock, readonly RoamBlock[]>
}

/** Makes the index of a graph. */
export function indexGraph(pages: readonly RoamBlock[]): RoamIndex {
  const byTitle = new Map(pages.map((page) => [textOf(page), page]))
  const [parentOf, pageOf] = [new Map<RoamBlock, RoamBlock>(), new Map<RoamBlock, RoamBlock>()]
  const [referencedBy, referencesOf] = [new Map<RoamBlock, RoamBlock[]>(), new Map<RoamBlock, RoamBlock[]>()]
  const walk = (parent: RoamBlock, page: RoamBlock): void => {
    for (const block of childrenOf(parent)) {
      parentOf.set(block, parent)
      pageOf.set(block, page)
      const named = new Set(referencesIn(textOf(block)).flatMap((title) => byTitle.get(title) ?? []))
      referencesOf.set(block, [...named])
      for (const each of named) {
        const others = referencedBy.get(each)
        if (others === undefined) referencedBy.set(each, [block])
        else others.push(block)
      }
      walk(block, page)
    }
  }
  for (const page of pages) walk(page, page)
  return { pages, byTitle, parentOf, pageOf, referencedBy, referencesOf }
}
