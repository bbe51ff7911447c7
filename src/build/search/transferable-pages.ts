/**
 * Packs pages for the indexer, so that they can pass to another thread. The HTML of all pages is in one `ArrayBuffer`,
 * which is transferred and not copied.
 */

/**
 * A page whose HTML is made when it is asked for. The HTML is that of a search record, see `corpus/search/record.ts`.
 */
export interface LazyPage {
  /** The address of the page on the site. */
  readonly url: string
  readonly html: () => string
}

/** A page as Pagefind reads it. */
export interface IndexPage {
  /** The address of the page on the site. */
  readonly url: string
  /** The HTML in UTF-8. */
  readonly html: Uint8Array
}

/** Pages in a form that can be transferred between threads. */
export interface PackedPages {
  /** The addresses of the pages. */
  readonly urls: readonly string[]
  /** For each page, the offset in `html` at which its HTML ends. It begins where that of the page before ends. */
  readonly ends: readonly number[]
  /** The HTML of all pages in UTF-8, one after the other. */
  readonly html: Uint8Array<ArrayBuffer>
}

/** Packs pages. It asks for the HTML of one page after the other, so that never all of it is in memory as strings. */
export function packPages(pages: readonly LazyPage[]): PackedPages {
  const [urls, ends, pieces]: [string[], number[], Buffer[]] = [[], [], []]
  let end = 0
  for (const { url, html } of pages) {
    const piece = Buffer.from(html())
    urls.push(url)
    ends.push((end += piece.length))
    pieces.push(piece)
  }
  // `Buffer.concat` may use a part of a buffer that others share, and such a part cannot be transferred.
  const bytes = new Uint8Array(end)
  pieces.forEach((piece, index) => bytes.set(piece, (ends[index] ?? 0) - piece.length))
  return { urls, ends, html: bytes }
}

/** Returns the pages that were packed. Their HTML is a view of the packed bytes, not a copy. */
export const unpackPages = ({ urls, ends, html }: PackedPages): IndexPage[] =>
  urls.map((url, index) => ({ url, html: html.subarray(ends[index - 1] ?? 0, ends[index]) }))
