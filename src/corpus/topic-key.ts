/** When two spellings of a topic are the same topic. */

/** Each topic once, in the spelling that stands first. */
export function distinctTopics(names: readonly string[]): string[] {
  return [...new Map([...names].reverse().map((name) => [topicKey(name), name])).values()].reverse()
}

/** The form in which two spellings of a topic are the same: case, spaces, hyphens and underscores do not count. */
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

/** Thousands of entries share a few hundred topics. */
const keys = new Map<string, string>()
