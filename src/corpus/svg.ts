/** An SVG is a document that can run scripts where it is opened by itself; a published one keeps only what draws. */
import { fromHtml } from 'hast-util-from-html'
import { sanitize, type Schema } from 'hast-util-sanitize'
import { toHtml } from 'hast-util-to-html'

const SHAPES = [
  'svg', 'g', 'defs', 'symbol', 'title', 'desc', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan',
  'textPath', 'linearGradient', 'radialGradient', 'stop', 'clipPath', 'mask', 'pattern', 'marker', 'use', 'filter', 'feGaussianBlur',
  'feOffset', 'feMerge', 'feMergeNode', 'feFlood', 'feComposite', 'feBlend', 'feColorMatrix',
]

/** Attributes that draw. Neither handlers nor styles, and no reference that leaves the file. */
const DRAWING = [
  'id', 'className', 'role', 'ariaLabel', 'ariaLabelledBy', 'ariaHidden', 'xmlns', 'xmlnsXLink', 'viewBox', 'preserveAspectRatio', 'width', 'height',
  'x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'fx', 'fy', 'd', 'points', 'dx', 'dy', 'rotate', 'textLength',
  'lengthAdjust', 'transform', 'fill', 'fillOpacity', 'fillRule', 'stroke', 'strokeWidth', 'strokeOpacity', 'strokeDashArray',
  'strokeDashOffset', 'strokeLineCap', 'strokeLineJoin', 'strokeMiterLimit', 'opacity', 'color', 'fontFamily', 'fontSize', 'fontStyle',
  'fontWeight', 'textAnchor', 'dominantBaseline', 'letterSpacing', 'visibility', 'display', 'clipPath', 'clipRule', 'clipPathUnits',
  'mask', 'maskUnits', 'gradientUnits', 'gradientTransform', 'spreadMethod', 'offset', 'stopColor', 'stopOpacity', 'patternUnits',
  'patternTransform', 'markerWidth', 'markerHeight', 'markerUnits', 'markerStart', 'markerMid', 'markerEnd', 'orient', 'refX', 'refY',
  'filter', 'in', 'in2', 'result', 'stdDeviation', 'mode', 'operator', 'type', 'values', 'floodColor', 'floodOpacity',
]

const schema: Schema = {
  tagNames: SHAPES,
  attributes: { '*': DRAWING, use: [['href', /^#/], ['xLinkHref', /^#/]] },
  clobber: [],
  strip: ['script', 'style', 'foreignObject'],
}

export function sanitiseSvg(text: string): string {
  const tree = fromHtml(text.replace(/^\s*<\?xml[^>]*\?>/, ''), { fragment: true, space: 'svg' })
  return `${toHtml(sanitize(tree, schema), { space: 'svg', closeEmptyElements: true }).trim()}\n`
}
