/** Who is called what and links to whom, before a word of the texts is written. */
import type { EntryId } from './model.ts'
import { seededRandom, shuffled, type Random } from './random.ts'
import type { Vocabulary } from './vocabulary.ts'

const INQUIRY_SHARE = 0.1
const CITATIONS = 12

export interface Plan {
  readonly inquiries: readonly EntryId[]
  readonly notes: readonly EntryId[]
  /** The notes that each inquiry cites, in the order of its essay. */
  readonly cited: ReadonlyMap<EntryId, readonly EntryId[]>
  /** The inquiries that each note serves: those that cite it. */
  readonly serves: ReadonlyMap<EntryId, readonly EntryId[]>
}

export function planCorpus(seed: number, entries: number, vocabulary: Vocabulary): Plan {
  const random = seededRandom(seed, 'plan')
  const ids = generateIds(entries, vocabulary, random)
  const inquiries = ids.slice(0, Math.round(entries * INQUIRY_SHARE))
  const notes = ids.slice(inquiries.length)
  const cited = assignNotes(inquiries, notes, random)
  return { inquiries, notes, cited, serves: invert(cited, notes) }
}

/** Three words each, as slugs of titles are. */
function generateIds(count: number, vocabulary: Vocabulary, random: Random): EntryId[] {
  const ids = new Set<EntryId>()
  while (ids.size < count) ids.add(Array.from({ length: 3 }, () => vocabulary.sampleContent(random)).join('-'))
  return [...ids]
}

/** Deals notes to inquiries from a shuffled deck, and a new deck when it runs out, so that none is left over. */
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

function invert(cited: ReadonlyMap<EntryId, readonly EntryId[]>, notes: readonly EntryId[]): Map<EntryId, EntryId[]> {
  const serves = new Map<EntryId, EntryId[]>(notes.map((id) => [id, []]))
  for (const [inquiry, ids] of cited) for (const id of ids) serves.get(id)!.push(inquiry)
  return serves
}

/** Others to link to: half of them any, half of them from the few that are much linked to. Never the entry itself. */
export function pickLinks(ids: readonly EntryId[], self: EntryId, count: number, random: Random): EntryId[] {
  const chosen = Array.from(
    { length: count },
    () => ids[Math.floor(ids.length * random.next() ** (random.chance(0.5) ? 1 : 2))]!,
  )
  return [...new Set(chosen)].filter((id) => id !== self)
}
