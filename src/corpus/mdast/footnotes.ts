/** This file reads the footnotes that the parser does not: those within a sentence, and those without a reference. */
import type { FootnoteDefinition, Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import type { Plugin } from 'unified'
import type { ProblemRule } from '../problem-rules.ts'
import { SKIP, visit } from '../walk.ts'

/**
 * Reads `^[words]` as a footnote with these words, as in Pandoc and Obsidian. A footnote that nothing refers to, or
 * whose label an earlier one has, is shown where it stands, because its words would be lost.
 */
export const footnotes: Plugin<[], Root> = () => (tree, file) => {
  const source = String(file)
  if (file.data.isField) return
  if (!source.includes('^')) return
  if (source.includes('^[')) readInline(tree)
  if (!source.includes('[^')) return
  const unused = takeUnused(tree)
  for (const { label, identifier, position } of unused)
    file.message(
      `No text refers to the footnote “${label ?? identifier}”, so it is shown where it stands. ` +
        `Write [^${label ?? identifier}] where it belongs.`,
      { ...(position && { place: position.start }), ruleId: 'footnote' satisfies ProblemRule },
    )
}

/** Turns the footnotes within sentences into references, and puts their words at the end of the text. */
function readInline(tree: Root): void {
  const labels = new Set<string>()
  visit(tree, 'footnoteDefinition', ({ identifier }) => void labels.add(identifier.toLowerCase()))
  let number = 1
  const add = (children: PhrasingContent[]): string => {
    while (labels.has(`inline-${number}`)) number++
    const identifier = `inline-${number++}`
    labels.add(identifier)
    const paragraph: Paragraph = { type: 'paragraph', children }
    // The walk goes on over what is added, because a footnote may hold another one.
    tree.children.push({ type: 'footnoteDefinition', identifier, label: identifier, children: [paragraph] })
    return identifier
  }
  visit(tree, (node: Nodes) => {
    if (!('children' in node) || node.type === 'link') return
    if (node.children.some((child) => child.type === 'text' && child.value.includes('^[')))
      node.children = withReferences(node.children as PhrasingContent[], add)
  })
}

/**
 * Puts references in place of the footnotes among the children of a node. Brackets within a footnote come in pairs. A
 * footnote that nothing closes stays as it was written.
 */
function withReferences(children: readonly PhrasingContent[], add: (inner: PhrasingContent[]) => string) {
  const pieces = children.flatMap(cut)
  const done: PhrasingContent[] = []
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at]!
    const close = isSign(piece, '^[') ? closeOf(pieces, at) : -1
    if (close < 0) done.push(piece)
    else {
      const identifier = add(joined(pieces.slice(at + 1, close)))
      const { position } = piece
      done.push({ type: 'footnoteReference', identifier, label: identifier, ...(position && { position }) })
      at = close
    }
  }
  return joined(done)
}

/** Cuts a text at the signs that open and close something. */
function cut(child: PhrasingContent): PhrasingContent[] {
  if (child.type !== 'text' || !/[[\]]/.test(child.value)) return [child]
  return child.value.split(/(\^\[|[[\]])/).flatMap((value) => (value === '' ? [] : { ...child, value }))
}

const isSign = (piece: PhrasingContent, sign: string): boolean => piece.type === 'text' && piece.value === sign

/** Gives the index of the bracket that closes a footnote, or -1 where nothing does. */
function closeOf(pieces: readonly PhrasingContent[], open: number): number {
  let depth = 0
  for (let at = open; at < Math.min(pieces.length, open + LONGEST); at++) {
    const piece = pieces[at]!
    if (isSign(piece, '^[') || isSign(piece, '[')) depth++
    if (isSign(piece, ']') && --depth === 0) return at
  }
  return -1
}

/** A footnote within a sentence has at most this many parts. Texts of thousands of open ones take no time so. */
const LONGEST = 1_000

/** Joins texts that stand next to each other. */
function joined(pieces: readonly PhrasingContent[]): PhrasingContent[] {
  const done: PhrasingContent[] = []
  for (const piece of pieces) {
    const last = done.at(-1)
    if (piece.type !== 'text' || last?.type !== 'text') done.push(piece.type === 'text' ? { ...piece } : piece)
    else last.value += piece.value
  }
  return done
}

/** Replaces the footnotes that are not shown by what they say. */
function takeUnused(tree: Root): FootnoteDefinition[] {
  const definitions = new Map<string, FootnoteDefinition>()
  const unused = new Map<RootContent, FootnoteDefinition>()
  visit(tree, 'footnoteDefinition', (node) => {
    if (!definitions.has(nameOf(node))) definitions.set(nameOf(node), node)
    unused.set(node, node)
  })
  // A footnote to which only another one refers is used where that one is.
  const pending = referencesIn(tree)
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const definition = definitions.get(name)
    if (definition !== undefined && unused.delete(definition)) pending.push(...referencesIn(definition))
  }
  if (unused.size === 0) return []
  visit(tree, (node: Nodes) => {
    if (!('children' in node) || !node.children.some((child) => unused.has(child))) return
    node.children = node.children.flatMap((child) => {
      const footnote = unused.get(child)
      return footnote === undefined ? [child] : shown(footnote)
    })
  })
  return [...unused.values()]
}

/** Gives the name by which references and footnotes find each other. */
const nameOf = ({ identifier }: { readonly identifier: string }): string => identifier.toUpperCase()

/** Lists the footnotes to which a text refers, without those to which only other footnotes refer. */
function referencesIn(root: Root | FootnoteDefinition): string[] {
  const names: string[] = []
  visit(root, (node: Nodes) => {
    if (node.type === 'footnoteReference') names.push(nameOf(node))
    return node.type === 'footnoteDefinition' && node !== root ? SKIP : undefined
  })
  return names
}

/** Gives what a footnote says, with its label as it was written. */
function shown({ label, identifier, children, position }: FootnoteDefinition): RootContent[] {
  const name: PhrasingContent = { type: 'text', value: `[^${label ?? identifier}]: `, ...(position && { position }) }
  const [first, ...others] = children
  return first?.type === 'paragraph'
    ? [{ ...first, children: [name, ...first.children] }, ...others]
    : [{ type: 'paragraph', children: [name], ...(position && { position }) }, ...children]
}
