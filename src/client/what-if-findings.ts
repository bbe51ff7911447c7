/** This script shows what a page found again, without notes that fell: its plots and its summary. */
import { drawPlotsWithout } from './what-if-plots.ts'
import { sumUpWithout } from './what-if-summary.ts'
import type { Count } from './what-if-words.ts'

/**
 * Shows plots and summary.
 *
 * @param fallen The addresses of the notes that fell.
 * @param count Writes a number in its form.
 */
export function showFindingsWithout(fallen: ReadonlySet<string>, count: Count): void {
  drawPlotsWithout(fallen, count)
  sumUpWithout(fallen, count)
}
