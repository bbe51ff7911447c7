/** This file gathers what an answer rests on: how certain it is, with which works it would fall, and its receipt. */
import { findingsAddress, workHref } from '../address.ts'
import { workKey } from '../bibliography/citation-processor.ts'
import { namedIn } from '../bibliography/csl.ts'
import { ITEM_TYPES } from '../bibliography/item-types.ts'
import type { Corpus } from '../model/corpus.ts'
import type { Balance, CertaintyReason, InquiryEntry, Ref, WithMarkup } from '../model/entry.ts'
import type { CslName } from '../model/csl.ts'
import type { ParsedInquiry } from '../model/parsed.ts'
import type { EvidenceLink } from '../model/resolved.ts'
import type { Source } from '../model/source.ts'
import { namesOfDataSets } from '../what-if/data-sets.ts'
import type { DataSet } from '../schema/data-set.ts'
import { bareReference } from '../render/reference.ts'
import { citationsOf } from '../render/page-citations.ts'
import { refTo, withoutUndefined } from '../render/ref.ts'
import { restsOnRetracted, updateOf } from '../updates/known.ts'
import type { Certainty, Stance } from '../vocabulary.ts'
import type { RestingNote } from '../what-if/resting.ts'
import { sharedGrounds, type SharedGround } from '../what-if/shared-ground.ts'
import { turningOf, type Turning } from '../what-if/turning.ts'
import { receiptOf, type Receipt } from './receipt.ts'

/** A `GroundNote` is a note that an answer rests on. */
export interface GroundNote extends RestingNote {
  readonly note: Ref
  readonly year?: number
  /** This is true where a work that the note is drawn from was retracted, so that the balance leaves it out. */
  readonly retracted?: true
}

/** A `GroundWork` is a work that notes of an answer rest on. */
export interface GroundWork {
  /** This is the citation key, or where there is none, all that is said of the work. */
  readonly id: string
  /** This is author and year. */
  readonly short: string
  readonly title: string
  /** This is the page of the work on the site, where it has one. */
  readonly href?: string
  readonly year?: number
  readonly authors: readonly string[]
  /** These are the designs of the studies that notes draw from it, and whom or what these looked at. */
  readonly designs?: readonly string[]
  readonly populations?: readonly string[]
  /** These are the names of the data sets that they used or made. One that is named differently has one of its names. */
  readonly data?: readonly string[]
  readonly isPreprint?: true
  readonly retracted?: true
}

/** `Losable` is the evidence of an answer as far as works can be taken out of it. */
export interface Losable {
  readonly balance: Balance
  readonly notes: readonly GroundNote[]
  /** These are the works in the order in which notes first rest on them. */
  readonly works: readonly GroundWork[]
}

/** `Grounds` are what the page of what an answer rests on shows. */
export interface Grounds extends WithMarkup, Losable {
  readonly inquiry: Ref
  readonly answer?: string
  readonly certainty?: Certainty
  /** This is the page of what the notes found, where there is one. */
  readonly findings?: string
  readonly reasons: readonly CertaintyReason[]
  readonly retracted?: Balance
  readonly turning: Turning
  readonly shared: readonly SharedGround[]
  readonly receipt: Receipt
}

/**
 * Gathers what an answer rests on.
 *
 * @param entry The inquiry as its own page shows it.
 */
export function groundsOf(corpus: Corpus, inquiry: ParsedInquiry, entry: InquiryEntry): Grounds {
  const losable = losableOf(corpus, inquiry, entry)
  const held = losable.notes.filter(({ retracted }) => !retracted)
  const { answer, certainty, reasons = [], retracted, markup } = entry
  return {
    inquiry: refTo(corpus, inquiry),
    ...withoutUndefined({ answer, certainty, retracted, markup }),
    ...(entry.hasFindings && { findings: findingsAddress(entry.href) }),
    reasons,
    ...losable,
    turning: turningOf(held),
    shared: sharedGrounds(held, losable.works.map(grounded)),
    receipt: receiptOf(corpus, inquiry, corpus.evidenceByInquiry.get(inquiry.path) ?? []),
  }
}

/** Gathers the notes of an inquiry with the works that they rest on. */
export function losableOf(corpus: Corpus, inquiry: ParsedInquiry, { balance }: InquiryEntry): Losable {
  const links = corpus.evidenceByInquiry.get(inquiry.path) ?? []
  const nameOfData = namesOfDataSets(links.flatMap(({ note }) => note.data.study?.data ?? []))
  const sources = new Map(links.flatMap(({ note }) => sourcesOf(corpus, note.path)).map((each) => [idOf(each), each]))
  return {
    balance,
    notes: links.map((link) => groundNote(corpus, link)),
    works: [...sources.values()].map((source) => ({
      ...groundWork(corpus, inquiry, source),
      ...studiesIn(corpus, links, source, nameOfData),
    })),
  }
}

const sourcesOf = ({ sourceOf }: Corpus, path: string): readonly Source[] => sourceOf.get(path) ?? []

const idOf = (source: Source): string => source.key ?? workKey(source)

function groundNote(corpus: Corpus, { note, role }: EvidenceLink): GroundNote {
  const sources = sourcesOf(corpus, note.path)
  const year = sources.find((source) => source.year !== undefined)?.year
  return {
    note: refTo(corpus, note),
    works: [...new Set(sources.map(idOf))],
    ...withoutUndefined({ role, year } satisfies { role: Stance | undefined; year: number | undefined }),
    ...(restsOnRetracted(corpus, note) && { retracted: true as const }),
  }
}

function groundWork(corpus: Corpus, inquiry: ParsedInquiry, source: Source): GroundWork {
  const { title, year, csl, key } = source
  return {
    id: idOf(source),
    short: bareReference(corpus, citationsOf(corpus, inquiry), source).short,
    title,
    authors: namedIn(csl.author).named.map(nameOf).filter(Boolean),
    ...withoutUndefined({ href: workHref(corpus, key), year }),
    ...(ITEM_TYPES.isPreprint(source) && { isPreprint: true as const }),
    ...(updateOf(corpus.updates, source)?.status === 'retracted' && { retracted: true as const }),
  }
}

/** Gives what notes of an answer say of the studies that they draw from a work. */
function studiesIn(
  corpus: Corpus,
  links: readonly EvidenceLink[],
  source: Source,
  nameOfData: (dataSet: DataSet) => string,
) {
  const drawn = links.filter(({ note }) => sourcesOf(corpus, note.path).some((each) => idOf(each) === idOf(source)))
  const studies = drawn.flatMap(({ note }) => note.data.study ?? [])
  const [designs, populations] = (['design', 'population'] as const).map((field) => [
    ...new Set(studies.flatMap((study) => study[field] ?? [])),
  ])
  const data = [...new Set(studies.flatMap((study) => study.data.map(nameOfData)))]
  return {
    ...(designs!.length > 0 && { designs: designs! }),
    ...(populations!.length > 0 && { populations: populations! }),
    ...(data.length > 0 && { data }),
  }
}

/** Gives the name of an author, as it is written before a title. Two people of one name are not told apart. */
const nameOf = ({ given, family, literal, 'non-dropping-particle': particle }: CslName): string =>
  literal ?? [given, particle, family].filter(Boolean).join(' ')

/** Gives what a work may share with others. */
const grounded = ({ id, authors, year, designs, populations, data, isPreprint }: GroundWork) => ({
  id,
  authors,
  ...(year !== undefined && { year: [String(year)] }),
  ...(designs && { design: designs }),
  ...(populations && { population: populations }),
  ...(data && { data }),
  ...(isPreprint && { preprint: [''] }),
})
