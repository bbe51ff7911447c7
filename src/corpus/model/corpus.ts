/** This file describes the `Corpus`: all public files together, with every link resolved. */
import type { Drawings } from './diagrams.ts'
import type { Bases } from './bases.ts'
import type { History } from './history.ts'
import type { Settings } from '../site-config.ts'
import type { FilePath, SitePath, Problem } from '../vocabulary.ts'
import type { Parsed } from './parsed.ts'
import type {
  Attachment,
  Citation,
  EvidenceLink,
  LinkResolution,
  NextInquiry,
  Relation,
  Replication,
  Topic,
} from './resolved.ts'
import type { Source, Work } from './source.ts'
import type { CitationStyle } from './citation-style.ts'
import type { ReferenceFormatter } from './references.ts'
import type { WorkUpdates } from './updates.ts'

/**
 * A `Corpus` holds all public files with their links resolved, and everything that follows from them. It is made anew
 * on every run and never changed in place, so nothing in it can be out of date.
 *
 * Maps by `FilePath` have the path of an entry as their key, if nothing else is said.
 */
export interface Corpus {
  readonly settings: Settings
  /** The entries are in the order of their paths. */
  readonly entries: ReadonlyMap<FilePath, Parsed>
  /** Every entry and every base that has a page has an address, which is a path under the site's base. */
  readonly addresses: ReadonlyMap<FilePath, SitePath>
  /** Every entry has one resolution for each of its links, at the same index as the link. */
  readonly resolutions: ReadonlyMap<FilePath, readonly LinkResolution[]>
  /** These are the files that entries may show or link to, such as pictures, by their own paths. */
  readonly attachments: ReadonlyMap<FilePath, Attachment>
  /** These are the views of bases. It is undefined where there is no base. */
  readonly bases?: Bases
  /** These are the attachments that some public entry shows or links to. No other attachment is published. */
  readonly used: ReadonlySet<FilePath>
  /** The key is the entry that is cited. The citations are in the order of the citing entries' paths. */
  readonly citations: ReadonlyMap<FilePath, readonly Citation[]>
  /**
   * The key is an inquiry. Its evidence is in the order in which its essay cites it; what it does not cite comes last.
   */
  readonly evidenceByInquiry: ReadonlyMap<FilePath, readonly EvidenceLink[]>
  /** The key is a note. The same links are here as in `evidenceByInquiry`. */
  readonly evidenceByNote: ReadonlyMap<FilePath, readonly EvidenceLink[]>
  /** The key is the entry that a relation starts from. */
  readonly relationsFrom: ReadonlyMap<FilePath, readonly Relation[]>
  /** The key is the entry that a relation leads to. */
  readonly relationsTo: ReadonlyMap<FilePath, readonly Relation[]>
  /** The key is the inquiry that names the next one. */
  readonly nextFrom: ReadonlyMap<FilePath, readonly NextInquiry[]>
  /** The key is the inquiry that is named as the next one. */
  readonly nextTo: ReadonlyMap<FilePath, readonly NextInquiry[]>
  /** The key is a note. A note without a source has an empty list. */
  readonly sourceOf: ReadonlyMap<FilePath, readonly Source[]>
  /** The key is a note that says what repeats its study. No other note is here. */
  readonly replications: ReadonlyMap<FilePath, readonly Replication[]>
  /**
   * These are the works that have a page. The key is that of the work in the form that `citeKey` gives it, and the
   * works are in the order of those keys.
   */
  readonly works: ReadonlyMap<string, Work>
  readonly style: CitationStyle
  /** It writes works as references in that style. */
  readonly references: ReferenceFormatter
  /**
   * The key is an entry that others say in other languages. The value lists all of them, itself included, in the order of
   * their paths. It is undefined where there are none.
   */
  readonly translations?: ReadonlyMap<FilePath, readonly FilePath[]>
  /** The key is the one that `topicKey` gives, and the topics are in the order of those keys. */
  readonly topics: ReadonlyMap<string, Topic>
  /** This says which works were retracted or corrected after they appeared. */
  readonly updates: WorkUpdates
  /** These are the diagrams that are drawn. There are none where nothing draws them. */
  readonly drawings: Drawings
  /** This says when answers changed. It is empty (`NO_HISTORY`) where git was not asked. */
  readonly history: History
  /** These are the problems that only show when all files are known. Those of a single file are reported by `parse`. */
  readonly problems: readonly Problem[]
}
