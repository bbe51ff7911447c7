/** Queries over a made-up corpus, judged by what it was made of. */
import type { Corpus, Note } from '../corpus/model.ts'
import { random, type Random } from '../corpus/random.ts'
import type { Judged, QueryKind } from './judged.ts'

const OF_EACH = 8

export function generatedQueries({ notes, works }: Corpus, seed: number): Judged[] {
  const from = random(seed, 'queries')
  const pick = (): Note => notes[Math.floor(from.next() * notes.length)]!
  const about = (kind: QueryKind, query: (note: Note) => string): Judged[] =>
    Array.from({ length: OF_EACH }, () => {
      const note = pick()
      return { kind, query: query(note), relevant: [`/notes/${note.id}/`] }
    })
  const authors = Array.from({ length: OF_EACH }, () => works[Math.floor(from.next() * works.length)]!).flatMap(
    ({ key, bibtex }) => {
      const [, author, year] = /author = \{([^,}]+)[\s\S]*?year = \{?(\d+)/.exec(bibtex) ?? []
      const relevant = notes.filter(({ source }) => source === key).map(({ id }) => `/notes/${id}/`)
      return author === undefined || relevant.length === 0
        ? []
        : [{ kind: 'author' as const, query: `${author} ${year}`, relevant }]
    },
  )
  return [
    ...about('title', ({ title }) => title),
    ...about('phrase', ({ claim }) => `"${wordsOf(claim).slice(1, 5).join(' ')}"`),
    // As one remembers a claim: some of its longer words, in no order.
    ...about('paraphrase', ({ claim }) => rare(claim, 5).reverse().join(' ')),
    ...about('typo', ({ title }) =>
      rare(title, 3)
        .map((word, index) => (index === 0 ? slip(word, from) : word))
        .join(' '),
    ),
    ...about('words', ({ title }) => rare(title, 2).join(' ')),
    ...authors,
  ]
}

const wordsOf = (text: string): string[] =>
  text
    .replace(/[^\p{Letter}\s-]/gu, '')
    .split(/\s+/)
    .filter(Boolean)

/** The longest words, which are the rarer ones. */
const rare = (text: string, count: number): string[] =>
  [...new Set(wordsOf(text))].sort((a, b) => b.length - a.length).slice(0, count)

/** Two letters change places. */
function slip(word: string, from: Random): string {
  const at = 1 + Math.floor(from.next() * Math.max(1, word.length - 3))
  return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2)
}
