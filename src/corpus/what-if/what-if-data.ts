/** This file describes what a page hands to the script that takes works out of the evidence of an answer. */
import type { Stance } from '../vocabulary.ts'
import type { Forms } from '../words/types.ts'
import type { RestingNote, Side } from './resting.ts'

/** `WhatIfData` are what the script has to know besides the works, which the page lists. */
export interface WhatIfData {
  readonly notes: readonly (RestingNote & { readonly href: string })[]
  /** These are the notes of each mark of the field by their indices, in the order in which it draws its marks. */
  readonly marks: readonly (readonly number[])[]
  /** This is the side that has more notes while all works stand. */
  readonly leaning: Side | 'even'
  /** These are the words for a number of notes in each role, in the order in which they are said. */
  readonly counts: readonly (readonly [Stance, Forms<'other'>])[]
  readonly words: { readonly turned: string; readonly held: string; readonly nothing: string; readonly comma: string }
}
