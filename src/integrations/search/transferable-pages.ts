/** Pages for the indexer on their way to another thread: all their HTML is one piece of memory, which is handed over and not copied. */

/** See `corpus/search/record.ts`. Made when it is asked for. */
export interface LazyRecord {
  readonly url: string
  readonly html: () => string
}

/** What the indexer reads in place of a page. */
export interface IndexPage {
  readonly url: string
  /** In UTF-8. */
  readonly html: Uint8Array
}

export interface PackedPages {
  readonly urls: readonly string[]
  /** Where the HTML of each page ends. */
  readonly ends: readonly number[]
  readonly html: Uint8Array<ArrayBuffer>
}

/** Records are asked for one after the other, so that they are never all there as strings. */
export function pack(records: readonly LazyRecord[]): PackedPages {
  const [urls, ends, pieces]: [string[], number[], Buffer[]] = [[], [], []]
  let end = 0
  for (const { url, html } of records) {
    const piece = Buffer.from(html())
    urls.push(url)
    ends.push((end += piece.length))
    pieces.push(piece)
  }
  // One that was cut from memory shared with others could not be handed over.
  const all = new Uint8Array(end)
  pieces.forEach((piece, index) => all.set(piece, (ends[index] ?? 0) - piece.length))
  return { urls, ends, html: all }
}

export const unpack = ({ urls, ends, html }: PackedPages): IndexPage[] =>
  urls.map((url, index) => ({ url, html: html.subarray(ends[index - 1] ?? 0, ends[index]) }))
