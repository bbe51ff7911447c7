/** Finds entries by the words of a question, for programs that have no search page. */
import MiniSearch from 'minisearch'
import { isInquiry, isNote, type Parsed } from '../corpus/model/parsed.ts'
import type { FilePath, Kind } from '../corpus/vocabulary.ts'

/** What is looked through of an entry. */
interface Searched {
  readonly path: FilePath
  readonly kind: Kind
  readonly title: string
  /** Other names, topics and the name of the file. */
  readonly names: string
  /** The answer of an inquiry, or the claim of a note, with what stands beside it. */
  readonly summary: string
  readonly text: string
}

/** Finds the entries of a kind that are most like a question, with the most like first. */
export type Find = (question: string, kind: Kind) => FilePath[]

/**
 * Makes an index of entries. Words are found by their beginnings and with a slip too. Scripts that put no spaces between
 * words are taken apart by the rules of their language.
 *
 * @param language The language of the site, as a BCP 47 tag.
 */
export function indexOf(entries: readonly Parsed[], language: string): Find {
  const words = new Intl.Segmenter(language, { granularity: 'word' })
  const index = new MiniSearch<Searched>({
    idField: 'path',
    fields: ['title', 'names', 'summary', 'text'],
    storeFields: ['kind'],
    tokenize: (text) =>
      Array.from(words.segment(text)).flatMap(({ segment, isWordLike }) => (isWordLike === true ? segment : [])),
    searchOptions: { boost: { title: 3, names: 2, summary: 2 }, prefix: isLong, fuzzy: (word) => isLong(word) && 0.2 },
  })
  index.addAll(entries.map(searchedIn))
  return (question, kind) =>
    index.search(question, { filter: (found) => found['kind'] === kind }).map(({ id }) => id as FilePath)
}

/** Shorter words would be found in far too many others. */
const isLong = (word: string): boolean => word.length > 3

function searchedIn(entry: Parsed): Searched {
  const { path, kind, title, topics, text, data } = entry
  const summary = isInquiry(entry)
    ? [entry.data.answer, entry.data.lede]
    : isNote(entry)
      ? [entry.data.claim, entry.data.quote]
      : []
  return {
    ...{ path, kind, title, text },
    names: [...data.aliases, ...topics, path].join(' '),
    summary: summary.join(' '),
  }
}
