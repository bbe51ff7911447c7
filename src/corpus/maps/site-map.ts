/** This file chooses what is on the map of the whole site: its inquiries and notes, or its topics where there are many. */
import { hrefOf, topicPath, withBase } from '../address.ts'
import { collatorOf, compareText } from '../compare.ts'
import type { Corpus } from '../model/corpus.ts'
import { isInquiry, isNote, type Parsed, type ParsedInquiry, type ParsedNote } from '../model/parsed.ts'
import type { Topic } from '../model/resolved.ts'
import { ownLanguage } from '../own-language.ts'
import type { Stance } from '../vocabulary.ts'
import { isStance, tiesOf, type NodeId, type TieType } from './ties.ts'

/** A `SiteNode` is an inquiry, a note or a topic on the map of a site. */
export interface SiteNode {
  readonly kind: 'inquiry' | 'note' | 'topic'
  readonly title: string
  /** The address begins with the site's base. */
  readonly href: string
  /** This is the language of the title. It is undefined where that is the site's language. */
  readonly lang?: string
  /** This is the number of notes of a topic, or of those that are tied to an inquiry. It is zero for a note. */
  readonly notes: number
  /** This is the number of inquiries of a topic. It is zero for all others. */
  readonly inquiries: number
  /** This is the most telling role of a note toward an inquiry. */
  readonly role?: Stance
}

/** A `SiteLine` ties two nodes, by their indices. Two topics share entries, of which there are as many as `weight`. */
export interface SiteLine {
  readonly from: number
  readonly to: number
  readonly type: TieType | 'shares'
  readonly weight: number
}

/** A `SiteMap` is all that the map of a site shows. */
export interface SiteMap {
  readonly of: 'entries' | 'topics'
  readonly nodes: readonly SiteNode[]
  readonly lines: readonly SiteLine[]
  /** This is the number of topics that have no room. */
  readonly more: number
}

/** A site with more inquiries and notes than this is shown by its topics. */
export const MOST_ENTRIES = 300
/** A map has at most this many topics, those with the most entries. */
export const MOST_TOPICS = 60
/** A topic has lines to those few that it shares most with, besides those of which it is one. */
const LINES_OF_TOPIC = 3

/** Makes the map of a site. Equal corpora give equal maps, whatever the order of their files. */
export function siteMapOf(corpus: Corpus): SiteMap {
  const entries = [...corpus.entries.values()].filter((entry) => isInquiry(entry) || isNote(entry))
  return entries.length > MOST_ENTRIES ? mapOfTopics(corpus) : mapOfEntries(corpus, entries)
}

function mapOfEntries(corpus: Corpus, entries: readonly (ParsedInquiry | ParsedNote)[]): SiteMap {
  const sorted = entries.toSorted((a, b) => compareText(a.path, b.path))
  const indices = new Map<NodeId, number>(sorted.map(({ path }, index) => [path, index]))
  const ties = tiesOf(corpus)
  const lines = sorted.flatMap(({ path }, from) =>
    (ties.get(path)?.ties ?? []).flatMap(({ to, type, isInward }): SiteLine[] => {
      const other = indices.get(to.id)
      // What notes only mention of each other would hide what they state.
      const isMention = type === 'links' && isNote(sorted[from]!) && to.kind === 'note'
      return other === undefined || isInward || isMention ? [] : [{ from, to: other, type, weight: 1 }]
    }),
  )
  lines.sort((a, b) => a.from - b.from || a.to - b.to)
  return { of: 'entries', nodes: sorted.map((entry) => nodeOf(corpus, entry)), lines, more: 0 }
}

function nodeOf(corpus: Corpus, entry: ParsedInquiry | ParsedNote): SiteNode {
  const lang = ownLanguage(corpus, entry)
  const own = tiesOf(corpus).get(entry.path)?.ties ?? []
  const role = own.find(({ type, to }) => to.kind === 'inquiry' && isStance(type))?.type as Stance | undefined
  return {
    kind: isInquiry(entry) ? 'inquiry' : 'note',
    title: entry.title,
    href: hrefOf(corpus, entry.path),
    ...(lang !== undefined && { lang }),
    notes: isInquiry(entry) ? own.filter(({ to }) => to.kind === 'note').length : 0,
    inquiries: 0,
    ...(isNote(entry) && role !== undefined && { role }),
  }
}

function mapOfTopics(corpus: Corpus): SiteMap {
  const compare = collatorOf(corpus.settings.language)
  const bySize = [...corpus.topics.values()].sort(
    (a, b) => b.members.length - a.members.length || compare(a.name, b.name),
  )
  const topics = bySize.slice(0, MOST_TOPICS)
  return {
    of: 'topics',
    nodes: topics.map((topic) => topicNode(corpus, topic)),
    lines: strongest(sharedBy(topics), topics.length),
    more: bySize.length - topics.length,
  }
}

const topicNode = ({ settings }: Corpus, { name, slug, members }: Topic): SiteNode => ({
  kind: 'topic',
  title: name,
  href: withBase(settings, topicPath(slug)),
  notes: members.filter(isNote).length,
  inquiries: members.filter(isInquiry).length,
})

/** Counts the inquiries and notes that two topics have both. */
function sharedBy(topics: readonly Topic[]): SiteLine[] {
  const topicsOf = new Map<Parsed, number[]>()
  for (const [index, { members }] of topics.entries())
    for (const member of members) topicsOf.set(member, [...(topicsOf.get(member) ?? []), index])
  const counts = new Map<number, number>()
  for (const of of topicsOf.values())
    for (const [at, from] of of.entries())
      for (const to of of.slice(at + 1)) {
        const pair = from * MOST_TOPICS + to
        counts.set(pair, (counts.get(pair) ?? 0) + 1)
      }
  return [...counts].map(([pair, weight]) => ({
    from: Math.floor(pair / MOST_TOPICS),
    to: pair % MOST_TOPICS,
    type: 'shares',
    weight,
  }))
}

/** Keeps the lines that are among the strongest of one of their ends, because all of them together say nothing. */
function strongest(lines: readonly SiteLine[], count: number): SiteLine[] {
  const sorted = lines.toSorted((a, b) => b.weight - a.weight || a.from - b.from || a.to - b.to)
  const left = Array.from({ length: count }, () => LINES_OF_TOPIC)
  return sorted.filter(({ from, to }) => {
    const isKept = left[from]! > 0 || left[to]! > 0
    left[from]!--
    left[to]!--
    return isKept
  })
}
