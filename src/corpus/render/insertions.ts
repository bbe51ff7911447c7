/** This file puts something into finished HTML that is in pieces, so that whoever counts the pieces counts it too. */

/** An `Insertion` is HTML, with the offset in UTF-16 code units at which it is put into other HTML. */
export interface Insertion {
  readonly at: number
  readonly html: string
}

/**
 * Puts insertions into the pieces of some HTML. What is put between two pieces becomes part of the first one.
 *
 * @param insertions The insertions, with offsets in all pieces together. They may be in any order.
 */
export function insertInto(pieces: readonly string[], insertions: readonly Insertion[]): readonly string[] {
  if (insertions.length === 0) return pieces
  const waiting = [...insertions].sort((a, b) => b.at - a.at)
  let end = 0
  return pieces.map((piece) => {
    let [from, made] = [end, '']
    const start = end
    end += piece.length
    while (waiting.length > 0 && waiting.at(-1)!.at <= end) {
      const { at, html } = waiting.pop()!
      made += piece.slice(from - start, at - start) + html
      from = at
    }
    return made + piece.slice(from - start)
  })
}
