/** A bibliography as reference managers export it. */
import type { Work } from './model.ts'
import { prose, type Prose } from './prose.ts'
import type { Vocabulary } from './vocabulary.ts'

/** The reference site cites 1,700 papers in 10,000 entries. */
const SHARE = 0.17

export function works(seed: number, entries: number, vocabulary: Vocabulary): Work[] {
  const from = prose(seed, 'works', vocabulary)
  return Array.from({ length: Math.max(1, Math.round(entries * SHARE)) }, (_, at) => work(at, vocabulary, from))
}

/** The number in the key keeps it unique. */
function work(at: number, vocabulary: Vocabulary, from: Prose): Work {
  const name = (): string => capital(vocabulary.content(from))
  const authors = Array.from({ length: from.between(1, 5) }, () => `${name()}, ${name()}`)
  const year = from.between(1995, 2026)
  const key = `${authors[0]!.split(',')[0]!.toLowerCase()}${year}n${at}`
  const fields = { author: authors.join(' and '), title: from.heading(from.between(5, 12)), year, ...where(at, from) }
  const lines = Object.entries(fields).map(([field, value]) => `  ${field} = {${value}}`)
  return { key, bibtex: `@${'journal' in fields ? 'article' : 'inproceedings'}{${key},\n${lines.join(',\n')}\n}\n` }
}

function where(at: number, from: Prose): Record<string, string> {
  return from.chance(0.5)
    ? {
        journal: `Journal of ${from.heading(2)}`,
        volume: String(from.between(1, 60)),
        pages: `${from.between(1, 400)}--${from.between(401, 800)}`,
        doi: `10.5555/bench.${at}`,
      }
    : { booktitle: `Proceedings of ${from.heading(3)}`, url: `https://example.org/papers/${at}` }
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
