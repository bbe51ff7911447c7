/** This file rewrites wikilinks as the links that other generators know. */
import { entriesOf, folderOf, type Corpus, type Entry } from '../corpus/model.ts'

const WIKILINK = /\[\[([^\]|]+)(?:\|([^\]]+))?\]\]/g

/**
 * Creates a function that rewrites the wikilinks of a body.
 *
 * @param address Returns the address of an entry as it is to be written in the text.
 */
export function wikilinkReplacer(corpus: Corpus, address: (path: string) => string): (body: string) => string {
  const entries = new Map<string, Entry>(entriesOf(corpus).map((entry) => [entry.id, entry]))
  return (body) =>
    body.replace(WIKILINK, (_, id: string, words?: string) => {
      const entry = entries.get(id)!
      return `[${words ?? entry.title}](${address(`${folderOf(entry)}/${id}`)})`
    })
}
