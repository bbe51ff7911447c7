/** This script draws the forest plots of a page again, without the effects of notes that fell. */
import type { PlotData } from '../corpus/findings/plot-data.ts'
import type { PooledRow } from '../corpus/findings/finding.ts'
import { layOutPlot } from '../corpus/findings/plot.ts'
import { axisSvg, pooledSvg, rowSvg } from '../corpus/findings/plot-svg.ts'
import { decimal, filled, type Count } from './what-if-words.ts'

/**
 * Draws all plots of the page.
 *
 * @param fallen The addresses of the notes that fell.
 * @param count Writes a number in its form.
 */
export function drawPlotsWithout(fallen: ReadonlySet<string>, count: Count): void {
  for (const table of document.querySelectorAll<HTMLTableElement>('[data-plot]')) draw(table, fallen, count)
}

function draw(table: HTMLTableElement, fallen: ReadonlySet<string>, count: Count): void {
  const { kind, pooling, effects, words } = JSON.parse(table.dataset['plot']!) as PlotData
  const plotted = effects.map((each) => ({ ...each, ...(fallen.has(each.note) && { isOut: true as const }) }))
  const plot = layOutPlot(kind, plotted, pooling)
  for (const [index, row] of table.querySelectorAll('tr[data-note]').entries()) {
    const { weight } = plot.rows[index]!
    row.querySelector('.plot')!.innerHTML = rowSvg(plot.rows[index]!, plot)
    writeIn(row, '.weight', weight === undefined ? '' : `${inPercent(weight)}%`)
  }
  table.querySelector('.scale .plot')!.innerHTML = axisSvg(plot, decimal)
  const row = table.querySelector<HTMLElement>('.pooled')
  if (row === null) return
  const { pooled, notPooled } = plot
  row.hidden = pooled === undefined
  if (pooled) {
    row.querySelector('.plot')!.innerHTML = pooledSvg(pooled, plot)
    writePooled(row, pooled, words)
  }
  const said = pooled
    ? filled(words.poolingOf, { count: count(words.effects, pooled.count) })
    : words.notPooled[notPooled!]
  table.nextElementSibling!.textContent = said
}

function writePooled(row: HTMLElement, { effect, iSquared, tauSquared }: PooledRow, words: PlotData['words']): void {
  const { value, low, high } = effect
  const numbers = { value: decimal(value!), low: decimal(low!), high: decimal(high!) }
  writeIn(row, '.value', filled(words.pooled, numbers))
  const between = decimal(Number(tauSquared.toPrecision(3)))
  writeIn(row, '.by', filled(words.heterogeneity, { share: inPercent(iSquared), between }))
}

function writeIn(row: Element, selector: string, text: string): void {
  const cell = row.querySelector(selector)
  if (cell !== null) cell.textContent = text
}

const inPercent = (share: number): string => decimal(Math.round(share * 1000) / 10)
