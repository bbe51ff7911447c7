/** The words of the audit: what a rule is, what it reads, what it finds. */
import type { ParsedInquiry } from '../model/parsed.ts'
import type { Corpus } from '../model/corpus.ts'
import type { Document, FilePath, Point } from '../vocabulary.ts'

/** The works that notes can draw on, as they were written. */
export interface Listed {
  readonly files: readonly Document[]
  /** Of the works in them that could be read. */
  readonly keys: readonly string[]
}

/** What the audit reads. */
export interface Evidence {
  readonly corpus: Corpus
  readonly bibliography: Listed
  /** `site.yaml`. */
  readonly settings?: Document | undefined
}

/** The same, with what most rules ask for. */
export interface AuditContext extends Evidence {
  readonly inquiries: readonly ParsedInquiry[]
}

/** Something that a rule has to say. */
export interface FindingDetails {
  readonly file: FilePath
  /** Asked for only when it is printed with its place: to find one in frontmatter takes longer than the rest of the audit. */
  readonly point: () => Point
  /** What was noticed, in a sentence. */
  readonly sentence: string
  /** Is it for the writer alone, because it names what is on no page of the site? */
  readonly isPrivate?: boolean
}

/** What is said of a rule, wherever it is explained. */
export interface Explanation {
  /** In a few words, what it finds. */
  readonly title: string
  /** What makes it worth looking at. */
  readonly why: string
  /** What to do about it, as each finding says it too. */
  readonly remedy: string
}

export interface Rule extends Explanation {
  readonly find: (context: AuditContext) => FindingDetails[]
}
