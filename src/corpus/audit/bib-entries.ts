/** Where the works of a bibliography, and their DOIs, stand in its file. */
import type { Document, Place } from '../model.ts'
import { placesIn } from './places-in.ts'

export interface BibEntry {
  readonly key: string
  readonly place: Place
  readonly doi?: { readonly written: string; readonly place: Place }
}

const DOI = /(?<=^|[\s,])doi\s*=\s*[{"]*\s*([^{}"\n]*[^{}"\s,])/im

/** Cuts the file as it is cut to be read (see `bibliography.ts`): where a line begins with `@kind{`. */
export function bibEntries({ text }: Document): BibEntry[] {
  const starts = [...text.matchAll(/^[ \t]*@(\w+)\s*[{(]\s*([^\s,{}()]+)/gm)]
  const placeOf = placesIn(text)
  return starts.flatMap(({ 0: opening, 1: kind = '', 2: key = '', index }, at) => {
    if (/^(?:comment|preamble|string)$/i.test(kind)) return []
    const from = index + opening.length
    const place = placeOf(from - key.length)
    const doi = DOI.exec(text.slice(from, starts[at + 1]?.index))
    if (!doi?.[1]) return [{ key, place }]
    const written = doi[1]
    return [{ key, place, doi: { written, place: placeOf(from + doi.index + doi[0].lastIndexOf(written)) } }]
  })
}
