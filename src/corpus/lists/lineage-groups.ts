/** This file puts the lineages of inquiries under the topics in which they begin, as the map of a site shows them. */
import { hrefOf, topicPath, withBase } from '../address.ts'
import type { Corpus } from '../model/corpus.ts'
import type { Balance, TopicRef } from '../model/entry.ts'
import type { Parsed, ParsedInquiry } from '../model/parsed.ts'
import type { Topic } from '../model/resolved.ts'
import { balancesOf } from '../render/balance.ts'
import { ownLanguage } from '../own-language.ts'
import type { StatusName } from '../vocabulary.ts'
import { lineagesOf, type LineageItem } from '../maps/lineage.ts'

/** A `LineageView` is an inquiry of a lineage, with what a map says of it. */
export interface LineageView {
  readonly title: string
  readonly href: string
  /** This is the language of the title. It is undefined where that is the site's language. */
  readonly lang?: string
  readonly status: StatusName
  readonly balance: Balance
  /** This is true where the inquiry stands in another place with what follows from it. */
  readonly isAgain: boolean
  readonly next: readonly LineageView[]
}

/** A `LineageGroup` has the lineages that begin in a topic. The topic is undefined where the first inquiry has none. */
export interface LineageGroup {
  readonly topic?: TopicRef
  readonly lineages: readonly LineageView[]
}

/** `Lineages` are the lineages of a site. */
export interface Lineages {
  readonly groups: readonly LineageGroup[]
  /** This is the number of inquiries of lineages that have no room. */
  readonly more: number
}

/** A page shows the lineages of so many inquiries. */
export const MOST_IN_LINEAGES = 300

/** Gives the lineages of a site, the longest first. What has no room is left out and counted. */
export function lineageGroups(corpus: Corpus): Lineages {
  const topicOf = firstTopics(corpus)
  const sized = lineagesOf(corpus).map((lineage) => ({ lineage, size: sizeOf(lineage) }))
  sized.sort((a, b) => b.size - a.size)
  const total = sized.reduce((sum, { size }) => sum + size, 0)
  const shown = withRoom(
    sized.map(({ lineage }) => lineage),
    { left: MOST_IN_LINEAGES },
  )
  const groups = [...Map.groupBy(shown, ({ inquiry }) => topicOf.get(inquiry))]
  groups.sort(([a], [b]) => Number(a === undefined) - Number(b === undefined))
  return {
    groups: groups.map(([topic, lineages]) => ({
      ...(topic && { topic: { name: topic.name, href: withBase(corpus.settings, topicPath(topic.slug)) } }),
      lineages: lineages.map((lineage) => viewOf(corpus, lineage)),
    })),
    more: Math.max(0, total - MOST_IN_LINEAGES),
  }
}

/** Leaves out what has no room. */
function withRoom(items: readonly LineageItem[], room: { left: number }): LineageItem[] {
  return items.flatMap((item) => {
    if (room.left === 0) return []
    if (!item.isAgain) room.left--
    return [{ ...item, next: withRoom(item.next, room) }]
  })
}

/** Counts the inquiries of a lineage, each where it stands with what follows from it. */
const sizeOf = ({ isAgain, next }: LineageItem): number =>
  next.reduce((sum, each) => sum + sizeOf(each), isAgain ? 0 : 1)

/** Gives the largest topic of each inquiry, so that few groups have many lineages. */
function firstTopics({ topics }: Corpus): Map<Parsed, Topic> {
  const found = new Map<Parsed, Topic>()
  for (const topic of topics.values())
    for (const member of topic.members)
      if ((found.get(member)?.members.length ?? 0) < topic.members.length) found.set(member, topic)
  return found
}

function viewOf(corpus: Corpus, { inquiry, isAgain, next }: LineageItem): LineageView {
  return { ...summaryOf(corpus, inquiry), isAgain, next: next.map((each) => viewOf(corpus, each)) }
}

function summaryOf(corpus: Corpus, inquiry: ParsedInquiry): Omit<LineageView, 'isAgain' | 'next'> {
  const lang = ownLanguage(corpus, inquiry)
  return {
    title: inquiry.title,
    href: hrefOf(corpus, inquiry.path),
    ...(lang !== undefined && { lang }),
    status: inquiry.data.status,
    balance: balancesOf(corpus, corpus.evidenceByInquiry.get(inquiry.path) ?? []).balance,
  }
}
