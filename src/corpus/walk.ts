/**
 * This file visits the nodes of a tree as `unist-util-visit` does, and is called the same way. That library gives the
 * visitor of every node a name of its own for stack traces, which took more than half of the time that reading a corpus
 * takes.
 */
import type { Node, Parent } from 'unist'
import type { visit as Visit } from 'unist-util-visit'
import type { visitParents as VisitParents } from 'unist-util-visit-parents'

/** A visitor returns this to leave out the children of a node. */
export const SKIP = 'skip'
/** A visitor returns this to end the walk. */
export const EXIT = false

type Result = boolean | 'skip' | number | readonly [boolean | 'skip', number?] | null | undefined
type Visitor = (node: Node, ancestors: Parent[], index: number | undefined) => Result
type Test = string | readonly string[]

/**
 * Visits the nodes of a tree, parents before their children. The visitor is given the node, its index and its parent.
 */
export const visit = ((tree: Node, ...given: [AnyVisitor] | [Test, AnyVisitor]) => {
  const visitor = given[given.length - 1] as AnyVisitor
  walk(tree, given.length === 2 ? given[0] : undefined, (node, ancestors, index) =>
    visitor(node, index, ancestors[ancestors.length - 1]),
  )
}) as typeof Visit

/**
 * Visits the nodes of a tree of the types that `test` names. The visitor is given the node and its ancestors, outermost
 * first. The list of ancestors belongs to the walk and changes as the walk goes on.
 */
export const visitParents = ((tree: Node, test: Test, visitor: (node: Node, ancestors: Parent[]) => Result) => {
  walk(tree, test, visitor)
}) as typeof VisitParents

type AnyVisitor = (node: Node, index: number | undefined, parent: Parent | undefined) => Result

function walk(tree: Node, test: Test | undefined, visitor: Visitor): void {
  const result = accepts(test, tree.type) ? visitor(tree, [], undefined) : undefined
  const action = Array.isArray(result) ? (result as readonly [Result])[0] : result
  if (action !== EXIT && action !== SKIP && isParent(tree)) walkWithin(tree, test, visitor, [])
}

/**
 * Visits the nodes within a parent. It runs for every node of every text, so it allocates nothing on its way.
 *
 * @returns Whether the walk is to end.
 */
function walkWithin(parent: Parent, test: Test | undefined, visitor: Visitor, ancestors: Parent[]): boolean {
  ancestors.push(parent)
  // A visitor may add and remove children, so the list is read anew each time.
  for (let index = 0; index < parent.children.length;) {
    const node = parent.children[index]!
    let next = index + 1
    let action: Result = undefined
    if (accepts(test, node.type)) {
      const result = visitor(node, ancestors, index)
      action = result
      if (Array.isArray(result)) {
        action = (result as readonly [Result])[0]
        next = (result as readonly [Result, number?])[1] ?? next
      } else if (typeof result === 'number') next = result
    }
    if (action === EXIT) return true
    if (action !== SKIP && isParent(node) && walkWithin(node, test, visitor, ancestors)) return true
    index = next
  }
  ancestors.pop()
  return false
}

const isParent = (node: Node): node is Parent => (node as Partial<Parent>).children !== undefined

const accepts = (test: Test | undefined, type: string): boolean =>
  test === undefined || (typeof test === 'string' ? test === type : test.includes(type))
