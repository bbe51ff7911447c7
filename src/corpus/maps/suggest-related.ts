/** This file suggests entries that a reader may go on to, where the writer names none. */
import { compareText } from '../compare.ts'
import { featureType, type Feature, type SharedFeatures } from './shared-features.ts'
import type { NodeId } from './ties.ts'

/** A `Suggestion` is an entry with what it has in common with another one, the most telling first. */
export interface Suggestion {
  readonly id: NodeId
  readonly score: number
  readonly shared: readonly Feature[]
}

/**
 * A feature that more entries have says too little of any two of them, and going through all of them would take long.
 */
const MOST_MEMBERS = { node: 100, topic: 100, word: 30 } as const

/** A word that no more titles have than this is a reason by itself. Other words only add to what is shared besides. */
const RARE = 8

/** Says how much it tells that two entries share a feature of a type, before it is known how many others have it. */
const WEIGHTS = { node: 1, topic: 0.5, word: 0.6 } as const

/**
 * Finds the entries that have most in common with an entry and are not tied to it. Each feature that two entries share
 * counts by one over the logarithm of the number of entries that have it, so that a rare one tells more (Adamic and
 * Adar, "Friends and neighbors on the Web", 2003). This is a pure function, and equal scores
 * are in the order of ids.
 *
 * @param accepts Tells whether an entry may be suggested.
 * @param most The largest number of suggestions.
 */
export function suggestRelated(
  { of, members }: SharedFeatures,
  id: NodeId,
  most: number,
  accepts: (other: NodeId) => boolean = () => true,
): Suggestion[] {
  const own = of.get(id) ?? []
  const tied = new Set([id, ...own])
  const features = weighed(own, members)
  const scores = new Map<NodeId, number>()
  for (const { weight, shared, isWord } of features)
    for (const other of shared) {
      const score = scores.get(other)
      if (score !== undefined || !isWord || shared.length <= RARE) scores.set(other, (score ?? 0) + weight)
    }
  return highest(scores, most, (other) => !tied.has(other) && accepts(other)).map(([other, score]) => {
    const has = new Set(of.get(other))
    return { id: other, score, shared: features.flatMap(({ feature }) => (has.has(feature) ? [feature] : [])) }
  })
}

/** Gives the nodes with the highest scores, the highest first. Most nodes are passed by, so nothing is sorted whole. */
function highest(
  scores: ReadonlyMap<NodeId, number>,
  most: number,
  accepts: (id: NodeId) => boolean,
): (readonly [NodeId, number])[] {
  const top: (readonly [NodeId, number])[] = []
  const before = (a: readonly [NodeId, number], b: readonly [NodeId, number]): boolean =>
    a[1] > b[1] || (a[1] === b[1] && compareText(a[0], b[0]) < 0)
  for (const each of scores) {
    if ((top.length === most && !before(each, top[most - 1]!)) || !accepts(each[0])) continue
    const place = top.findIndex((other) => before(each, other))
    top.splice(place === -1 ? top.length : place, 0, each)
    top.length = Math.min(top.length, most)
  }
  return top
}

/** Gives the features that others have too with their weights: words last, and otherwise the heaviest first. */
function weighed(features: readonly Feature[], members: SharedFeatures['members']) {
  return features
    .flatMap((feature) => {
      const shared = members.get(feature) ?? []
      const type = featureType(feature)
      if (shared.length < 2 || shared.length > MOST_MEMBERS[type]) return []
      return [{ feature, shared, isWord: type === 'word', weight: WEIGHTS[type] / Math.log(1 + shared.length) }]
    })
    .sort((a, b) => Number(a.isWord) - Number(b.isWord) || b.weight - a.weight || compareText(a.feature, b.feature))
}
