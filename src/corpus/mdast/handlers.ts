/**
 * What the usual way from mdast to hast takes too long for: the items of lists, of which each is asked about all the others (an hour for a
 * long list), rows of tables, and the definitions of a text, which are looked for with a library that is slow to visit.
 */
import type { Definition, FootnoteDefinition, List, ListItem, Nodes, Parents, Root, TableRow } from 'mdast'
import { defaultHandlers, type Options } from 'remark-rehype'
import type { Plugin } from 'unified'
import { visit } from '../walk.ts'

type Handlers = NonNullable<Options['handlers']>
type State = Parameters<NonNullable<Handlers['listItem']>>[0]

const isLooseItem = ({ spread, children }: ListItem): boolean => spread ?? children.length > 1
const isLoose = ({ spread, children }: List): boolean => spread === true || children.some(isLooseItem)

const loose = new WeakMap<List, boolean>()

function remembered(list: List): boolean {
  let known = loose.get(list)
  if (known === undefined) loose.set(list, (known = isLoose(list)))
  return known
}

/** The handler is given a list that answers for all its items at once. */
function listItem(state: State, node: ListItem, parent: Parents | undefined): unknown {
  const list = parent?.type === 'list' ? { ...parent, spread: remembered(parent), children: [] } : parent
  return defaultHandlers.listItem(state, node, list)
}

/** The handler looks for the row in its table, only to know whether it is the first. */
function tableRow(state: State, node: TableRow, parent: Parents | undefined): unknown {
  const table: Parents | undefined =
    parent?.type === 'table' ? { ...parent, children: parent.children.slice(0, 1) } : parent
  return defaultHandlers.tableRow(state, node, table)
}

/** Stands for a text, and has of it only what is looked for from the outside. */
interface Outline extends Root {
  whole?: Root
}

/** Comes just before the way to hast, which looks for definitions in what it is given, and then asks for the root to be made. */
export const outline: Plugin<[], Root, Root> = () => (whole) => {
  const children: (Definition | FootnoteDefinition)[] = []
  visit(whole, (node: Nodes) => {
    if (node.type === 'definition' || node.type === 'footnoteDefinition') children.push(node)
  })
  return { type: 'root', children, whole } as Outline
}

const root = (state: State, node: Outline): unknown => defaultHandlers.root(state, node.whole ?? node)

export const handlers = { listItem, tableRow, root } as Handlers
