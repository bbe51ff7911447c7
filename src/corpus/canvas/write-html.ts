/** This file writes a canvas as HTML: a list of its nodes in the order of reading, and its edges as SVG. */
import { escapeHtml } from '../escape-html.ts'
import type { Body } from '../model/parsed.ts'
import type { Words } from '../words/words.ts'
import { curveOf, type Layout, type Reading } from './layout.ts'
import type { Canvas, CanvasEdge, CanvasNode } from './read-canvas.ts'
import { elementId, type Parts, type Shown } from './show-node.ts'

/** Writes the list of the nodes, and the lines between them. */
export function pageOf(
  canvas: Canvas,
  parts: Parts,
  order: readonly Reading[],
  layout: Layout | undefined,
  words: Words['text'],
): Body {
  if (canvas.nodes.length === 0) return []
  const edges = Map.groupBy(canvas.edges, ({ from }) => from)
  const list = (readings: readonly Reading[]): Body => [
    '<ul class="canvas-nodes">',
    ...readings.flatMap(({ node, holds }) => itemOf(canvas, parts, node, edges.get(node) ?? [], list, holds, words)),
    '</ul>',
  ]
  return [...(layout === undefined ? [] : [drawingOf(canvas, layout)]), ...list(order)]
}

function itemOf(
  { nodes }: Canvas,
  { shown }: Parts,
  index: number,
  edges: readonly CanvasEdge[],
  list: (readings: readonly Reading[]) => Body,
  holds: readonly Reading[],
  words: Words['text'],
): Body {
  const { type, color } = nodes[index]!
  const named = ` id="${elementId(index)}"${color === undefined ? '' : ` data-color="${color.startsWith('#') ? 'own' : color}"`}`
  const to = edges.length === 0 ? [] : edgesOf(shown, edges, words)
  if (type !== 'group')
    return [`<li class="canvas-node"${named}>`, ...contentOf(nodes[index]!, shown[index]!, words), ...to, '</li>']
  const label = shown[index]!.body
  return [
    `<li class="canvas-group"><div class="canvas-frame"${named}><p class="canvas-label">`,
    ...label,
    '</p>',
    ...to,
    '</div>',
    ...(holds.length === 0 ? [] : list(holds)),
    '</li>',
  ]
}

/** A text that is long for its box scrolls, with the keyboard too. */
function contentOf({ type, box, content }: CanvasNode, { body }: Shown, { canvasText }: Words['text']): Body {
  if (type !== 'text') return ['<div class="canvas-content">', ...body, '</div>']
  const { width, height } = box ?? { width: 260, height: 120 }
  const lines = content.split('\n').reduce((sum, line) => sum + 1 + Math.floor((line.length * 9) / width), 0)
  const scrolls = lines * 26 > height * 0.6 ? ` tabindex="0" role="group" aria-label="${canvasText}"` : ''
  return [`<div class="canvas-content"${scrolls}>`, ...body, '</div>']
}

/** Says where the edges of a node lead. */
const edgesOf = (shown: readonly Shown[], edges: readonly CanvasEdge[], words: Words['text']): Body => [
  '<ul class="canvas-edges">',
  ...edges.flatMap(({ to, fromEnd, toEnd, label }) => [
    `<li>${words.edges[`${fromEnd} ${toEnd}`]} <a href="#${elementId(to)}">`,
    ...shown[to]!.name,
    `</a>${label === undefined ? '' : `: ${escapeHtml(label)}`}</li>`,
  ]),
  '</ul>',
]

/** Draws the lines between nodes. The list says the same in words, so they are hidden from screen readers. */
function drawingOf({ edges }: Canvas, { width, height, boxes }: Layout): string {
  const lines = edges.map((edge) => {
    const { line, arrows, middle } = curveOf(edge, boxes[edge.from]!, boxes[edge.to]!)
    const color = edge.color ?? ''
    const drawn = color.startsWith('#') ? ` color="${color}"` : color === '' ? '' : ` data-color="${color}"`
    const label =
      edge.label === undefined ? '' : `<text x="${middle.x}" y="${middle.y}" dy=".3em">${escapeHtml(edge.label)}</text>`
    const heads = arrows.length === 0 ? '' : `<path class="canvas-arrow" d="${arrows.join('')}"/>`
    return `<g${drawn}><path d="${line}"/>${heads}${label}</g>`
  })
  if (lines.length === 0) return ''
  return `<svg class="canvas-lines" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true">${lines.join('')}</svg>`
}
