/** This file describes links between entries. */
import type { Kind } from '../vocabulary.ts'

/** A `Ref` is a link to an entry that is ready to print. */
export interface Ref {
  readonly kind: Kind
  readonly title: string
  /** The address begins with the site's base. */
  readonly href: string
  /** This is the language of the linked entry, as a BCP 47 tag. It is undefined for the language of the site. */
  readonly lang?: string
}
