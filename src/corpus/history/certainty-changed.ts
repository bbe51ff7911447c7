/** This file says in words that an answer became more or less certain. */
import type { Change } from '../model/history.ts'
import type { Words } from '../words/words.ts'

/**
 * Says how the certainty of an answer changed.
 *
 * @example
 * certaintyChanged(words, { from: 'low', to: 'moderate' }) // 'Certainty: low → moderate'
 */
export function certaintyChanged(words: Words, { from, to }: NonNullable<Change['certainty']>): string {
  const { levels, changed, unstated } = words.certainty
  return changed(from === undefined ? unstated : levels[from], to === undefined ? unstated : levels[to])
}
