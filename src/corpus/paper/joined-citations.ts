/** This file joins citations that stand side by side, so that a style can order them and write them in one pair of brackets. */
import type { Element, ElementContent } from 'hast'
import { dataOf } from './elements.ts'

/** Joins each citation in brackets with those that follow it. A work that is cited twice without a page is cited once. */
export function withJoinedCitations(nodes: readonly ElementContent[]): ElementContent[] {
  const joined: ElementContent[] = []
  for (const node of nodes) {
    const [before, space] = [joined.at(-2), joined.at(-1)]
    const isNext = before !== undefined && isInBrackets(before) && isInBrackets(node) && isBlank(space)
    if (!isNext) joined.push(node)
    else joined.splice(-2, 2, { ...before, children: distinct([...before.children, ...node.children]) })
  }
  return joined
}

const isBlank = (node: ElementContent | undefined): boolean => node?.type === 'text' && node.value.trim() === ''

function isInBrackets(node: ElementContent): node is Element {
  if (node.type !== 'element' || node.tagName !== 'paper-citation') return false
  const [first] = node.children
  const { cites } = first?.type === 'element' ? dataOf(first) : {}
  return cites === undefined || cites === 'year'
}

function distinct(cites: readonly ElementContent[]): ElementContent[] {
  const all = cites.filter((cite) => cite.type === 'element')
  return all.filter((cite, index) => {
    const isSame = (other: Element): boolean => other !== cite && dataOf(other).source === dataOf(cite).source
    return !isBare(cite) || !all.some((other, at) => isSame(other) && (!isBare(other) || at < index))
  })
}

const isBare = ({ children }: Element): boolean =>
  children.every((affix) => affix.type === 'element' && affix.children.length === 0)
