/** This file describes when the answers of inquiries changed, as the git log tells it. */
import type { Certainty, StatusName, FilePath, SitePath, Stance } from '../vocabulary.ts'

/** A `Change` is what one commit changed of an inquiry's answer. */
export interface Change {
  readonly commit: string
  /** This is the date of the commit, in ISO 8601. */
  readonly date: string
  /** This is true for the first commit that made the inquiry public. All of its answer is then new. */
  readonly isFirst: boolean
  /** This is the answer before and after. A side is undefined where there was no answer. */
  readonly answer?: { readonly from?: string; readonly to?: string }
  readonly status?: { readonly from?: StatusName; readonly to?: StatusName }
  /**
   * This says how certain the evidence made the answer, before and after. `to` is undefined where the writer says so no
   * more. Where the writer says so for the first time, nothing has changed.
   */
  readonly certainty?: { readonly from?: Certainty; readonly to?: Certainty }
  /** These are the notes whose role changed. `from` is undefined for a note that is new, `to` for one that is gone. */
  readonly evidence: readonly { readonly note: FilePath; readonly from?: Stance; readonly to?: Stance }[]
}

/** A `Revision` is the commit that last changed a file. */
export interface Revision {
  readonly commit: string
  /** This is the date of the commit, in ISO 8601. */
  readonly date: string
}

/** A `FormerAddress` is an address that an entry had in an earlier commit, without the site's base. */
export interface FormerAddress {
  readonly address: SitePath
  readonly to: FilePath
}

/** A `History` says when answers changed, and which commit each entry is at. */
export interface History {
  /** The key is an inquiry. Its changes are newest first. */
  readonly changes: ReadonlyMap<FilePath, readonly Change[]>
  /** The key is an entry of any kind. */
  readonly revisions: ReadonlyMap<FilePath, Revision>
  /**
   * These are the addresses that entries had in earlier commits and have no more, newest first. Only versions that were
   * public tell of them.
   */
  readonly formerAddresses?: readonly FormerAddress[]
  /**
   * These are the anchors that headings had before they were reworded, each with the id of the heading that it stands
   * beside today. The key is an entry.
   */
  readonly formerAnchors?: ReadonlyMap<FilePath, ReadonlyMap<string, string>>
  /**
   * This is the day before which nothing is known, as YYYY-MM-DD. It is only set in a shallow clone, whose log is cut
   * off.
   */
  readonly since?: string
  /**
   * This is the path of the content folder in its repository, with a slash at its end. It is empty where the content
   * folder is the whole repository.
   */
  readonly prefix: string
}

/** This history is empty. It is used where git was not asked. */
export const NO_HISTORY: History = { changes: new Map(), revisions: new Map(), prefix: '' }
