/** This file describes links that say what they lead to, for machines that follow them. */

/**
 * A `TypedLink` leads from a page to something that has to do with it, in the relations that IANA registers
 * (https://www.iana.org/assignments/link-relations/) and Signposting uses (https://signposting.org).
 */
export interface TypedLink {
  readonly rel: 'alternate' | 'author' | 'cite-as' | 'describedby' | 'item' | 'license' | 'type'
  readonly href: string
  /** This is the media type of what is there. */
  readonly type?: string
}
