/** This file holds the words of topics. */
import type { TopicCount } from '../corpus/lists/topic-lists.ts'
import { siteWords } from '../site/index.ts'

/** Counts what a topic has, in words. The open ones are among the inquiries, and the superseded ones apart. */
export function topicCounts({ inquiries, open, superseded, notes }: TopicCount): string[] {
  const { count, counts } = siteWords()
  return [
    ...(inquiries > 0 ? [count(counts.inquiries, inquiries)] : []),
    ...(open > 0 ? [count(counts.open, open)] : []),
    ...(superseded > 0 ? [count(counts.superseded, superseded)] : []),
    ...(notes > 0 ? [count(counts.notes, notes)] : []),
  ]
}
