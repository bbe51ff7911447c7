/** This file knows the words of CiTO, the Citation Typing Ontology (http://purl.org/spar/cito), by their labels. */
import type { Stance } from '../vocabulary.ts'

/** This is where the words of CiTO are, which are written with `cito:` before them. */
export const CITO = 'http://purl.org/spar/cito/'

/** These are the words for a relation between a note and an inquiry, from either end. */
export const TO_INQUIRY: Readonly<Record<Stance, readonly [note: string, inquiry: string]>> = {
  supports: ['cito:supports', 'cito:isSupportedBy'],
  disputes: ['cito:disputes', 'cito:isDisputedBy'],
  qualifies: ['cito:qualifies', 'cito:isQualifiedBy'],
  extends: ['cito:extends', 'cito:isExtendedBy'],
  background: ['cito:givesBackgroundTo', 'cito:obtainsBackgroundFrom'],
  none: ['cito:citesForInformation', 'cito:isCitedForInformationBy'],
}

/** These are properties of CiTO with their inverses. Those of the roles are left out. */
const PROPERTIES = {
  agreesWith: 'isAgreedWithBy',
  citesAsAuthority: 'isCitedAsAuthorityBy',
  citesAsDataSource: 'isCitedAsDataSourceBy',
  citesAsEvidence: 'isCitedAsEvidenceBy',
  citesAsRelated: 'isCitedAsRelatedBy',
  citesAsSourceDocument: 'isCitedAsSourceDocumentBy',
  citesForInformation: 'isCitedForInformationBy',
  compiles: 'isCompiledBy',
  confirms: 'isConfirmedBy',
  corrects: 'isCorrectedBy',
  credits: 'isCreditedBy',
  critiques: 'isCritiquedBy',
  describes: 'isDescribedBy',
  disagreesWith: 'isDisagreedWithBy',
  discusses: 'isDiscussedBy',
  documents: 'isDocumentedBy',
  obtainsSupportFrom: 'givesSupportTo',
  repliesTo: 'hasReplyFrom',
  reviews: 'isReviewedBy',
  updates: 'isUpdatedBy',
  usesConclusionsFrom: 'providesConclusionsFor',
  usesDataFrom: 'providesDataFor',
  usesMethodIn: 'providesMethodFor',
} as const

/** Discourse graphs have these words for the work that a node is drawn from. */
const OTHER_WORDS: readonly (readonly [word: string, property: keyof typeof PROPERTIES, end: 'from' | 'to'])[] = [
  ['derivedfrom', 'citesAsSourceDocument', 'from'],
  ['fromsource', 'citesAsSourceDocument', 'from'],
  ['sourcefor', 'citesAsSourceDocument', 'to'],
]

type Ends = readonly [from: string, to: string]

const KNOWN: ReadonlyMap<string, Ends> = new Map([
  ...Object.entries(PROPERTIES).flatMap(([property, inverse]): [string, Ends][] => [
    [property.toLowerCase(), [`cito:${property}`, `cito:${inverse}`]],
    [inverse.toLowerCase(), [`cito:${inverse}`, `cito:${property}`]],
  ]),
  ...OTHER_WORDS.map(([word, property, end]): [string, Ends] => {
    const ends: Ends = [`cito:${property}`, `cito:${PROPERTIES[property]}`]
    return [word, end === 'from' ? ends : [ends[1], ends[0]]]
  }),
])

/**
 * Gives the properties of CiTO for a label, from the end that the relation starts from and from the other one. They are
 * undefined where CiTO has no such word.
 *
 * @example
 * citoOf('agrees with') // ['cito:agreesWith', 'cito:isAgreedWithBy']
 */
export const citoOf = (label: string): Ends | undefined => KNOWN.get(label.toLowerCase().replace(/[\s_-]/g, ''))
