/** This file describes the works that notes are drawn from. */
import type { Csl } from './csl.ts'
import type { ParsedNote, Parsed } from './parsed.ts'

/** A `Source` is a work that notes draw on. It comes from the bibliography, or is written into a note. */
export interface Source {
  /**
   * This is the citation key. A work that is written into a note has one once everything is linked, made of what
   * identifies it: `doi:10.1000/182`.
   */
  readonly key?: string
  /** This is true for a work that is written into notes, so that no text can cite it by its key. */
  readonly isDescribed?: true
  /**
   * This is true for a work that has no page of its own: a note names a single word that is no key of the bibliography,
   * or it names another note, which is about the work.
   */
  readonly hasNoPage?: true
  /** This is the work in CSL-JSON, as citation processors read it. Fields that are not for the public are taken out. */
  readonly csl: Csl
  /**
   * These are the works of a set, in their order. Its reference is that of all of them; in all else a set is its first
   * work. It is undefined for a work by itself.
   */
  readonly members?: readonly Source[]
  /** These are the authors as prose names them: `Zhao et al.` */
  readonly authors: string
  /** This is author and year: `Zhao et al., 2025`. */
  readonly short: string
  /** This is the title without markup. */
  readonly title: string
  readonly year?: number
  /** This is the number of the work on arXiv, such as `2504.07912`. */
  readonly arxiv?: string
  /** These are addresses at which the work can be read. */
  readonly links: readonly { readonly label: string; readonly href: string }[]
}

/**
 * A `Work` is a work that a public entry draws on or cites, from the bibliography or written into notes. It has a page
 * of its own.
 */
export interface Work {
  readonly source: Source & { readonly key: string }
  /** This is the last segment of the address of the work's page. */
  readonly slug: string
  /** These are the notes that are drawn from the work, in the order of their paths. */
  readonly notes: readonly ParsedNote[]
  /**
   * These are the links that cite the work, in the order of the paths of their entries. `link` is an index in `links`.
   */
  readonly citations: readonly { readonly from: Parsed; readonly link: number }[]
}
