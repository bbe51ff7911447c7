/**
 * This file writes the picture of a page that somebody shares as SVG. Texts are outlines and colours are numbers, so that
 * a program that draws needs no font, no style sheet and no theme, and draws the same everywhere.
 */
import { layOutField } from '../evidence-field/layout.ts'
import { shapeOf } from '../evidence-field/shapes.ts'
import { smallFieldSvg } from '../evidence-field/svg.ts'
import type { Stance } from '../vocabulary.ts'
import type { PictureFacts } from './facts.ts'
import { canBeDrawn, setLines, type Typeface } from './typeface.ts'

/** This is the size in pixels that sites which show links ask for. */
export const PICTURE_SIZE = { width: 1200, height: 630 } as const

/** These are the colours of the light theme in `src/styles/tokens.css`. A test compares them. */
export const COLOURS = {
  paper: '#fcfaf5',
  ink: '#241d17',
  'ink-muted': '#5e554c',
  accent: '#354a5f',
  'role-supports': '#05684b',
  'role-disputes': '#ae2e2a',
  'role-qualifies': '#865901',
  'role-extends': '#275d9e',
  'role-background': '#635c57',
} as const

const MARGIN = 76
const WIDTH = PICTURE_SIZE.width - 2 * MARGIN
/** This is the base line of the last line, and the foot of the field. */
const FOOT = PICTURE_SIZE.height - 64
/** These are the sizes of a title, each with the number of lines that it may take. */
const TITLES = [
  [68, 2],
  [58, 2],
  [50, 2],
  [58, 3],
  [48, 4],
] as const
const TEXT = 32
const SMALL = 28
/** These are the least and the greatest side of a cell of the field, and the height that it gets at most for the least. */
const CELL = { least: 28, most: 40, height: 150 }

/** Writes a picture. A text that the typeface has no letters for is left out. */
export function sharePicture(facts: PictureFacts, typeface: Typeface): string {
  const { width, height } = PICTURE_SIZE
  const head = [facts.site, facts.label].filter(canBeDrawn).join(' · ')
  const title = titleLines(facts.title, typeface)
  const titleTop = MARGIN + SMALL + 30
  const top = titleTop + title.lines.length * title.size * 1.16
  const foot = facts.field.length > 0 ? leastHeight(facts) + 30 : facts.lines.length * SMALL * 1.5 + 20
  const room = Math.floor((FOOT - foot - top - 22) / (TEXT * 1.4))
  const text = block(facts.text, TEXT, Math.min(4, room), typeface)
  const textTop = top + 22
  const end = textTop + text.length * TEXT * 1.4
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<style>${STYLE}</style><rect width="${width}" height="${height}" fill="${COLOURS.paper}"/>` +
    `<rect width="${width}" height="10" fill="${COLOURS.accent}"/>` +
    written(setLines(head, WIDTH / SMALL, 1, typeface).lines, SMALL, MARGIN, 'ink-muted', typeface) +
    written(title.lines, title.size, titleTop, 'ink', typeface, 1.16) +
    written(text, TEXT, textTop, 'ink', typeface) +
    (facts.field.length > 0 ? field(facts, end + 30, typeface) : footLines(facts, typeface)) +
    '</svg>'
  )
}

/** This is the style of the field. */
const STYLE =
  `.field{fill:${COLOURS['role-background']}}.field line{stroke:${COLOURS['ink-muted']};stroke-width:1.2}` +
  (['supports', 'disputes', 'qualifies', 'extends'] as const)
    .map((role) => `[data-role="${role}"]{fill:${COLOURS[`role-${role}`]}}`)
    .join('')

/** Sets a title as large as it has room. */
function titleLines(title: string, typeface: Typeface): { size: number; lines: readonly string[] } {
  if (!canBeDrawn(title)) return { size: 0, lines: [] }
  const settings = TITLES.map(([size, most]) => ({ size, ...setLines(title, WIDTH / size, most, typeface) }))
  return settings.find(({ isWhole }) => isWhole) ?? settings.at(-1)!
}

/** Divides a text into lines where it can be drawn. */
const block = (text: string | undefined, size: number, most: number, typeface: Typeface): readonly string[] =>
  text === undefined || most < 1 || !canBeDrawn(text) ? [] : setLines(text, WIDTH / size, most, typeface).lines

/** Writes lines from a height on. */
function written(
  lines: readonly string[],
  size: number,
  top: number,
  colour: keyof typeof COLOURS,
  typeface: Typeface,
  leading = 1.4,
): string {
  const outlines = lines.map((line, index) =>
    typeface.outlineOf(line, size, MARGIN, top + size * (0.8 + index * leading)),
  )
  return `<path fill="${COLOURS[colour]}" d="${outlines.join('')}"/>`
}

/** Gives the height of the field before which the text above it is cut. */
const leastHeight = ({ field }: PictureFacts): number => Math.min(CELL.height, sizeOf(field).height * CELL.least)

/** Gives the size of a field in cells, its years included. */
function sizeOf(notes: PictureFacts['field']): { width: number; height: number } {
  const [, width, height] = / width="([\d.]+)" height="([\d.]+)"/.exec(smallFieldSvg(layOutField(notes), 1))!
  return { width: Number(width), height: Number(height) }
}

/** Writes the evidence of an inquiry at the foot, as large as there is room. */
function field({ field: notes }: PictureFacts, top: number, typeface: Typeface): string {
  const { width, height } = sizeOf(notes)
  const cell = Math.min(CELL.most, WIDTH / width, (FOOT - top) / height)
  // Years are text in the field of a list. Browser scripts draw that as well, so it knows nothing of outlines.
  const drawn = smallFieldSvg(layOutField(notes), cell).replace(
    /<text x="(.+?)" y="(.+?)">(.*?)<\/text>/g,
    (_, x: string, y: string, years: string) => {
      const begin = Number(x) - (typeface.widthOf(years) * YEARS) / 2
      return `<path fill="${COLOURS['ink-muted']}" d="${typeface.outlineOf(years, YEARS, begin, Number(y))}"/>`
    },
  )
  return `<g transform="translate(${MARGIN} ${FOOT - height * cell})">${drawn}</g>`
}

/** This is the size of years in the units of a field. */
const YEARS = 22

/** Writes the lines at the foot, each with the mark of its role. */
function footLines({ lines }: PictureFacts, typeface: Typeface): string {
  const drawn = lines.filter(({ text }) => canBeDrawn(text))
  return drawn
    .map(({ text, role }, index) => {
      const y = FOOT - (drawn.length - 1 - index) * SMALL * 1.5
      const indent = role === undefined ? 0 : 40
      const [line = ''] = setLines(text, (WIDTH - indent) / SMALL, 1, typeface).lines
      const outline = typeface.outlineOf(line, SMALL, MARGIN + indent, y)
      return `${role === undefined ? '' : mark(role, y)}<path fill="${COLOURS['ink-muted']}" d="${outline}"/>`
    })
    .join('')
}

/** Draws the mark of a role at the beginning of a line. */
const mark = (role: Stance, y: number): string =>
  `<g class="field" transform="translate(${MARGIN + 12} ${y - 9}) scale(1.1)"><path data-role="${role}" d="M0 0${shapeOf(role)}"/></g>`
