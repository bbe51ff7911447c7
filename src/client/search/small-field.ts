/** This file draws the evidence of an inquiry that was found. It is fetched when the first such result is shown. */
import { layOutField } from '../../corpus/evidence-field/layout.ts'
import { smallFieldSvg } from '../../corpus/evidence-field/svg.ts'
import { readFieldText } from '../../corpus/evidence-field/text.ts'
import { element } from '../element.ts'

/** This is the width in pixels that a mark takes. */
const CELL = 11

/** Draws the field of an inquiry as lists have it, from the text that the index has of it. */
export function drawField(text: string): HTMLElement {
  const field = element('span', { class: 'field-of' })
  // The drawing is our own, and the text only gives roles and years to it.
  field.innerHTML = smallFieldSvg(layOutField(readFieldText(text)), CELL)
  return field
}
