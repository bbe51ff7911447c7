/** An SVG is a document that can run scripts where it is opened by itself; a published one keeps only what draws. */
import { fromHtml } from 'hast-util-from-html'
import { sanitize, type Schema } from 'hast-util-sanitize'
import { toHtml } from 'hast-util-to-html'

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

/** Attributes that draw. Neither handlers nor styles, and no reference that leaves the file. */
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

/** Attributes that may name a part of the drawing by `url(#id)`. */
const PAINTING = ['fill', 'stroke', 'clipPath', 'mask', 'markerStart', 'markerMid', 'markerEnd', 'filter']
/** Neither an address nor an escape that could hide one. */
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
  strip: ['script', 'style', 'foreignObject'],
}

/** What XML may begin with. An HTML parser would take the end of a DOCTYPE with declarations in it for text. */
const PROLOGUE = /^\s*(?:(?:<\?[^>]*\?>|<!--.*?-->)\s*)*(?:<!DOCTYPE[^[>]*(?:\[[^\]]*\])?[^>]*>)?/is

export function sanitiseSvg(text: string): string {
  try {
    const tree = fromHtml(text.replace(PROLOGUE, ''), { fragment: true, space: 'svg' })
    return `${toHtml(sanitize(tree, schema), { space: 'svg', closeEmptyElements: true }).trim()}\n`
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    // Nested so deeply that the stack ends; no drawing is.
    return '<svg xmlns="http://www.w3.org/2000/svg"></svg>\n'
  }
}
