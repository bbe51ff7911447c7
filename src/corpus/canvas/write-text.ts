/** This file writes a canvas as text: the words around its links, and its Markdown. */
import { plainText } from '../escape-html.ts'
import { mark } from '../hast/slots.ts'
import type { Body, Link, SourceEdit } from '../model/parsed.ts'
import type { Reading } from './layout.ts'
import type { Canvas } from './read-canvas.ts'
import { written, type Parts } from './show-node.ts'
import type { Words } from '../words/words.ts'

/** Gives the links of files the words that stand around them: those of the edges, or of the group. */
export function withContexts({ nodes, edges }: Canvas, { shown, links }: Parts, words: Words['text']): Link[] {
  const around = new Map<number, string[]>()
  for (const { from, to, label } of edges) {
    const sentence = [textOf(shown[from]!.name), ...(label === undefined ? [] : [label]), textOf(shown[to]!.name)].join(
      words.leadsTo,
    )
    for (const node of new Set([from, to])) around.set(node, [...(around.get(node) ?? []), sentence])
  }
  const sentences = new Map(
    nodes.flatMap((_, index) => {
      const [piece] = shown[index]!.body
      const said = around.get(index)?.slice(0, MOST_EDGES).join('; ')
      return typeof piece === 'object' ? [[piece.link, said ?? words.onCanvas]] : []
    }),
  )
  return links.map((link, index) =>
    link.form === 'card' ? { ...link, context: { ...link.context, sentence: sentences.get(index) ?? '' } } : link,
  )
}

/** The words around the link to a file have at most so many edges. */
const MOST_EDGES = 4

/** Gives HTML without tags as plain text, with marks for the words to come. */
const textOf = (name: Body): string =>
  name
    .map((piece) => (typeof piece === 'string' ? plainText(piece) : mark('words', piece.link)))
    .join('')
    .trim()

/** Writes the canvas as plain Markdown, in place of the JSON. */
export function markdownOf(
  { nodes }: Canvas,
  { shown }: Parts,
  order: readonly Reading[],
  length: number,
  { group }: Words['text'],
): SourceEdit[] {
  const pieces = (readings: readonly Reading[]): SourceEdit[] =>
    readings.flatMap(({ node, holds }) => [
      ...(nodes[node]!.type === 'group' ? [written(`**${nodes[node]!.label ?? group}**`)] : shown[node]!.edits),
      written('\n\n'),
      ...pieces(holds),
    ])
  const all: SourceEdit[] = [{ start: 0, end: length, text: '' }, ...pieces(order)]
  return all.map((edit, index) => (index === 0 ? edit : { ...edit, start: length, end: length }))
}
