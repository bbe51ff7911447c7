/** This file groups entries by their topics. */
import { distinctSlugs, slug } from '../identity.ts'
import type { Parsed } from '../model/parsed.ts'
import { compareText } from '../compare.ts'
import type { Topic } from '../model/resolved.ts'

/**
 * Collects the topics of entries, by their keys and in the order of the keys. Topics are the same when their keys are.
 * A topic is shown in the spelling that most entries use.
 */
export function topicsOf(entries: readonly Parsed[]): Map<string, Topic> {
  const spelled = new Map<string, { members: Set<Parsed>; spellings: Map<string, number> }>()
  for (const entry of entries)
    for (const name of entry.topics) {
      const key = topicKey(name)
      const topic = spelled.get(key) ?? { members: new Set(), spellings: new Map<string, number>() }
      topic.members.add(entry)
      topic.spellings.set(name, (topic.spellings.get(name) ?? 0) + 1)
      spelled.set(key, topic)
    }
  const keys = [...spelled.keys()].sort(compareText)
  const { slugs } = distinctSlugs(keys.map((key) => [key, slug(key.replaceAll('/', ' ')) || 'topic'] as const))
  return new Map(
    keys.map((key) => {
      const { members, spellings } = spelled.get(key)!
      const [name = key] = [...spellings]
        .sort(([a, x], [b, y]) => y - x || compareText(a, b))
        .map(([spelling]) => spelling)
      return [key, { name, slug: slugs.get(key)!, members: [...members] }]
    }),
  )
}

/**
 * Gives each topic once, in the spelling that comes first. Topics are in the order in which they are named last.
 *
 * @example
 * distinctTopics(['Memory', 'memory', 'fine-tuning']) // ['Memory', 'fine-tuning']
 */
export function distinctTopics(names: readonly string[]): string[] {
  return [...new Map([...names].reverse().map((name) => [topicKey(name), name])).values()].reverse()
}

/**
 * Gives the form of a topic in which two spellings of it are the same: case, spaces, hyphens and underscores do not
 * count.
 *
 * @example
 * topicKey('Fine-Tuning') // 'fine tuning'
 */
export function topicKey(name: string): string {
  let key = keys.get(name)
  if (key === undefined)
    keys.set(
      name,
      (key = name
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[\s_-]+/g, ' ')
        .trim()),
    )
  return key
}

/** Keeps the key of each name, because thousands of entries share a few hundred topics. */
const keys = new Map<string, string>()
