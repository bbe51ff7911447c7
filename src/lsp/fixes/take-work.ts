import { citeKey } from '../../corpus/cite-key.ts'
import type { Fixer } from './fix.ts'

/** Nobody reads a longer menu. */
const MOST = 5

/**
 * Fills a key that is not in the bibliography from it: with the works whose keys, authors or titles hold what was
 * written.
 */
export const takeWork: Fixer = ({ site: { content } }, { entry, lines }, { rule, message, start, end }) => {
  const written = rule === 'source-unknown' ? /the key "([^"]+)"/.exec(message)?.[1] : undefined
  const at = written === undefined ? -1 : lines.text.slice(start, end).indexOf(written)
  if (written === undefined || at < 0) return []
  const words = citeKey(written).match(/\p{L}{3,}|\d{4}/gu) ?? []
  return content.bibliography.keys
    .flatMap((key) => {
      const { short, title } = content.bibliography.get(key) ?? { short: '', title: '' }
      const all = `${key} ${short} ${title}`.toLowerCase()
      const fits = words.length > 0 && words.every((word) => all.includes(word))
      const edit = { start: start + at, end: start + at + written.length, text: key }
      return fits ? [{ title: `Cite ${short}: ${title}`.slice(0, 100), path: entry.path, edits: [edit] }] : []
    })
    .slice(0, MOST)
}
