/** This file fetches what draws the evidence of inquiries, before results with such evidence are shown. */
import type { Hit } from './hit.ts'

let draw: ((text: string) => HTMLElement) | undefined

/** Fetches the drawing where a hit needs it. Where that fails, results are shown without. */
export async function loadDrawing(hits: readonly Hit[]): Promise<void> {
  if (draw !== undefined || hits.every(({ field }) => field === undefined)) return
  draw = await import('./small-field.ts').then(
    ({ drawField }) => drawField,
    () => undefined,
  )
}

/** Returns the evidence of a hit as a picture, if it has any. */
export const fieldsOf = ({ field }: Hit): HTMLElement[] =>
  field === undefined || draw === undefined ? [] : [draw(field)]
