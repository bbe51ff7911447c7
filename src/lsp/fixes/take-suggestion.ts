import { suggestionIn } from '../../corpus/suggest.ts'
import type { Fixer } from './fix.ts'

/** Writes what was most likely meant in the place of what was written. */
export const takeSuggestion: Fixer = (_, { entry, lines }, { message, start, end }) => {
  const found = suggestionIn(message)
  if (found === undefined) return []
  const at = lines.text.slice(start, Math.max(end, start + 1)).indexOf(found.written)
  if (at < 0) return []
  const edit = { start: start + at, end: start + at + found.written.length, text: found.suggestion }
  return [{ title: `Write "${found.suggestion}"`, path: entry.path, edits: [edit], isPreferred: true }]
}
