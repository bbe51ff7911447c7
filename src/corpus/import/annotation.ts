/** This file describes annotations as reference managers keep them. */

/** An `Annotation` is a passage that a reader marked in a work, with what the reader wrote about it. */
export interface Annotation {
  /** This is the key by which the reference manager knows it. It stays the same whatever changes in it. */
  readonly key: string
  /** This is the passage. It is empty where only something was written. */
  readonly text: string
  /** This is what the reader wrote. It is empty where nothing was. */
  readonly comment: string
  /** This is the page as the work has it: `45` or `xii`. */
  readonly page?: string
  /** This is the address at which the reference manager shows the passage. */
  readonly href: string
  readonly tags: readonly string[]
  /** This is the day on which it was made, as YYYY-MM-DD. */
  readonly created?: string
  readonly work: AnnotatedWork
}

/** An `AnnotatedWork` is what is known of a work in which a passage was marked. */
export interface AnnotatedWork {
  readonly citationKey?: string
  readonly doi?: string
  readonly title?: string
}

/** `ReadAnnotations` are the annotations of a file, and sentences about what in it is none that can be carried. */
export interface ReadAnnotations {
  readonly annotations: readonly Annotation[]
  readonly left: readonly string[]
}
