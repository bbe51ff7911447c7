/** This file turns a canvas into a `Parsed`. */
import { readFields } from '../frontmatter/fields.ts'
import { canvasId } from '../names/identify.ts'
import { titleFromName } from '../names/title-from-name.ts'
import type { PlacedNode } from '../model/canvas-layout.ts'
import type { ParsedCanvas } from '../model/parsed.ts'
import { isError, problem, ruleOf } from '../problem.ts'
import { SCHEMAS } from '../schema/fields.ts'
import { typesetFields } from '../typography/fields.ts'
import { wordsFor } from '../words/words.ts'
import { typeset } from '../typography/typography.ts'
import type { Dialect } from '../site-config.ts'
import type { Document, Problem } from '../vocabulary.ts'
import { LARGEST, layOut, readingOrder, type Layout } from './layout.ts'
import { readCanvas, type Canvas } from './read-canvas.ts'
import { elementId, joined, show, type Parts } from './show-node.ts'
import { pageOf } from './write-html.ts'
import { markdownOf, withContexts } from './write-text.ts'

/** Parses a canvas. This is a pure function, as `parse` is. */
export function parseCanvas(
  document: Document,
  dialect: Dialect,
): { readonly parsed: ParsedCanvas; readonly problems: readonly Problem[] } {
  const { path, text } = document
  const canvas = readCanvas(document)
  const { data, problems: wrong } = readFields(document, SCHEMAS.canvas, canvas.fields)
  const problems = [...canvas.problems, ...wrong.map((each) => movedTo(canvas, each))]
  const language = data.lang ?? dialect.language
  const typesetIn = dialect.typography === 'smart' ? language : undefined
  const parts: Parts = { shown: [], links: [], headings: [], diagrams: [], words: 0, hasMaths: false }
  for (const [index, node] of canvas.nodes.entries())
    parts.shown.push(show(document, node, index, parts, { dialect, language, typesetIn, problems }))
  const layout = layOut(canvas.nodes)
  if (layout === undefined) problems.push(tooFar(document))
  const order = readingOrder(canvas.nodes)
  const writtenTitle = data.title || titleFromName(path.replace(/\.canvas$/i, '.md'), dialect)
  const parsed: ParsedCanvas = {
    kind: 'canvas',
    path,
    id: canvasId(path),
    text,
    title: typeset(writtenTitle, typesetIn),
    writtenTitle,
    data: typesetFields(data, typesetIn),
    unread: [],
    stated: [],
    body: joined(pageOf(canvas, parts, order, layout, wordsFor(language).text)),
    fields: [],
    headings: parts.headings,
    links: withContexts(canvas, parts, wordsFor(language).text),
    blocks: [],
    anchors: [],
    topics: [],
    words: parts.words,
    hasMaths: parts.hasMaths,
    ...(parts.diagrams.length > 0 && { diagrams: parts.diagrams }),
    edits: markdownOf(canvas, parts, order, text.length, wordsFor(language).text),
    ...(layout !== undefined && { layout: { ...layout, nodes: placed(canvas, layout) } }),
    nodeCount: canvas.nodes.filter(({ type }) => type !== 'group').length,
  }
  return { parsed, problems }
}

/** Gives a problem of a field the point at which the fields of the canvas stand. */
function movedTo({ fieldsPoint }: Canvas, found: Problem): Problem {
  return problem(isError(found) ? 'error' : 'warning', ruleOf(found), found.file ?? '', fieldsPoint, found.reason)
}

const tooFar = ({ path }: Document): Problem =>
  problem(
    'warning',
    'canvas',
    path,
    { line: 1, column: 1 },
    `The nodes of the canvas are more than ${LARGEST} pixels apart, so they are listed and not drawn. Move them together.`,
  )

const placed = ({ nodes }: Canvas, { boxes }: Layout): PlacedNode[] =>
  boxes.map((box, index) => {
    const { color } = nodes[index]!
    return { id: elementId(index), ...box, ...(color?.startsWith('#') && { color }) }
  })
