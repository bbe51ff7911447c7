/**
 * Visits the nodes of a tree as `unist-util-visit` does, and is called the same way. That library gives every node's visitor a name of
 * its own for stack traces, which took more than half of the time a corpus needs to be read.
 */
import type { Node, Parent } from 'unist'
import type { visit as Visit } from 'unist-util-visit'
import type { visitParents as VisitParents } from 'unist-util-visit-parents'

/** Does not go on into the children of a node. */
export const SKIP = 'skip'
/** Ends the walk. */
export const EXIT = false

type Next = number | undefined | typeof EXIT
type Result = boolean | 'skip' | number | readonly [boolean | 'skip', number?] | null | undefined
type Visitor = (node: Node, ancestors: Parent[], index: number | undefined) => Result
type Test = string | readonly string[]

/** Calls the visitor with the node, its index and its parent. */
export const visit = ((tree: Node, ...given: [AnyVisitor] | [Test, AnyVisitor]) => {
  const visitor = given.at(-1) as AnyVisitor
  walk(tree, given.length === 2 ? given[0] : undefined, (node, ancestors, index) =>
    visitor(node, index, ancestors.at(-1)),
  )
}) as typeof Visit

/** Calls the visitor with the node and what it is in, outermost first. The list of ancestors is the walk's own: it changes as it goes on. */
export const visitParents = ((tree: Node, test: Test, visitor: (node: Node, ancestors: Parent[]) => Result) => {
  walk(tree, test, visitor)
}) as typeof VisitParents

type AnyVisitor = (node: Node, index: number | undefined, parent: Parent | undefined) => Result

function walk(tree: Node, test: Test | undefined, visitor: Visitor): void {
  const ancestors: Parent[] = []
  const accepts = acceptance(test)
  const enter = (node: Node, index: number | undefined): Next => {
    const result = accepts(node.type) ? visitor(node, ancestors, index) : undefined
    const [action, next] = Array.isArray(result) ? (result as [Result, number?]) : [result]
    if (action === EXIT) return EXIT
    if (action !== SKIP && 'children' in node && within(node as Parent) === EXIT) return EXIT
    return typeof action === 'number' ? action : next
  }
  /** Children may come and go while they are visited, so their number is asked anew each time. */
  const within = (parent: Parent): Next => {
    ancestors.push(parent)
    for (let index = 0; index < parent.children.length;) {
      const next = enter(parent.children[index]!, index)
      if (next === EXIT) return EXIT
      index = next ?? index + 1
    }
    ancestors.pop()
    return undefined
  }
  enter(tree, undefined)
}

function acceptance(test: Test | undefined): (type: string) => boolean {
  if (test === undefined) return () => true
  return typeof test === 'string' ? (type) => type === test : (type) => test.includes(type)
}
