/** This file holds the words in which everything else is said: files, kinds, roles, points and problems. */
import type { VFileMessage } from 'vfile-message'

/**
 * A `FilePath` is the path of a file under the content folder, in NFC, with `/` between segments and without a leading
 * slash. It is unique.
 */
export type FilePath = string

/**
 * An `EntryId` is the path of an entry under the folder of its kind, without extension, in NFC. It is unique among the
 * entries of a kind.
 */
export type EntryId = string

/** A `SitePath` is the path of a page under the site's base, with a slash at both ends: `/notes/a/`. It is unique. */
export type SitePath = string

/** This stands in place of a link to a private entry that has no words of its own. */
export const UNPUBLISHED = '(unpublished)'

/** These are the kinds of entries. */
export const KINDS = ['inquiry', 'note', 'page', 'canvas'] as const
/**
 * A `Kind` is the kind of an entry: an inquiry asks a question, a note states a claim, a canvas shows entries and texts
 * on a plane, and a page is anything else.
 */
export type Kind = (typeof KINDS)[number]

/**
 * These are the ways in which a note bears on an inquiry. They are those of CiTO, the Citation Typing Ontology
 * (http://purl.org/spar/cito). `background` is its `obtainsBackgroundFrom`.
 */
export const ROLES = ['supports', 'disputes', 'qualifies', 'extends', 'background'] as const
/** A `Role` is the way in which a note bears on an inquiry. */
export type Role = (typeof ROLES)[number]

/** These are the roles, and `none` for a note that names an inquiry and does not say how it bears on it. */
export const STANCES = [...ROLES, 'none'] as const
/** A `Stance` is the role of a note toward an inquiry that it names, or `none` where it gives no role. */
export type Stance = (typeof STANCES)[number]

/** These say how settled the answer of an inquiry is. */
export const STATUSES = ['open', 'leaning', 'settled', 'superseded'] as const
/** A `Status` says how settled the answer of an inquiry is. */
export type Status = (typeof STATUSES)[number]
/** A `StatusName` is a status as an inquiry states it: one of these, or one that the site declares. */
export type StatusName = string

/** These say how certain the evidence makes an answer, as GRADE rates a body of evidence, from the least. */
export const CERTAINTIES = ['very low', 'low', 'moderate', 'high'] as const
/** A `Certainty` says how certain the evidence makes an answer. */
export type Certainty = (typeof CERTAINTIES)[number]

/**
 * These are the domains of GRADE, in which a body of evidence is rated (chapter 5 of its handbook). The first five lower
 * the certainty, and the others raise it.
 */
export const DOMAINS = [
  'risk of bias',
  'inconsistency',
  'indirectness',
  'imprecision',
  'publication bias',
  'large effect',
  'dose response',
  'opposing confounding',
] as const
/** A `Domain` is a domain of GRADE, of which a reason for a certainty speaks. */
export type Domain = (typeof DOMAINS)[number]

/** Tells whether a domain raises the certainty. The others lower it. */
export const isRaising = (domain: Domain): boolean =>
  domain === 'large effect' || domain === 'dose response' || domain === 'opposing confounding'

/** A `Document` is a file as it was read from the disk. */
export interface Document {
  readonly path: FilePath
  readonly text: string
}

/** A `Problem` is a message about a file, with a line, a column, a rule id and a remedy. */
export type Problem = VFileMessage

/** A `Point` is a position in a file. Lines and columns count from 1, and columns count UTF-16 code units. */
export interface Point {
  readonly line: number
  readonly column: number
}
