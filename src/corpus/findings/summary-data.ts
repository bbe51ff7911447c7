/** This file describes what a page hands to the script that sums findings up again without some of its notes. */
import type { DIRECTIONS, EffectKind } from '../schema/effect-kinds.ts'
import type { Forms } from '../words/types.ts'
import type { Summed } from './summary.ts'

/** `SummaryData` are the findings of each row, and the words for what they come to. Names in braces stand for numbers. */
export interface SummaryData {
  /** These are the findings of each row. Their designs are words already. */
  readonly rows: readonly (readonly Summed[])[]
  readonly words: {
    readonly values: Readonly<Partial<Record<EffectKind, string>>>
    readonly directions: Readonly<Record<(typeof DIRECTIONS)[number], string>>
    readonly interval: string
    readonly between: string
    readonly bracketed: string
    readonly sample: string
    readonly effects: Forms<'other'>
    readonly comma: string
  }
}
