/** What entries are about: a few topics that many share, and many that few do. */
import type { Random } from './random.ts'
import { random } from './random.ts'
import type { Vocabulary } from './vocabulary.ts'
import { zipf } from './zipf.ts'

const ENTRIES_PER_TOPIC = 50

/** @returns A function that draws the one to three topics of an entry. */
export function topics(seed: number, entries: number, vocabulary: Vocabulary): (from: Random) => string[] {
  const names = topicNames(Math.max(3, Math.round(entries / ENTRIES_PER_TOPIC)), vocabulary, random(seed, 'topics'))
  const rank = zipf(names.length)
  return (from) => [...new Set(Array.from({ length: from.between(1, 3) }, () => names[rank(from)]!))]
}

/** Two words each: one alone may mean something to YAML, as "no" does. */
function topicNames(count: number, vocabulary: Vocabulary, from: Random): string[] {
  const names = new Set<string>()
  while (names.size < count) names.add(`${vocabulary.content(from)} ${vocabulary.content(from)}`)
  return [...names]
}
