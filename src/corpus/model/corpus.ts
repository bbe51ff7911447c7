/** All files at once. */
import type { History } from './history.ts'
import type { Settings } from '../site-config.ts'
import type { FilePath, SitePath, Problem } from '../vocabulary.ts'
import type { Parsed } from './parsed.ts'
import type { LinkResolution, Attachment, Citation, EvidenceLink, Relation, NextInquiry, Topic } from './resolved.ts'
import type { Source, Work } from './source.ts'
import type { CitationStyle } from './citation-style.ts'
import type { ReferenceFormatter } from './references.ts'
import type { Updates } from './updates.ts'

/** All files at once, links resolved, everything derived whole. */
export interface Corpus {
  readonly settings: Settings
  readonly entries: ReadonlyMap<FilePath, Parsed>
  readonly addresses: ReadonlyMap<FilePath, SitePath>
  readonly resolutions: ReadonlyMap<FilePath, readonly LinkResolution[]>
  readonly attachments: ReadonlyMap<FilePath, Attachment>
  /** Attachments that some public entry uses; no other is published. */
  readonly used: ReadonlySet<FilePath>
  readonly citations: ReadonlyMap<FilePath, readonly Citation[]>
  readonly evidenceByInquiry: ReadonlyMap<FilePath, readonly EvidenceLink[]>
  readonly evidenceByNote: ReadonlyMap<FilePath, readonly EvidenceLink[]>
  readonly relationsFrom: ReadonlyMap<FilePath, readonly Relation[]>
  readonly relationsTo: ReadonlyMap<FilePath, readonly Relation[]>
  readonly nextFrom: ReadonlyMap<FilePath, readonly NextInquiry[]>
  readonly nextTo: ReadonlyMap<FilePath, readonly NextInquiry[]>
  readonly sourceOf: ReadonlyMap<FilePath, readonly Source[]>
  /** Works that have a page, by their keys as `citeKey` gives them, in the order of those. */
  readonly works: ReadonlyMap<string, Work>
  readonly style: CitationStyle
  readonly references: ReferenceFormatter
  readonly topics: ReadonlyMap<string, Topic>
  /** What became of works since they appeared. */
  readonly updates: Updates
  /** When answers changed, as far as git was asked. */
  readonly history: History
  /** What is wrong between files; what is wrong within one came with parsing it. */
  readonly problems: readonly Problem[]
}
