/** This file finds what entries have in common: neighbours, topics, and rare words of their titles. */
import type { Corpus } from '../model/corpus.ts'
import { isInquiry, isNote, type Parsed } from '../model/parsed.ts'
import { topicKey } from '../topic-key.ts'
import type { NodeId, TiedNode, Ties } from './ties.ts'

/** A `Feature` is something that several entries can have: a node that they are tied to, a topic or a word. */
export type Feature = string

/** `SharedFeatures` say which features every entry has, and which entries have each feature. */
export interface SharedFeatures {
  readonly of: ReadonlyMap<NodeId, readonly Feature[]>
  readonly members: ReadonlyMap<Feature, readonly NodeId[]>
}

/** These signs begin the features that are no nodes. No path of a file begins with them. */
const SIGNS = { topic: '#', word: '~' } as const

/** Says what a feature is. */
export function featureType(feature: Feature): 'node' | 'topic' | 'word' {
  if (feature.startsWith(SIGNS.topic)) return 'topic'
  return feature.startsWith(SIGNS.word) ? 'word' : 'node'
}

/** Finds the features of all inquiries and notes of a corpus, in the order of their paths. */
export function sharedFeatures({ entries }: Corpus, ties: Ties): SharedFeatures {
  const [of, members] = [new Map<NodeId, readonly Feature[]>(), new Map<Feature, NodeId[]>()]
  for (const [path, entry] of entries) {
    if (!isInquiry(entry) && !isNote(entry)) continue
    const features = [...nodesOf(ties.get(path)), ...topicsOf(entry), ...wordsOf(entry)]
    of.set(path, features)
    for (const feature of features) {
      const known = members.get(feature)
      if (known === undefined) members.set(feature, [path])
      else known.push(path)
    }
  }
  return { of, members }
}

/**
 * Gives the nodes that an entry is tied to. An inquiry also has the works of its notes, because it rests on them, and
 * seldom cites them itself.
 */
function nodesOf(node: TiedNode | undefined): Feature[] {
  if (node === undefined) return []
  const near = node.ties.map(({ to }) => to)
  const works = node.kind === 'inquiry' ? near.flatMap(({ ties }) => ties.map(({ to }) => to).filter(isWork)) : []
  return [...new Set([...near, ...works].map(({ id }) => id))]
}

const isWork = ({ kind }: TiedNode): boolean => kind === 'work'

const topicsOf = ({ topics }: Parsed): Feature[] => [
  ...new Set(topics.map((topic) => `${SIGNS.topic}${topicKey(topic)}`)),
]

/** Gives the words of a title, each once. Words of one or two letters tell nothing in scripts that have spaces. */
function wordsOf(entry: Parsed): readonly Feature[] {
  const known = words.get(entry)
  if (known !== undefined) return known
  const found = entry.writtenTitle.toLowerCase().match(WORD) ?? []
  const features = [...new Set(found.map((word) => SIGNS.word + word))]
  words.set(entry, features)
  return features
}

const WORD = /[\p{L}\p{M}\p{N}]{3,}|[\p{sc=Han}\p{sc=Kana}]{2}/gu

/** Remembers the words of titles, because in dev most entries stay the same. */
const words = new WeakMap<Parsed, readonly Feature[]>()
