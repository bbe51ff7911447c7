/** This file generates queries over a made-up corpus, which are judged by what the corpus was made of. */
import type { Corpus, Note } from '../corpus/model.ts'
import { seededRandom, type Random } from '../corpus/random.ts'
import type { JudgedQuery, QueryKind } from './judged.ts'

/** This is the number of queries of each kind. */
const QUERIES_PER_KIND = 8

/** Generates queries with the pages that answer them. */
export function generatedQueries({ notes, works }: Corpus, seed: number): JudgedQuery[] {
  const random = seededRandom(seed, 'queries')
  const pick = (): Note => notes[Math.floor(random.next() * notes.length)]!
  const about = (kind: QueryKind, query: (note: Note) => string): JudgedQuery[] =>
    Array.from({ length: QUERIES_PER_KIND }, () => {
      const note = pick()
      return { kind, query: query(note), relevant: [`/notes/${note.id}/`] }
    })
  const authors = Array.from(
    { length: QUERIES_PER_KIND },
    () => works[Math.floor(random.next() * works.length)]!,
  ).flatMap(({ key, bibtex }) => {
    const [, author, year] = /author = \{([^,}]+)[\s\S]*?year = \{?(\d+)/.exec(bibtex) ?? []
    const relevant = notes.filter(({ source }) => source === key).map(({ id }) => `/notes/${id}/`)
    return author === undefined || relevant.length === 0
      ? []
      : [{ kind: 'author' as const, query: `${author} ${year}`, relevant }]
  })
  return [
    ...about('title', ({ title }) => title),
    ...about('phrase', ({ claim }) => `"${wordsOf(claim).slice(1, 5).join(' ')}"`),
    // A person remembers a claim by some of its longer words, in no order.
    ...about('paraphrase', ({ claim }) => longestWords(claim, 5).reverse().join(' ')),
    ...about('typo', ({ title }) =>
      longestWords(title, 3)
        .map((word, index) => (index === 0 ? swapLetters(word, random) : word))
        .join(' '),
    ),
    ...about('words', ({ title }) => longestWords(title, 2).join(' ')),
    ...authors,
  ]
}

const wordsOf = (text: string): string[] =>
  text
    .replace(/[^\p{Letter}\s-]/gu, '')
    .split(/\s+/)
    .filter(Boolean)

/** Returns the longest words of a text, which are the rarer ones. */
const longestWords = (text: string, count: number): string[] =>
  [...new Set(wordsOf(text))].sort((a, b) => b.length - a.length).slice(0, count)

/** Swaps two letters of a word. */
function swapLetters(word: string, random: Random): string {
  const at = 1 + Math.floor(random.next() * Math.max(1, word.length - 3))
  return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2)
}
