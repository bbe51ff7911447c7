/** This file shows the diagrams of a body. */
import { escapeHtml } from '../escape-html.ts'
import type { Corpus } from '../model/corpus.ts'
import { DRAWING_BEGINS, DRAWING_NUMBER } from '../model/diagrams.ts'
import type { Parsed, Slot } from '../model/parsed.ts'
import { wordsFor } from '../words/words.ts'

/** Gives the drawings of a page their numbers, so that no two have the same ids. */
export function withNumbers(pieces: readonly string[]): string[] {
  let number = 0
  const numbered = (sign: string): string => (sign === DRAWING_BEGINS ? (number++, '') : String(number))
  return pieces.map((piece) => piece.replace(NUMBERS, numbered))
}

const NUMBERS = new RegExp(`[${DRAWING_BEGINS}${DRAWING_NUMBER}]`, 'g')

/** This is how a drawing begins in HTML. */
export const DRAWING = '<figure class="diagram"'

/**
 * Shows a diagram as it is drawn, and begins or ends what its code is folded away in. Where it is not drawn, its code
 * is all there is.
 */
export function drawing(
  { drawings, settings }: Corpus,
  { data, diagrams = [] }: Parsed,
  { at, link: index }: Slot,
): string {
  const drawn = drawings.get(diagrams[index]?.code ?? '')
  if (drawn === undefined) return ''
  if (at === 'drawn') return '</details>'
  const { svg, name, isWide } = drawn
  const { text } = wordsFor(data.lang ?? settings.language)
  const label = escapeHtml(name)
  const attributes = ` role="img" aria-label="${label}"${isWide ? ' class="wide"' : ''}`
  return (
    `${DRAWING_BEGINS}${DRAWING} tabindex="0" aria-label="${escapeHtml(text.diagram)}">${svg.replace(/^<svg\b/, `<svg${attributes}`)}</figure>` +
    '<details class="diagram-code"><summary>' +
    `${escapeHtml(text.diagramCode)}</summary>`
  )
}
