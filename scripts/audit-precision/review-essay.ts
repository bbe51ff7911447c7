/** This file makes an inquiry of a review article that is written in Markdown and cites works by key, as Manubot has it. */
import { createHash } from 'node:crypto'

/** A `ReviewEssay` is the text of an inquiry with the notes that it cites. */
export interface ReviewEssay {
  readonly text: string
  /** These are the names of the notes, one for each work that the article cites. */
  readonly notes: readonly string[]
}

const CITATION = /\[([^[\]]*@[^[\]]+)\](?!\()/g
const KEY = /(?<![\w.])-?@((?!(?:fig|tbl|tab|eq|sec)[:_-])\w[\w:.#$%&+?<>~/()-]*[\w/)])/g
const CITED = /\[\[work-[a-z]+\]\]/g

/**
 * Makes an inquiry of an article. Each citation of a work becomes a citation of a note without a text, so that the
 * audit has something to say of every figure.
 */
export function reviewEssay(article: string): ReviewEssay {
  const notes = new Map<string, string>()
  const cite = (key: string): string => {
    const { size } = notes
    const name = notes.get(key) ?? `work-${'x'.repeat(size / 26)}${String.fromCharCode(97 + (size % 26))}`
    notes.set(key, name)
    return `[[${name}]]`
  }
  const text = article.replace(/<!--[\s\S]*?-->/g, '').replace(CITATION, (whole, inside: string) => {
    const cited = [...inside.matchAll(KEY)].map(([, key = '']) => cite(key))
    return cited.length > 0 ? cited.join(' ') : whole
  })
  return { text, notes: [...notes.values()] }
}

/**
 * Gives the identifier of a paragraph: the first 12 digits of the SHA-256 of its text without the citations, with
 * single blanks.
 */
export const paragraphDigest = (paragraph: string): string =>
  createHash('sha256').update(paragraph.replace(CITED, '').replace(/\s+/g, ' ').trim()).digest('hex').slice(0, 12)
