/** This file reads the hierarchy of topics from their names: `soil/clay` is a part of `soil`. */
import { collatorOf } from '../compare.ts'
import type { Corpus } from '../model/corpus.ts'
import type { Topic } from '../model/resolved.ts'
import { topicKey } from '../topic-key.ts'

/** A `TopicTree` says which topics a topic is a part of, and which are its parts. */
export interface TopicTree {
  /** Gives the topics above one, the widest first. A name above it that no entry uses as a topic is left out. */
  readonly above: (topic: Topic) => Topic[]
  /** Gives the nearest topics below one, by name. */
  readonly below: (topic: Topic) => Topic[]
  /** Gives the topic itself and all topics below it. */
  readonly within: (topic: Topic) => Topic[]
}

/** Makes the tree of all topics. */
export function topicTree({ topics, settings }: Corpus): TopicTree {
  const compare = collatorOf(settings.language)
  const above = ({ name }: Topic): Topic[] => keysAbove(topicKey(name)).flatMap((key) => topics.get(key) ?? [])
  const below = new Map<Topic, Topic[]>()
  for (const topic of topics.values()) {
    const parent = above(topic).at(-1)
    if (parent !== undefined) below.set(parent, [...(below.get(parent) ?? []), topic])
  }
  const within = (topic: Topic): Topic[] => [topic, ...(below.get(topic) ?? []).flatMap(within)]
  return {
    above,
    within,
    below: (topic) => [...(below.get(topic) ?? [])].sort((a, b) => compare(a.name, b.name)),
  }
}

/**
 * Gives the names above a name in the hierarchy.
 *
 * @example
 * keysAbove('a/b/c') // ['a', 'a/b']
 */
function keysAbove(key: string): string[] {
  const segments = key.split('/')
  return segments.slice(1).map((_, index) => segments.slice(0, index + 1).join('/'))
}
