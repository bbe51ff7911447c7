import type { Status, FilePath, Role } from '../vocabulary.ts'

/** What a commit changed of an answer. Of the first, everything is new. */
export interface Change {
  readonly commit: string
  /** ISO 8601. */
  readonly date: string
  readonly isFirst: boolean
  readonly answer?: { readonly from?: string; readonly to?: string }
  readonly status?: { readonly from?: Status; readonly to?: Status }
  readonly evidence: readonly { readonly note: FilePath; readonly from?: Role; readonly to?: Role }[]
}

/** The commit that last touched an entry. */
export interface Revision {
  readonly commit: string
  readonly date: string
}

export interface History {
  /** Of inquiries, newest first. */
  readonly changes: ReadonlyMap<FilePath, readonly Change[]>
  readonly revisions: ReadonlyMap<FilePath, Revision>
  /** The day before which nothing is known, where the log is cut off. */
  readonly since?: string
  readonly prefix: string
}

export const NO_HISTORY: History = { changes: new Map(), revisions: new Map(), prefix: '' }
