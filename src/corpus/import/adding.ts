/** This file describes how works are added to a file of the bibliography. */

/** An `Adding` is the text of a bibliography with what was added to it. */
export interface Adding {
  readonly text: string
  /** These are the keys of the works that were added. */
  readonly added: readonly string[]
  /** These are whole sentences about works that were not. */
  readonly left: readonly string[]
}

/** Says why the work with a key is not added. It is empty where the very same is there, and undefined for a new one. */
export type ReasonOf = (key: string) => string | undefined
