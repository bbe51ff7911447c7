/** A site so large that its search index has several shards. */

/** One more than a shard holds. */
export const NOTES = 3001

export const MANY_NOTES: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from({ length: NOTES }, (_, index) => [
    `notes/n${index}.md`,
    `---\ntitle: Note ${index}\ntopics: [${index % 2 === 0 ? 'even' : 'odd'}]\n---\nA lantern and the word w${index}x.\n`,
  ]),
)
