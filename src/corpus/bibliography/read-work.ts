/** What comes of one entry of a bibliography. Whatever is wrong with one costs only that one. */
import type { FilePath, Place, Problem, Source } from '../model.ts'
import { problem } from '../problem.ts'

export type ReadWork =
  | { readonly key: string; readonly place: Place; readonly source: Source; readonly problems?: readonly Problem[] }
  | { readonly problem: Problem }

export const broken = (file: FilePath, place: Place, reason: string, remedy: string): Problem =>
  warning(file, place, `The entry cannot be read (${reason.trim()}) and is left out. ${remedy}`)

export const warning = (file: FilePath, place: Place, sentence: string): Problem =>
  problem('warning', 'bibliography', file, place, sentence)
