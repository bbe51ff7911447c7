/** This file holds the types of the audit: what a rule is, what it reads, and what it finds. */
import type { ParsedInquiry } from '../model/parsed.ts'
import type { Corpus } from '../model/corpus.ts'
import type { Document, FilePath, Point } from '../vocabulary.ts'

/** A `Listed` is the bibliography as the audit reads it: the files as they were written. */
export interface BibliographyFiles {
  readonly files: readonly Document[]
  /** These are the keys of the works that could be read. */
  readonly keys: readonly string[]
}

/** `Evidence` is what the audit reads. */
export interface AuditInput {
  readonly corpus: Corpus
  readonly bibliography: BibliographyFiles
  /** This is the file `site.yaml`. It is undefined where there is none. */
  readonly settings?: Document | undefined
}

/** An `AuditContext` is what a rule reads: the same, with the inquiries that most rules ask for. */
export interface AuditContext extends AuditInput {
  readonly inquiries: readonly ParsedInquiry[]
}

/** `FindingDetails` are what a rule says of one finding. */
export interface FindingDetails {
  /** This is the file that the finding is about. */
  readonly file: FilePath
  /**
   * Gives the point that the finding is about. It is only called for findings that are printed with a position, because
   * to find a position in the frontmatter takes longer than all the rest of the audit.
   */
  readonly point: () => Point
  /** This sentence says what was noticed. */
  readonly sentence: string
  /**
   * This is true where only the writer may see the finding, because it names something that is on no page of the site.
   */
  readonly isPrivate?: boolean
}

/** An `Explanation` is what is said of a rule wherever it is explained. */
export interface Explanation {
  /** These few words name what the rule finds. */
  readonly title: string
  /** This says why a finding deserves a look. */
  readonly why: string
  /** This says what to do about a finding. Each finding ends with it. */
  readonly remedy: string
}

/** A `Rule` is a check of the audit with its explanation. */
export interface Rule extends Explanation {
  /**
   * This is true where what the rule finds in an inquiry does not depend on the other inquiries of the context, so that
   * it can look at a few at a time.
   */
  readonly isByInquiry?: true
  /** Finds everything that the rule has to say of a corpus. */
  readonly find: (context: AuditContext) => FindingDetails[]
}
