/**
 * This file generates a corpus of any size to measure on. It is a pure function of a seed and a number of entries. A
 * tenth of the entries are long inquiries that cite twelve notes each; the rest are notes. An entry has about 400
 * words on average. Words, topics and links are used as unevenly as real ones.
 */
import { generateBody } from './corpus/body.ts'
import {
  ROLES,
  STATUSES,
  type Corpus,
  type EntryId,
  type Inquiry,
  type NextInquiry,
  type Note,
} from './corpus/model.ts'
import { pickLinks, planCorpus, type Plan } from './corpus/plan.ts'
import { createProse, type Prose } from './corpus/prose.ts'
import type { Random } from './corpus/random.ts'
import { topicSampler } from './corpus/topics.ts'
import { generateVocabulary } from './corpus/vocabulary.ts'
import { generateWorks } from './corpus/works.ts'

/** This says how large a corpus is, and by which seed it is generated. */
export interface CorpusSize {
  readonly seed: number
  readonly entries: number
}

/**
 * These are the mean numbers of words of a body as it is drafted. The last paragraph exceeds it by half its length on
 * average.
 */
const INQUIRY_WORDS = 1_150
const NOTE_WORDS = 260

/** Generates a corpus. The same size and seed give the same corpus on every machine. */
export function generateCorpus({ seed, entries }: CorpusSize): Corpus {
  const language = generateVocabulary(seed)
  const planned = planCorpus(seed, entries, language)
  const drawTopics = topicSampler(seed, entries, language)
  const bibliography = generateWorks(seed, entries, language)
  const draft = (id: EntryId): Draft => {
    const prose = createProse(seed, id, language)
    return { id, prose, plan: planned, topics: drawTopics(prose) }
  }
  return {
    inquiries: planned.inquiries.map((id) => generateInquiry(draft(id))),
    notes: planned.notes.map((id) =>
      generateNote(draft(id), ({ next }) => bibliography[Math.floor(bibliography.length * next() ** 1.5)]!.key),
    ),
    works: bibliography,
  }
}

/** A `Draft` is an entry before its text is written. */
interface Draft {
  readonly id: EntryId
  readonly prose: Prose
  readonly plan: Plan
  readonly topics: readonly string[]
}

function generateInquiry({ id, prose, plan, topics }: Draft): Inquiry {
  return {
    kind: 'inquiry',
    id,
    title: `${prose.heading(prose.between(7, 12))}?`,
    lede: prose.sentences(2).join(' '),
    answer: prose.sentence(),
    status: prose.pick(STATUSES),
    topics,
    next: pickLinks(plan.inquiries, id, prose.between(0, 3), prose).map((each) => nextInquiry(each, prose)),
    ...generateDates(prose),
    body: generateBody(prose, {
      words: varyLength(INQUIRY_WORDS, prose),
      links: plan.cited.get(id)!,
      paragraphsPerSection: 3,
    }),
  }
}

/**
 * Generates a note.
 *
 * @param source Picks the key of the work that the note is drawn from.
 */
function generateNote({ id, prose, plan, topics }: Draft, source: (random: Random) => string): Note {
  const links = pickLinks(plan.notes, id, prose.between(0, 3), prose)
  return {
    kind: 'note',
    id,
    title: prose.heading(prose.between(6, 11)),
    claim: prose.sentences(2).join(' '),
    source: source(prose),
    inquiries: plan.serves.get(id)!.map((each) => ({ ...nextInquiry(each, prose), role: prose.pick(ROLES) })),
    topics,
    ...generateDates(prose),
    body: generateBody(prose, { words: varyLength(NOTE_WORDS, prose), links, paragraphsPerSection: 4 }),
  }
}

const nextInquiry = (inquiry: EntryId, prose: Prose): NextInquiry => ({ inquiry, because: prose.sentence() })

/** Returns a number between half and one and a half times the mean, most often near it. */
const varyLength = (mean: number, { next }: Random): number => Math.round(mean * (0.5 + (next() + next()) / 2))

/** Generates the day on which an entry was created and, for half of them, one on which it was updated. */
function generateDates(random: Random): { created: string; updated?: string } {
  const created = random.below(1_000)
  return {
    created: dateAfter(created),
    ...(random.chance(0.5) && { updated: dateAfter(created + random.between(1, 300)) }),
  }
}

/** Returns the day a number of days after 1 January 2023, in the form 2026-11-23. */
const dateAfter = (after: number): string => new Date(Date.UTC(2023, 0, 1 + after)).toISOString().slice(0, 10)
