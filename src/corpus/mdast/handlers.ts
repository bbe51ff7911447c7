/** Lists and tables → hast. The usual handlers ask every item of a list about all the others, which takes an hour for a long list. */
import type { List, ListItem, Parents, TableRow } from 'mdast'
import { defaultHandlers, type Options } from 'remark-rehype'

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

export const handlers = { listItem, tableRow } as Handlers
