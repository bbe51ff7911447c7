/**
 * This file says how entries bear on one another, whichever of the two states it. It makes the evidence links, the
 * relations between notes, and the next inquiries.
 */
import { pointOfField } from '../frontmatter/position.ts'
import type { Parsed, ParsedInquiry } from '../model/parsed.ts'
import { problem } from '../problem.ts'
import { withInverses } from './inverses.ts'
import type { StatedRelation } from '../relation-words.ts'
import type { Resolved } from './resolve-entry.ts'
import { SCHEMAS } from '../schema/fields.ts'
import { collatorOf, compareText } from '../compare.ts'
import type { FilePath, Problem } from '../vocabulary.ts'
import type { Citation, NextInquiry, Relation, EvidenceLink, RelationStatement } from '../model/resolved.ts'

/** `Relations` are the relations between entries, resolved. */
export interface Relations {
  /**
   * Links that a note or an inquiry states come first. Then come the notes that an essay cites and that do not say how
   * they bear on its inquiry.
   */
  readonly evidenceLinks: readonly EvidenceLink[]
  readonly relations: readonly Relation[]
  readonly nextInquiries: readonly NextInquiry[]
}

/** A `Bearing` says that one entry bears on another. Which of the two states it does not matter any more. */
interface Bearing {
  readonly from: Parsed
  readonly to: Parsed
  readonly relation: Omit<StatedRelation, 'end'>
  readonly stated: RelationStatement
}

/**
 * Derives the relations between entries.
 *
 * @param all The public entries, in the order of their paths.
 * @param report Is called where entries state a relation in more ways than one.
 */
export function relate(all: readonly Resolved[], report: (found: Problem) => void): Relations {
  const byPath = new Map(all.map(({ entry }) => [entry.path, entry]))
  const bearings = all.flatMap((resolved) => bearingsOf(resolved, byPath))
  return {
    evidenceLinks: evidenceLinksOf(all, byPath, bearings, report),
    relations: relationsAmong(bearings),
    nextInquiries: nextInquiriesOf(all, byPath, bearings),
  }
}

type ByPath = ReadonlyMap<FilePath, Parsed>

/** Turns the relation fields of an entry into bearings. */
function bearingsOf({ entry, bearings }: Resolved, byPath: ByPath): Bearing[] {
  return bearings.map(({ relation: { end, ...relation }, to, at }) => {
    const other = byPath.get(to)!
    const said = { relation, stated: { in: entry.path, at } }
    return end === 'from' ? { from: entry, to: other, ...said } : { from: other, to: entry, ...said }
  })
}

/** Makes the evidence links. There is one for each pair of a note and an inquiry. */
function evidenceLinksOf(
  all: readonly Resolved[],
  byPath: ByPath,
  bearings: readonly Bearing[],
  report: (found: Problem) => void,
): EvidenceLink[] {
  const evidenceLinks = new Pairs<EvidenceLink>()
  for (const evidenceLink of [...all.flatMap((each) => listedBy(each, byPath)), ...bearings.flatMap(asEvidenceLink)]) {
    const before = evidenceLinks.get(evidenceLink.note, evidenceLink.inquiry)
    if (before === undefined) evidenceLinks.set(evidenceLink.note, evidenceLink.inquiry, evidenceLink)
    else if (before.role === 'none')
      evidenceLinks.set(evidenceLink.note, evidenceLink.inquiry, { ...before, ...evidenceLink })
    else if (evidenceLink.role !== 'none' && before.role !== evidenceLink.role) report(twice(before, evidenceLink))
  }
  for (const { entry, citations } of all)
    if (entry.kind === 'inquiry') addCited(evidenceLinks, entry, citations, byPath)
  return evidenceLinks.all()
}

/** Notes where the essay first cites each note, and adds the notes that do not say how they bear on the inquiry. */
function addCited(
  evidenceLinks: Pairs<EvidenceLink>,
  inquiry: ParsedInquiry,
  citations: readonly Citation[],
  byPath: ByPath,
): void {
  for (const { to, link } of citations) {
    const note = byPath.get(to)
    if (note?.kind !== 'note') continue
    const evidenceLink = evidenceLinks.get(note, inquiry) ?? { note, inquiry }
    if (evidenceLink.citedAt === undefined) evidenceLinks.set(note, inquiry, { ...evidenceLink, citedAt: link })
  }
}

/**
 * Makes the relations from notes to notes and pages, and those beside the roles between any two entries. Each is kept
 * once for each pair.
 */
function relationsAmong(bearings: readonly Bearing[]): Relation[] {
  const seen = new Pairs<Set<string>>()
  const relations = bearings.flatMap(({ from, to, relation }) => {
    const { role, label } = relation
    if (label === undefined && (from.kind !== 'note' || to.kind === 'inquiry')) return []
    const words = seen.get(from, to) ?? new Set()
    const word = label === undefined ? (role ?? '') : `label ${label.toLowerCase()}`
    if (words.has(word)) return []
    seen.set(from, to, words.add(word))
    return [{ from, to, ...relation }]
  })
  return withInverses(relations)
}

/** Makes the links to next inquiries. Relations between two inquiries count as such links as well. */
function nextInquiriesOf(all: readonly Resolved[], byPath: ByPath, bearings: readonly Bearing[]): NextInquiry[] {
  const nextInquiries = new Pairs<NextInquiry>()
  const add = (nextInquiry: NextInquiry): void => {
    if (nextInquiries.get(nextInquiry.from, nextInquiry.to) === undefined)
      nextInquiries.set(nextInquiry.from, nextInquiry.to, nextInquiry)
  }
  for (const { entry: from, next } of all)
    for (const { to: path, at: _, ...said } of from.kind === 'inquiry' ? next : []) {
      const to = byPath.get(path)
      if (from.kind === 'inquiry' && to?.kind === 'inquiry') add({ from, to, ...said })
    }
  for (const { from, to, relation } of bearings)
    if (relation.label === undefined && from.kind === 'inquiry' && to.kind === 'inquiry') add({ from, to })
  return nextInquiries.all()
}

/** Makes evidence links of the inquiries that a note lists. */
function listedBy({ entry: note, serves }: Resolved, byPath: ByPath): EvidenceLink[] {
  return serves.flatMap(({ to, at, role = 'none' as const, ...said }) => {
    const inquiry = byPath.get(to)
    const stated = { in: note.path, at }
    return note.kind === 'note' && inquiry?.kind === 'inquiry' ? [{ note, inquiry, role, ...said, stated }] : []
  })
}

/**
 * Makes an evidence link of a relation between a note and an inquiry. Whichever of the two states it, the note bears on
 * the inquiry and not the other way round. A relation beside the roles says that it bears on it, and not how.
 */
function asEvidenceLink({ from, to, stated, relation }: Bearing): EvidenceLink[] {
  const said = { role: relation.role ?? ('none' as const), stated }
  if (from.kind === 'note' && to.kind === 'inquiry') return [{ note: from, inquiry: to, ...said }]
  if (from.kind === 'inquiry' && to.kind === 'note') return [{ note: to, inquiry: from, ...said }]
  return []
}

/** Warns that a note states two roles toward the same inquiry. */
function twice(first: EvidenceLink, { note, inquiry, role }: EvidenceLink): Problem {
  const point = pointOfField(note, SCHEMAS.note, ['inquiries'])
  const sentence = `The note names ${inquiry.path} twice, as ${first.role ?? ''} and as ${role ?? ''}. The first counts; take the other out.`
  return problem('warning', 'inquiry-repeated', note.path, point, sentence)
}

/**
 * Gives the function that compares evidence links by the order of the essay, and then by title. Notes that the essay
 * does not cite come last.
 *
 * @param language The language of the site, in whose order titles are.
 */
export function inReadingOrder(language: string): (a: EvidenceLink, b: EvidenceLink) => number {
  const compare = collatorOf(language)
  return (a, b) =>
    (a.citedAt ?? Infinity) - (b.citedAt ?? Infinity) ||
    compare(a.note.writtenTitle, b.note.writtenTitle) ||
    compareText(a.note.path, b.note.path)
}

/** `Pairs` holds one thing for each pair of entries, in the order in which the pairs were first set. */
class Pairs<T> {
  readonly #byFirst = new Map<Parsed, Map<Parsed, number>>()
  readonly #things: T[] = []

  get(first: Parsed, second: Parsed): T | undefined {
    const index = this.#byFirst.get(first)?.get(second)
    return index === undefined ? undefined : this.#things[index]
  }

  set(first: Parsed, second: Parsed, thing: T): void {
    const bySecond = this.#byFirst.get(first) ?? new Map<Parsed, number>()
    this.#byFirst.set(first, bySecond)
    const index = bySecond.get(second) ?? this.#things.length
    bySecond.set(second, index)
    this.#things[index] = thing
  }

  all(): T[] {
    return this.#things
  }
}
