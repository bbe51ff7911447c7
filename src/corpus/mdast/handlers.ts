/**
 * This file speeds up three steps on the way from mdast to hast. For each item of a list, the usual handler looks at
 * all the others, which takes an hour for a long list. For each row of a table, it looks the row up among the others.
 * And it looks for definitions with a library that is slow to visit a tree.
 */
import type { Definition, FootnoteDefinition, List, ListItem, Nodes, Parents, Root, TableRow } from 'mdast'
import { defaultHandlers, type Options } from 'remark-rehype'
import type { Plugin } from 'unified'
import { visit } from '../walk.ts'

type Handlers = NonNullable<Options['handlers']>
type State = Parameters<NonNullable<Handlers['listItem']>>[0]

/** Tells whether an item of a list is loose: whether there are blank lines in it. */
const isLooseItem = ({ spread, children }: ListItem): boolean => spread ?? children.length > 1
/** Tells whether a list is loose, which makes a paragraph of every item. */
const isLoose = ({ spread, children }: List): boolean => spread === true || children.some(isLooseItem)

/** Keeps whether each list is loose. */
const loose = new WeakMap<List, boolean>()

/** Tells whether a list is loose. It is found out once for each list. */
export function isLooseList(list: List): boolean {
  let known = loose.get(list)
  if (known === undefined) loose.set(list, (known = isLoose(list)))
  return known
}

/** Makes an item of a list. The usual handler is given a list without items that says whether all of them are loose. */
function listItem(state: State, node: ListItem, parent: Parents | undefined): unknown {
  const list = parent?.type === 'list' ? { ...parent, spread: isLooseList(parent), children: [] } : parent
  return defaultHandlers.listItem(state, node, list)
}

/**
 * Makes a row of a table. The usual handler only looks the row up to know whether it is the first, so it is given a
 * table with the first row only.
 */
function tableRow(state: State, node: TableRow, parent: Parents | undefined): unknown {
  const table: Parents | undefined =
    parent?.type === 'table' ? { ...parent, children: parent.children.slice(0, 1) } : parent
  return defaultHandlers.tableRow(state, node, table)
}

/** An `Outline` stands for a whole text and holds only what the usual code looks for from outside: the definitions. */
interface Outline extends Root {
  whole?: Root
}

/**
 * Replaces the tree by its outline, right before it is turned into hast. That step first looks for definitions in what
 * it is given, and then asks for the root. `root` then makes the whole text.
 */
export const outline: Plugin<[], Root, Root> = () => (whole) => {
  const children: (Definition | FootnoteDefinition)[] = []
  visit(whole, (node: Nodes) => {
    if (node.type === 'definition' || node.type === 'footnoteDefinition') children.push(node)
  })
  return { type: 'root', children, whole } as Outline
}

/** Makes the root of the whole text. */
const root = (state: State, node: Outline): unknown => defaultHandlers.root(state, node.whole ?? node)

/** These are the handlers for `remark-rehype`. */
export const handlers = { listItem, tableRow, root } as Handlers
