/**
 * A corpus of any size to measure on: a pure function of a seed and a number of entries. A tenth of the entries are long inquiries that
 * cite twelve notes each; the rest are notes. An entry has some 400 words on average, and words, topics and links are as unevenly used
 * as real ones.
 */
import { body } from './corpus/body.ts'
import { ROLES, STATUSES, type Corpus, type EntryId, type Inquiry, type Lead, type Note } from './corpus/model.ts'
import { others, plan, type Plan } from './corpus/plan.ts'
import { prose, type Prose } from './corpus/prose.ts'
import type { Random } from './corpus/random.ts'
import { topics } from './corpus/topics.ts'
import { vocabulary } from './corpus/vocabulary.ts'
import { works } from './corpus/works.ts'

export interface CorpusSize {
  readonly seed: number
  readonly entries: number
}

/** Mean words of a body, as drafted; the last paragraph runs over by half its length. */
const INQUIRY_WORDS = 1_150
const NOTE_WORDS = 260

export function corpus({ seed, entries }: CorpusSize): Corpus {
  const language = vocabulary(seed)
  const planned = plan(seed, entries, language)
  const drawTopics = topics(seed, entries, language)
  const bibliography = works(seed, entries, language)
  const draft = (id: EntryId): Draft => {
    const from = prose(seed, id, language)
    return { id, from, plan: planned, topics: drawTopics(from) }
  }
  return {
    inquiries: planned.inquiries.map((id) => inquiry(draft(id))),
    notes: planned.notes.map((id) =>
      note(draft(id), ({ next }) => bibliography[Math.floor(bibliography.length * next() ** 1.5)]!.key),
    ),
    works: bibliography,
  }
}

interface Draft {
  readonly id: EntryId
  readonly from: Prose
  readonly plan: Plan
  readonly topics: readonly string[]
}

function inquiry({ id, from, plan, topics }: Draft): Inquiry {
  return {
    kind: 'inquiry',
    id,
    title: `${from.heading(from.between(7, 12))}?`,
    lede: from.sentences(2).join(' '),
    answer: from.sentence(),
    status: from.pick(STATUSES),
    topics,
    next: others(plan.inquiries, id, from.between(0, 3), from).map((each) => lead(each, from)),
    ...dates(from),
    body: body(from, { words: around(INQUIRY_WORDS, from), links: plan.cited.get(id)!, section: 3 }),
  }
}

function note({ id, from, plan, topics }: Draft, source: (from: Random) => string): Note {
  const links = others(plan.notes, id, from.between(0, 3), from)
  return {
    kind: 'note',
    id,
    title: from.heading(from.between(6, 11)),
    claim: from.sentences(2).join(' '),
    source: source(from),
    inquiries: plan.serves.get(id)!.map((each) => ({ ...lead(each, from), role: from.pick(ROLES) })),
    topics,
    ...dates(from),
    body: body(from, { words: around(NOTE_WORDS, from), links, section: 4 }),
  }
}

const lead = (inquiry: EntryId, from: Prose): Lead => ({ inquiry, because: from.sentence() })

/** Between half and one and a half times as many, most often near the mean. */
const around = (mean: number, { next }: Random): number => Math.round(mean * (0.5 + (next() + next()) / 2))

function dates(from: Random): { created: string; updated?: string } {
  const created = from.below(1_000)
  return { created: day(created), ...(from.chance(0.5) && { updated: day(created + from.between(1, 300)) }) }
}

const day = (after: number): string => new Date(Date.UTC(2023, 0, 1 + after)).toISOString().slice(0, 10)
