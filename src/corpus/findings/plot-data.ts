/** This file describes what a page hands to the script that draws a plot again without some of its effects. */
import type { Forms } from '../words/types.ts'
import type { ForestPlot, Plotted } from './finding.ts'

/** `PlotData` are the effects of a plot, and the words for what comes of putting them together. */
export interface PlotData extends Pick<ForestPlot, 'kind' | 'pooling'> {
  readonly effects: readonly (Omit<Plotted, 'isOut'> & { readonly note: string })[]
  /** Names in braces stand for numbers. */
  readonly words: {
    readonly pooled: string
    readonly heterogeneity: string
    readonly effects: Forms<'other'>
    readonly poolingOf: string
    readonly notPooled: Readonly<Record<NonNullable<ForestPlot['notPooled']>, string>>
  }
}
