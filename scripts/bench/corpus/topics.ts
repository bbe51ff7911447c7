/** This file generates the topics of entries: a few that many entries share, and many that few entries have. */
import type { Random } from './random.ts'
import { seededRandom } from './random.ts'
import type { Vocabulary } from './vocabulary.ts'
import { zipfSampler } from './zipf.ts'

const ENTRIES_PER_TOPIC = 50

/** Creates a function that picks the one to three topics of an entry. */
export function topicSampler(seed: number, entries: number, vocabulary: Vocabulary): (random: Random) => string[] {
  const names = topicNames(
    Math.max(3, Math.round(entries / ENTRIES_PER_TOPIC)),
    vocabulary,
    seededRandom(seed, 'topics'),
  )
  const sampleRank = zipfSampler(names.length)
  return (random) => [...new Set(Array.from({ length: random.between(1, 3) }, () => names[sampleRank(random)]!))]
}

/** Generates names of two words each. One word alone may mean something to YAML, as "no" does. */
function topicNames(count: number, vocabulary: Vocabulary, random: Random): string[] {
  const names = new Set<string>()
  while (names.size < count) names.add(`${vocabulary.sampleContent(random)} ${vocabulary.sampleContent(random)}`)
  return [...names]
}
