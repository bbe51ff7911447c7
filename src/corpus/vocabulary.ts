/** The words everything else is said in: files, kinds, roles, places, problems. */
import type { VFileMessage } from 'vfile-message'

/** Path of a file under the content folder: `/` between segments, NFC, no leading slash. Unique. */
export type FilePath = string

/** Path of an entry under the folder of its kind, without extension, NFC. Unique per kind. */
export type EntryId = string

/** Path of a page under the site's base, with a slash at both ends: `/notes/a/`. Unique. */
export type SitePath = string

export const KINDS = ['inquiry', 'note', 'page'] as const
export type Kind = (typeof KINDS)[number]

/** How a note bears on an inquiry, after CiTO, the Citation Typing Ontology (`background` is `obtainsBackgroundFrom`). */
export const ROLES = ['supports', 'disputes', 'qualifies', 'extends', 'background'] as const
export type Role = (typeof ROLES)[number]

export const STATUSES = ['open', 'leaning', 'settled', 'superseded'] as const
export type Status = (typeof STATUSES)[number]

/** A file as it was read. */
export interface Document {
  readonly path: FilePath
  readonly text: string
}

/** Everything that is wrong is a message with a file, a line, a column, a rule id and a remedy. */
export type Problem = VFileMessage

/** A place in a file; lines and columns count from 1. */
export interface Point {
  readonly line: number
  readonly column: number
}
