/** This file groups entries by their topics. */
import { cutSlug, distinctSlugs, slug } from '../names/slug.ts'
import { TOPICS_FOLDER } from '../names/identify.ts'
import { withoutExtension } from '../names/file-path.ts'
import type { Parsed, ParsedPage } from '../model/parsed.ts'
import { compareText } from '../compare.ts'
import type { Topic } from '../model/resolved.ts'
import { topicKey } from '../topic-key.ts'

/**
 * Collects the topics of entries, by their keys and in the order of the keys. Topics are the same when their keys are.
 * A topic is shown in the spelling that most entries use.
 *
 * @param linked Gives the topics that an entry names by links to pages without a file.
 */
export function topicsOf(
  entries: readonly Parsed[],
  linked: (entry: Parsed) => readonly string[] = () => [],
): Map<string, Topic> {
  const spelled = new Map<string, { members: Set<Parsed>; spellings: Map<string, number> }>()
  for (const entry of entries)
    for (const name of new Set([...entry.topics, ...linked(entry)])) {
      const key = topicKey(name)
      const topic = spelled.get(key) ?? { members: new Set(), spellings: new Map<string, number>() }
      topic.members.add(entry)
      topic.spellings.set(name, (topic.spellings.get(name) ?? 0) + 1)
      spelled.set(key, topic)
    }
  const keys = [...spelled.keys()].sort(compareText)
  const { slugs } = distinctSlugs(keys.map((key) => [key, cutSlug(slug(key.replaceAll('/', ' '))) || 'topic'] as const))
  const abouts = new Map(entries.flatMap((entry) => (isAbout(entry) ? [[aboutKey(entry), entry] as const] : [])))
  return new Map(
    keys.map((key) => {
      const { members, spellings } = spelled.get(key)!
      const [name = key] = [...spellings]
        .sort(([a, x], [b, y]) => y - x || compareText(a, b))
        .map(([spelling]) => spelling)
      const about = abouts.get(key)
      return [key, { name, slug: slugs.get(key)!, members: [...members], ...(about && { about }) }]
    }),
  )
}

/** Tells whether an entry is a file that says what a topic is about. */
const isAbout = (entry: Parsed): entry is ParsedPage => entry.kind === 'page' && entry.path.startsWith(TOPICS_FOLDER)

/** Gives the key of the topic that a file in `topics/` is about: its path there. */
export const aboutKey = ({ path }: Parsed): string => topicKey(withoutExtension(path).slice(TOPICS_FOLDER.length))
