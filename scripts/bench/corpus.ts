/**
 * A corpus of any size to measure on: a pure function of a seed and a number of entries. A tenth of the entries are long inquiries that
 * cite twelve notes each; the rest are notes. An entry has some 400 words on average, and words, topics and links are as unevenly used
 * as real ones.
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

export interface CorpusSize {
  readonly seed: number
  readonly entries: number
}

/** Mean words of a body, as drafted; the last paragraph runs over by half its length. */
const INQUIRY_WORDS = 1_150
const NOTE_WORDS = 260

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

/** Between half and one and a half times as many, most often near the mean. */
const varyLength = (mean: number, { next }: Random): number => Math.round(mean * (0.5 + (next() + next()) / 2))

function generateDates(random: Random): { created: string; updated?: string } {
  const created = random.below(1_000)
  return {
    created: dateAfter(created),
    ...(random.chance(0.5) && { updated: dateAfter(created + random.between(1, 300)) }),
  }
}

const dateAfter = (after: number): string => new Date(Date.UTC(2023, 0, 1 + after)).toISOString().slice(0, 10)
