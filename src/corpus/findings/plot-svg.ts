/**
 * This file writes the rows of a forest plot as SVG. Each is placed in per cents of the width that there is, so that all
 * rows of a table have one scale. Nothing of a screen reader's is in them: the effect stands in words beside each.
 */
import { escapeHtml } from '../escape-html.ts'
import type { ForestPlot, Plotted, PlotRow, PooledRow } from './finding.ts'

/** A `Plot` is a plot, whatever is known of its effects besides. */
type Plot = ForestPlot<Plotted>

/** This is half the side of the mark of an effect without a weight, in pixels. */
const MARK = 4
/** These are half the sides of the marks of the least and the greatest weight. */
const [LEAST, MOST] = [2.5, 7]

const svg = (inner: string, name: string): string =>
  `<svg class="${name}" width="100%" height="100%" aria-hidden="true">${inner}</svg>`

const line = (from: string, to: string, y: string, until = y, kind = ''): string =>
  `<line${kind} x1="${from}" x2="${to}" y1="${y}" y2="${until}"/>`

/** The line at which nothing changed, from the top of a row to its bottom. */
const noEffectLine = ({ noEffect }: Plot): string =>
  noEffect === undefined ? '' : line(`${noEffect}%`, `${noEffect}%`, '0', '100%', ' class="none"')

/**
 * Writes an effect: its interval as a line, and its value as a square, whose area is its weight where there is one. What
 * is out is only an outline.
 */
export function rowSvg({ finding: { isOut }, at, from, to, weight }: PlotRow<Plotted>, plot: Plot): string {
  const interval = from === undefined || to === undefined ? '' : line(`${from}%`, `${to}%`, '50%')
  const half = weight === undefined ? MARK : sideOf(weight, plot)
  const square = `<path d="M${-half} ${-half}h${2 * half}v${2 * half}h${-2 * half}z"/>`
  return svg(
    `${noEffectLine(plot)}${interval}<svg x="${at}%" y="50%">${square}</svg>`,
    isOut ? 'effect gone' : 'effect',
  )
}

function sideOf(weight: number, { rows }: Plot): number {
  const most = Math.max(...rows.map((row) => row.weight ?? 0))
  return Math.round(10 * Math.max(LEAST, MOST * Math.sqrt(weight / most))) / 10
}

/** Writes what came of putting effects together as a diamond, as wide as its interval. */
export function pooledSvg({ at, from, to }: PooledRow, plot: Plot): string {
  // A path has no per cents, so each half of the diamond is a triangle that is stretched to its width.
  const half = (start: number, end: number, path: string): string =>
    `<svg x="${start}%" y="50%" width="${round(end - start)}%" height="14" viewBox="0 -7 10 14" preserveAspectRatio="none"><path d="${path}"/></svg>`
  const both = `${half(from, at, 'M0 0 10 -7V7z')}${half(at, to, 'M10 0 0 -7V7z')}`
  return svg(`${noEffectLine(plot)}<svg y="-7" overflow="visible">${both}</svg>`, 'effect together')
}

/** Writes the scale below a plot. */
export function axisSvg({ ticks, noEffect }: Plot, write: (value: number) => string): string {
  const marks = ticks.map(
    ({ value, at }) => `<svg x="${at}%"><path d="M0 0v5"/><text y="1.5em">${escapeHtml(write(value))}</text></svg>`,
  )
  const [first, last] = [ticks[0]!.at, ticks.at(-1)!.at]
  const none = noEffect === undefined ? '' : line(`${noEffect}%`, `${noEffect}%`, '0', '4', ' class="none"')
  return svg(`${line(`${first}%`, `${last}%`, '0.5')}${none}${marks.join('')}`, 'axis')
}

const round = (value: number): number => Math.round(value * 100) / 100
