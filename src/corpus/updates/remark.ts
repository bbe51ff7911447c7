/** This file puts what became of a work into the work, as a remark that reference managers keep. */
import type { WorkUpdates } from '../model/updates.ts'
import type { Source } from '../model/source.ts'
import { recordOf } from './known.ts'
import { updateRemark } from './words.ts'

/** Gives a remark that names every update of a work, oldest first. It is undefined where there are none. */
export function remarkOn(updates: WorkUpdates, source: Pick<Source, 'csl' | 'arxiv'>): string | undefined {
  const all = recordOf(updates, source)?.updates ?? []
  return all.length === 0 ? undefined : all.map((update) => updateRemark(update)).join('; ')
}

/** Gives a work with that remark in its field `note`. The remarks of whoever keeps the bibliography are not in a source. */
export function withRemark<T extends Pick<Source, 'csl' | 'arxiv'>>(updates: WorkUpdates, source: T): T {
  const note = remarkOn(updates, source)
  return note === undefined ? source : { ...source, csl: { ...source.csl, note } }
}
