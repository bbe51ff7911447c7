/**
 * This file collects the words that a search with a typing error may have meant. They are the words of titles, other
 * names, topics and authors, and the longer words of an entry's summary.
 */
import type { Entry } from '../model/entry.ts'
import type { AnyEntry } from '../model/source-entry.ts'

/** Shorter words are left out, because they are near to too many others. */
const SHORTEST = 4
/** Words of a summary are left out where they are shorter than this. */
const LONG = 7

/** Gives the words of an entry that a search may have meant, in lower case. A word may be given several times. */
export function searchWords(entry: AnyEntry): string[] {
  if (entry.kind === 'source') return [entry.title, entry.reference.short].flatMap(wordsOf)
  const names =
    entry.kind === 'page' || entry.kind === 'canvas'
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
