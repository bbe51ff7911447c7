/** Where the works of a bibliography, and their DOIs, stand in its file. */
import { bibtexEntries } from '../bibliography/bibtex-entries.ts'
import type { Document, Place } from '../model.ts'
import { placesIn } from '../places-in.ts'

export interface BibEntry {
  readonly key: string
  readonly place: Place
  readonly doi?: { readonly written: string; readonly place: Place }
}

const KEY = /^@\w+\s*[{(]\s*([^\s,{}()]+)/
const DOI = /(?<=^|[\s,])doi\s*=\s*[{"]*\s*([^{}"\n]*[^{}"\s,])/im

export function bibEntries({ text }: Document): BibEntry[] {
  const placeOf = placesIn(text)
  return bibtexEntries(text).flatMap((entry) => {
    const [opening = '', key] = KEY.exec(entry.text) ?? []
    if (key === undefined) return []
    const place = placeOf(entry.offset + opening.length - key.length)
    const doi = DOI.exec(entry.text.slice(opening.length))
    if (!doi?.[1]) return [{ key, place }]
    const written = doi[1]
    const at = entry.offset + opening.length + doi.index + doi[0].lastIndexOf(written)
    return [{ key, place, doi: { written, place: placeOf(at) } }]
  })
}
