/** This file compares what a note says of its source beside the key with what the bibliography says of it. */
import { doiKey } from '../doi.ts'
import { pointOf } from '../frontmatter/position.ts'
import type { ParsedNote } from '../model/parsed.ts'
import type { Source } from '../model/source.ts'
import { slug } from '../names/slug.ts'
import { problem } from '../problem.ts'
import type { InlineSource } from '../schema/inline-source.ts'
import { doiOf } from '../updates/registered-doi.ts'
import type { Problem } from '../vocabulary.ts'

/**
 * Reports each field beside the key of a work that says another thing than the bibliography, or one that the
 * bibliography does not say. Only the bibliography is shown, and nothing that was written is lost without a word.
 */
export function besideDifferences({ path, text, beside }: ParsedNote, key: string, listed: Source): Problem[] {
  if (beside === undefined) return []
  return (Object.keys(beside.written) as (keyof InlineSource)[]).flatMap((field) => {
    const said = wordsOf(beside.work[field])
    const known = KNOWN[field](listed)
    if (known !== undefined && isAlike[field](said, known)) return []
    const written = beside.written[field]!
    const sentence =
      known === undefined
        ? `The field "${written}" says "${said}", and the bibliography has none for "${key}", so it is not shown. Write it into the bibliography.`
        : `The field "${written}" says "${said}", and the bibliography, which is shown, says "${known}" of "${key}". Mend one of them.`
    return problem('warning', 'source-differs', path, pointOf({ path, text }, [written], 'key'), sentence)
  })
}

/** Gives a field as one text. */
const wordsOf = (value: InlineSource[keyof InlineSource]): string =>
  Array.isArray(value)
    ? value.map((name) => (typeof name === 'string' ? name : Object.values(name).join(' '))).join('; ')
    : String(value)

type OfField<T> = Readonly<Record<keyof InlineSource, T>>

/** These say what the bibliography has for a field. A work that has a DOI has an address. */
const KNOWN: OfField<(listed: Source) => string | undefined> = {
  title: ({ title }) => title,
  authors: ({ csl: { author = [], editor = [] }, authors }) =>
    author.length + editor.length > 0 ? authors : undefined,
  year: ({ year }) => (year === undefined ? undefined : String(year)),
  doi: doiOf,
  url: ({ csl, links }) => csl.URL ?? links[0]?.href,
}

/**
 * These tell whether two texts say the same. Names are written in many ways, so authors are alike where the first family
 * is among them, and any address is as good as another.
 */
const isAlike: OfField<(said: string, known: string) => boolean> = {
  title: (said, known) => slug(known).startsWith(slug(said)) || slug(said).startsWith(slug(known)),
  authors: (said, known) => slug(said).includes(slug(known.replace(/ et al\.$| & .*$/, ''))),
  year: (said, known) => said === known,
  doi: (said, known) => doiKey(said) === known,
  url: () => true,
}
