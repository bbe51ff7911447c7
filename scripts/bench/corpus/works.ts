/** This file generates a bibliography as reference managers export it. */
import type { Work } from './model.ts'
import { createProse, type Prose } from './prose.ts'
import type { Vocabulary } from './vocabulary.ts'

/** This is the number of works to an entry: the reference site cites 1,700 papers in 10,000 entries. */
const SHARE = 0.17

/** Generates the bibliography of a corpus. */
export function generateWorks(seed: number, entries: number, vocabulary: Vocabulary): Work[] {
  const prose = createProse(seed, 'works', vocabulary)
  return Array.from({ length: Math.max(1, Math.round(entries * SHARE)) }, (_, at) =>
    generateWork(at, vocabulary, prose),
  )
}

/** Generates a work as BibTeX. The number in its key makes the key unique. */
function generateWork(at: number, vocabulary: Vocabulary, prose: Prose): Work {
  const name = (): string => capitalise(vocabulary.sampleContent(prose))
  const authors = Array.from({ length: prose.between(1, 5) }, () => `${name()}, ${name()}`)
  const year = prose.between(1995, 2026)
  const key = `${authors[0]!.split(',')[0]!.toLowerCase()}${year}n${at}`
  const fields = {
    author: authors.join(' and '),
    title: prose.heading(prose.between(5, 12)),
    year,
    ...publicationFields(at, prose),
  }
  const lines = Object.entries(fields).map(([field, value]) => `  ${field} = {${value}}`)
  return { key, bibtex: `@${'journal' in fields ? 'article' : 'inproceedings'}{${key},\n${lines.join(',\n')}\n}\n` }
}

/** Returns the fields of a journal article or of a paper in proceedings. */
function publicationFields(at: number, prose: Prose): Record<string, string> {
  return prose.chance(0.5)
    ? {
        journal: `Journal of ${prose.heading(2)}`,
        volume: String(prose.between(1, 60)),
        pages: `${prose.between(1, 400)}--${prose.between(401, 800)}`,
        doi: `10.5555/bench.${at}`,
      }
    : { booktitle: `Proceedings of ${prose.heading(3)}`, url: `https://example.org/papers/${at}` }
}

const capitalise = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
