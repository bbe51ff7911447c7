/** The works that notes are drawn from. */
import type { Csl } from './csl.ts'
import type { ParsedNote, Parsed } from './parsed.ts'

/** A work that notes draw on, from the bibliography or written into a note. */
export interface Source {
  /** Its citation key, or undefined for a source written into one note. */
  readonly key?: string
  /** The work in CSL-JSON, as citation processors read it, without what is not for the public. */
  readonly csl: Csl
  /** The way prose names its authors: `Zhao et al.` */
  readonly authors: string
  /** Author and year: `Zhao et al., 2025`. */
  readonly short: string
  readonly title: string
  readonly year?: number
  /** Its number on arXiv. */
  readonly arxiv?: string
  readonly links: readonly { readonly label: string; readonly href: string }[]
}

/** A work of the bibliography that a public entry draws on or cites. It has a page. */
export interface Work {
  readonly source: Source & { readonly key: string }
  readonly slug: string
  /** Notes that are drawn from it, in the order of their paths. */
  readonly notes: readonly ParsedNote[]
  /** Where bodies cite it, in the order of their paths. */
  readonly citations: readonly { readonly from: Parsed; readonly link: number }[]
}
