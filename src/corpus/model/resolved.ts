/** This file describes what links and stated relations lead to. That is known once all files are. */
import type { FilePath, Point, Role, Stance } from '../vocabulary.ts'
import type { KeyPath } from '../frontmatter/position.ts'
import type { Source } from './source.ts'
import type { ParsedNote, ParsedInquiry, ParsedPage, Parsed } from './parsed.ts'

/**
 * A `LinkResolution` says where a link leads. `found` is an entry, `file` is an attachment, `ambiguous` is a name that
 * several entries share, and `private` is an entry that stays off the site. For `missing` and `fragment-missing`, the
 * suggestion is a name that the writer may have meant. Where several files have the name that was written, one of them
 * was chosen as Obsidian chooses, and `among` lists them all. Where a path climbs out of the content folder, or leads
 * to nothing from the file itself, `astray` says that what is left of it was taken.
 */
export type LinkResolution =
  | {
      readonly type: 'found'
      readonly path: FilePath
      readonly fragment?: string
      /** This is the id at which a range of headings or blocks ends, as Dendron embeds it. */
      readonly until?: string
      readonly among?: readonly FilePath[]
      readonly astray?: true
    }
  | {
      readonly type: 'file'
      readonly path: FilePath
      readonly fragment?: string
      readonly among?: readonly FilePath[]
      readonly astray?: true
    }
  | { readonly type: 'missing'; readonly suggestion?: string }
  | { readonly type: 'fragment-missing'; readonly path: FilePath; readonly suggestion?: string }
  | { readonly type: 'ambiguous'; readonly candidates: readonly FilePath[] }
  | { readonly type: 'private' }
  /**
   * The link leads to a base, and an embed shows one of its views: the one that was named, or the first. `missing` is a
   * name that no view has.
   */
  | {
      readonly type: 'base'
      readonly path: FilePath
      readonly view: number
      readonly anchor?: string
      readonly missing?: string
      readonly suggestion?: string
    }
  /** What was written is a base itself, in a block of code. */
  | { readonly type: 'view' }
  /** The link cites a work of the bibliography. The key is in the form that `citeKey` gives it. */
  | { readonly type: 'source'; readonly key: string }
  /** The link cites a work by an identifier that no bibliography lists, such as a DOI. */
  | { readonly type: 'identifier'; readonly href: string }
  /** The link leads to the page of a topic. The key is the one that `topicKey` gives. */
  | { readonly type: 'topic'; readonly key: string }
  /** The file is there, but its frontmatter could not be read. That is reported once, at the file itself. */
  | { readonly type: 'unread' }

/**
 * An `Attachment` is a file that entries show or link to, such as a picture. Its size in pixels, where it is known,
 * keeps the page from shifting while the picture loads.
 */
export interface Attachment {
  readonly path: FilePath
  readonly width?: number
  readonly height?: number
}

/**
 * A `Statement` says where a relation is stated: in which file, and there either in a field of the frontmatter (a
 * `KeyPath`) or at a point of the text.
 */
export interface RelationStatement {
  readonly in: FilePath
  readonly at: KeyPath | Point
}

/** An `EvidenceLink` says that a note bears on an inquiry. There is one for each pair of the two. */
export interface EvidenceLink {
  readonly note: ParsedNote
  readonly inquiry: ParsedInquiry
  /** The role is undefined where the essay cites a note that does not name the inquiry. */
  readonly role?: Stance
  /** This line says how the note bears on the inquiry. */
  readonly because?: string
  /** This is where the role is stated. It is undefined where the role is. */
  readonly stated?: RelationStatement
  /** This is the index of the essay's first link to the note. It is undefined where the essay never cites the note. */
  readonly citedAt?: number
}

/**
 * A `Relation` says that a note bears on another note or on a page. A relation that the site or the vault declares
 * beside the roles has a label, and may be between any two entries.
 */
export interface Relation {
  readonly from: Parsed
  readonly to: Parsed
  /** The role is undefined for a declared relation that counts as none. */
  readonly role?: Role
  readonly label?: string
  /** This is the label from the other end, where it is known. */
  readonly inverse?: string
}

/** A `Replication` is what repeats a study: the path of an entry, or a work of the bibliography. */
export type Replication = FilePath | Source

/** A `NextInquiry` says that an inquiry names another one as the next to read. */
export interface NextInquiry {
  readonly from: ParsedInquiry
  readonly to: ParsedInquiry
  /** This line says why a reader might go on there. */
  readonly because?: string
}

/** A `Citation` is a link from the body of one entry to another entry. */
export interface Citation {
  readonly from: Parsed
  readonly to: FilePath
  /** This is the index of the link in the `links` of the citing entry. */
  readonly link: number
}

/** A `Topic` is a topic with all the public entries that have it. */
export interface Topic {
  /** This is the name in the spelling that most entries use. */
  readonly name: string
  /** This is the last segment of the address of the topic's page. */
  readonly slug: string
  readonly members: readonly Parsed[]
  /** This is the entry that says what the topic is about: the file in `topics/` with its name. */
  readonly about?: ParsedPage
}
