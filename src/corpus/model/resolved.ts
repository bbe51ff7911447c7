/** What the links and the stated relations of parsed files turned out to mean, once all files were looked at together. */
import type { FilePath, Point, Role } from '../vocabulary.ts'
import type { KeyPath } from '../frontmatter/position.ts'
import type { ParsedNote, ParsedInquiry, Parsed } from './parsed.ts'

/** Where a link turned out to lead. */
export type LinkResolution =
  | { readonly type: 'found'; readonly path: FilePath; readonly fragment?: string }
  | { readonly type: 'file'; readonly path: FilePath; readonly fragment?: string }
  | { readonly type: 'missing'; readonly suggestion?: string }
  | { readonly type: 'fragment-missing'; readonly path: FilePath; readonly suggestion?: string }
  | { readonly type: 'ambiguous'; readonly candidates: readonly FilePath[] }
  | { readonly type: 'private' }
  /** A work of the bibliography. */
  | { readonly type: 'source'; readonly key: string }
  /** The page of a topic, by the topic's key. */
  | { readonly type: 'topic'; readonly key: string }
  /** The file is there, but its frontmatter could not be read; that is reported at the file itself. */
  | { readonly type: 'unread' }

/** A file that entries show or link to, such as a picture. Pixels, where known, keep a page from shifting as it loads. */
export interface Attachment {
  readonly path: FilePath
  readonly width?: number
  readonly height?: number
}

/** Where a relation is stated: in which file, and there in a field of the frontmatter or at a place of the text. */
export interface Statement {
  readonly in: FilePath
  readonly at: KeyPath | Point
}

/** A note's declared bearing on an inquiry, resolved. */
export interface EvidenceLink {
  readonly note: ParsedNote
  readonly inquiry: ParsedInquiry
  /** Undefined where the essay cites a note that does not say how it serves the inquiry. */
  readonly role?: Role
  readonly because?: string
  /** Undefined where the role is. */
  readonly stated?: Statement
  /** Index of the essay's first link to the note, or undefined where the essay never cites it. */
  readonly citedAt?: number
}

/** A note's declared bearing on another note, resolved. */
export interface Relation {
  readonly from: ParsedNote
  readonly to: Parsed
  readonly role: Role
}

/** An inquiry's declared next line, resolved. */
export interface NextInquiry {
  readonly from: ParsedInquiry
  readonly to: ParsedInquiry
  readonly because?: string
}

/** A link from one entry's body to another. */
export interface Citation {
  readonly from: Parsed
  readonly to: FilePath
  readonly link: number
}

export interface Topic {
  readonly name: string
  readonly slug: string
  readonly members: readonly Parsed[]
}
