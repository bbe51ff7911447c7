/**
 * The words that a search with a slip of the pen may have meant: those of titles and other names, of topics and of authors, and the
 * longer ones of what an entry says of itself in short.
 */
import type { Entry } from '../model/entry.ts'
import type { AnyEntry } from '../model/source-entry.ts'

/** In lower case, as they are written. Shorter ones are near too many others. */
const SHORTEST = 4
const LONG = 7

export function searchWords(entry: AnyEntry): string[] {
  if (entry.kind === 'source') return [entry.title, entry.reference.short].flatMap(wordsOf)
  const names =
    entry.kind === 'page'
      ? []
      : [...entry.topics.map(({ name }) => name), ...(entry.kind === 'note' ? entry.references : []).map(nameOf)]
  const summary = wordsOf(summaryOf(entry) ?? '').filter((word) => word.length >= LONG)
  return [...[entry.title, ...(entry.aliases ?? []), ...names].flatMap(wordsOf), ...summary]
}

const summaryOf = (entry: Entry): string | undefined =>
  entry.kind === 'inquiry' ? entry.answer : entry.kind === 'note' ? entry.claim : entry.description

const nameOf = ({ short }: { readonly short: string }): string => short

const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{Letter}\p{Mark}\p{Number}]+/gu) ?? []).filter((word) => word.length >= SHORTEST)
