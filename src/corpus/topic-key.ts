/** This file says when two spellings of a topic are the same topic. */

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
 * Gives the topics of an entry, each once.
 *
 * @param listed The topics of its frontmatter. They may be written as links: `[[topic]]`.
 * @param tagged Those of the tags in its text.
 */
export const topicsNamed = (listed: readonly string[], tagged: readonly string[]): string[] =>
  distinctTopics(
    [...listed.map((name) => name.replace(/^\[\[(.*)\]\]$/s, '$1')), ...tagged].filter((name) => name !== ''),
  )

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
