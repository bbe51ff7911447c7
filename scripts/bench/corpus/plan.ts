/** This file decides on the ids of entries and on who links to whom, before any text is written. */
import type { EntryId } from './model.ts'
import { seededRandom, shuffled, type Random } from './random.ts'
import type { Vocabulary } from './vocabulary.ts'

/** This is the share of inquiries among the entries. */
const INQUIRY_SHARE = 0.1
/** This is the number of notes that an inquiry cites. */
const CITATIONS = 12

/** A plan holds the ids of all entries and the links of evidence between them. */
export interface Plan {
  readonly inquiries: readonly EntryId[]
  readonly notes: readonly EntryId[]
  /** These are the notes that each inquiry cites, in the order of its essay. */
  readonly cited: ReadonlyMap<EntryId, readonly EntryId[]>
  /** These are the inquiries that each note serves, which are those that cite it. */
  readonly serves: ReadonlyMap<EntryId, readonly EntryId[]>
}

/** Plans a corpus of a number of entries. */
export function planCorpus(seed: number, entries: number, vocabulary: Vocabulary): Plan {
  const random = seededRandom(seed, 'plan')
  const ids = generateIds(entries, vocabulary, random)
  const inquiries = ids.slice(0, Math.round(entries * INQUIRY_SHARE))
  const notes = ids.slice(inquiries.length)
  const cited = assignNotes(inquiries, notes, random)
  return { inquiries, notes, cited, serves: invert(cited, notes) }
}

/** Generates ids of three words each, like slugs of titles. */
function generateIds(count: number, vocabulary: Vocabulary, random: Random): EntryId[] {
  const ids = new Set<EntryId>()
  while (ids.size < count) ids.add(Array.from({ length: 3 }, () => vocabulary.sampleContent(random)).join('-'))
  return [...ids]
}

/**
 * Assigns notes to inquiries as cards are dealt from a shuffled deck, with a new deck when one runs out, so that no
 * note is left over.
 */
function assignNotes(
  inquiries: readonly EntryId[],
  notes: readonly EntryId[],
  random: Random,
): Map<EntryId, EntryId[]> {
  let deck: EntryId[] = []
  const hand = (): EntryId[] => {
    const held = new Set<EntryId>()
    while (held.size < Math.min(CITATIONS, notes.length)) {
      if (deck.length === 0) deck = shuffled(notes, random)
      held.add(deck.pop()!)
    }
    return [...held]
  }
  return new Map(inquiries.map((id) => [id, hand()]))
}

/** Turns the notes of each inquiry into the inquiries of each note. */
function invert(cited: ReadonlyMap<EntryId, readonly EntryId[]>, notes: readonly EntryId[]): Map<EntryId, EntryId[]> {
  const serves = new Map<EntryId, EntryId[]>(notes.map((id) => [id, []]))
  for (const [inquiry, ids] of cited) for (const id of ids) serves.get(id)!.push(inquiry)
  return serves
}

/**
 * Picks entries to link to: half of them from all, half of them from the few that are much linked to. The entry
 * itself is never among them.
 */
export function pickLinks(ids: readonly EntryId[], self: EntryId, count: number, random: Random): EntryId[] {
  const chosen = Array.from(
    { length: count },
    () => ids[Math.floor(ids.length * random.next() ** (random.chance(0.5) ? 1 : 2))]!,
  )
  return [...new Set(chosen)].filter((id) => id !== self)
}
