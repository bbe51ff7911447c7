/**
 * This file sanitises SVG files. An SVG file can run scripts when it is opened by itself, so a published one keeps only
 * what draws.
 */
import { fromHtml } from 'hast-util-from-html'
import { sanitize, type Schema } from 'hast-util-sanitize'
import { toHtml } from 'hast-util-to-html'
import type { Root } from 'hast'
import { visit } from './walk.ts'

/** These are the elements that are kept. */
const SHAPES = [
  'svg',
  'g',
  'defs',
  'symbol',
  'title',
  'desc',
  'path',
  'rect',
  'circle',
  'ellipse',
  'line',
  'polyline',
  'polygon',
  'text',
  'tspan',
  'textPath',
  'linearGradient',
  'radialGradient',
  'stop',
  'clipPath',
  'mask',
  'pattern',
  'marker',
  'use',
  'filter',
  'feGaussianBlur',
  'feOffset',
  'feMerge',
  'feMergeNode',
  'feFlood',
  'feComposite',
  'feBlend',
  'feColorMatrix',
]

/** These attributes draw. None of them is an event handler or a style, and none refers to anything outside the file. */
const DRAWING = [
  'id',
  'className',
  'role',
  'ariaLabel',
  'ariaLabelledBy',
  'ariaHidden',
  'xmlns',
  'xmlnsXLink',
  'viewBox',
  'preserveAspectRatio',
  'width',
  'height',
  'x',
  'y',
  'x1',
  'y1',
  'x2',
  'y2',
  'cx',
  'cy',
  'r',
  'rx',
  'ry',
  'fx',
  'fy',
  'd',
  'points',
  'dx',
  'dy',
  'rotate',
  'textLength',
  'lengthAdjust',
  'transform',
  'fillOpacity',
  'fillRule',
  'strokeWidth',
  'strokeOpacity',
  'strokeDashArray',
  'strokeDashOffset',
  'strokeLineCap',
  'strokeLineJoin',
  'strokeMiterLimit',
  'opacity',
  'color',
  'fontFamily',
  'fontSize',
  'fontStyle',
  'fontWeight',
  'textAnchor',
  'dominantBaseline',
  'alignmentBaseline',
  'letterSpacing',
  'visibility',
  'display',
  'clipRule',
  'clipPathUnits',
  'maskUnits',
  'gradientUnits',
  'gradientTransform',
  'spreadMethod',
  'offset',
  'stopColor',
  'stopOpacity',
  'patternUnits',
  'patternTransform',
  'markerWidth',
  'markerHeight',
  'markerUnits',
  'orient',
  'refX',
  'refY',
  'in',
  'in2',
  'result',
  'stdDeviation',
  'mode',
  'operator',
  'type',
  'values',
  'floodColor',
  'floodOpacity',
]

/** These attributes may name a part of the drawing with `url(#id)`. */
const PAINTING = ['fill', 'stroke', 'clipPath', 'mask', 'markerStart', 'markerMid', 'markerEnd', 'filter']
/** Matches values that hold no address and no escape that could hide one. */
const WITHIN = /^(?!.*(?:[:\\]|\/\/|url\((?!\s*["']?#)))/is

const schema: Schema = {
  tagNames: SHAPES,
  attributes: {
    '*': [...DRAWING, ...PAINTING.map((name): [string, RegExp] => [name, WITHIN])],
    use: [
      ['href', /^#/],
      ['xLinkHref', /^#/],
    ],
  },
  clobber: [],
  strip: ['script', 'style', 'foreignObject', 'metadata'],
}

/**
 * Matches what may come before the root element of an XML file. It is taken out first, because an HTML parser would
 * read the end of a DOCTYPE with declarations in it as text.
 */
const PROLOGUE = /^\s*(?:(?:<\?[^>]*\?>|<!--.*?-->)\s*)*(?:<!DOCTYPE[^[>]*(?:\[[^\]]*\])?[^>]*>)?/is

/**
 * Removes everything from an SVG file that does not draw: scripts, styles, event handlers, foreign elements and
 * references that leave the file. Metadata, comments and what editors keep for themselves go with their text.
 *
 * @example
 * sanitiseSvg('<svg><script>alert(1)</script><path d="M0 0"/></svg>') // '<svg><path d="M0 0" /></svg>\n'
 */
export function sanitiseSvg(text: string): string {
  try {
    const tree = fromHtml(text.replace(PROLOGUE, ''), { fragment: true, space: 'svg' })
    removeForeign(tree)
    return `${toHtml(sanitize(tree, schema), { space: 'svg', closeEmptyElements: true }).trim()}\n`
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    // The file is nested so deeply that the stack overflows, which no drawing is.
    return '<svg xmlns="http://www.w3.org/2000/svg"></svg>\n'
  }
}

/** Removes elements of other namespaces. They belong to editors, draw nothing, and may name people and folders. */
function removeForeign(tree: Root): void {
  visit(tree, 'element', ({ tagName }, index, parent) => {
    if (!tagName.includes(':') || index === undefined) return
    parent?.children.splice(index, 1)
    return index
  })
}
