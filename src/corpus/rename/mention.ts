/** This file describes the places in files where an entry or another file is named. */
import type { Link } from '../model/parsed.ts'
import type { Kind } from '../vocabulary.ts'

/** A `Mention` is a place in a text where something is named, with the heading or block behind a `#` if there is one. */
export interface Mention {
  /** This is the offset at which the name begins. */
  readonly start: number
  /** This is the offset after the name and what follows its `#`. */
  readonly end: number
  /** This is the link that names it. It is undefined for a field of the frontmatter that is a name. */
  readonly link?: Pick<Link, 'form' | 'by'> | undefined
  /** In a field, this is the kind of entry that must be meant. */
  readonly kind?: Kind
  /** Gives what was written as the text that is meant: without percent signs or the marks of quotes. */
  readonly decode: (written: string) => string
  /** Writes a name so that it can stand there. */
  readonly encode: (name: string, before: string) => string
  /** Ends what was written anew, where more than the name has to change: a text of YAML may need quotes now. */
  readonly finish?: (written: string) => string
}

/** Leaves a text as it is. */
export const asWritten = (text: string): string => text

/** Gives the offsets in a written name at which its name may end: before each `#`, and at its end. */
export const endsOfName = (written: string): number[] => [
  ...[...written.matchAll(/#/g)].map(({ index }) => index),
  written.length,
]
